// `npm run proof:trees -- PYTHON DIR...` and `npm run proof:tokens -- PYTHON DIR...`: trees (`ast.dump` with positions) and tokens (`tokenize`) of every
// Python file below the folders, ours beside those of a CPython 3.14, as hashes. Prints how many are equal, and which are not.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PythonError } from "../src/base/python-error.ts";
import { dump } from "../src/syntax/ast-dump.ts";
import { hasBom, lookupCodec } from "../src/syntax/codecs.ts";
import { decodeSource, detectEncoding } from "../src/syntax/encoding.ts";
import { parse } from "../src/syntax/parse.ts";
import { TokenizerIter } from "../src/syntax/tokenize.ts";

const THEIRS = `
import ast, hashlib, json, sys, tokenize, warnings
warnings.simplefilter("ignore")
what, out = sys.argv[1], {}
for name in json.load(sys.stdin):
    h = hashlib.sha1()
    try:
        if what == "trees":
            with open(name, "rb") as f: source = f.read()
            h.update(ast.dump(ast.parse(source), include_attributes=True).encode("utf-8", "surrogatepass"))
        else:
            with open(name, "rb") as f:
                for t in tokenize.tokenize(f.readline):
                    if t.type != tokenize.ENCODING:
                        h.update(("%d %s %d,%d,%d,%d\\n" % (t.type, t.string, *t.start, *t.end)).encode("utf-8", "surrogatepass"))
        out[name] = h.hexdigest()
    except (SyntaxError, ValueError, RecursionError, MemoryError) as e:
        out[name] = "error"
json.dump(out, sys.stdout)
`;

const [what, python, ...folders] = process.argv.slice(2);
if ((what !== "trees" && what !== "tokens") || python === undefined || folders.length === 0) {
  console.error("usage: npm run proof:trees|proof:tokens -- PYTHON DIR...");
  process.exit(2);
}

function ours(file: string): string {
  const hash = createHash("sha1");
  try {
    const bytes = readFileSync(file);
    if (what === "trees") hash.update(dump(parse(decodeSource(bytes, { filename: file }).text, { filename: file }), { includeAttributes: true }));
    else {
      // The tokenize module keeps line ends as they are, unlike the compiler.
      const encoding = detectEncoding(bytes, file);
      const text = lookupCodec(encoding === "utf-8-sig" ? "utf-8" : encoding)(hasBom(bytes) ? bytes.subarray(3) : bytes, false);
      const tokens = new TokenizerIter(text, true);
      for (let t = tokens.next(); t !== null; t = tokens.next()) {
        hash.update(`${t.type} ${t.string} ${t.startLine},${t.startCol},${t.endLine},${t.endCol}\n`);
      }
    }
    return hash.digest("hex");
  } catch (error) {
    if (error instanceof PythonError) return "error";
    throw error;
  }
}

const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".py"))
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path)), // not links to what is not installed
);
const theirs = JSON.parse(execFileSync(python, ["-c", THEIRS, what], { input: JSON.stringify(files), encoding: "utf8", maxBuffer: 1 << 28 })) as Record<string, string>;
const different = files.filter((file) => ours(file) !== theirs[file]);
for (const file of different.slice(0, 20)) console.log(`differs: ${file}`);
const refused = files.filter((file) => theirs[file] === "error").length;
console.log(`${what}: ${files.length - different.length} of ${files.length} files equal (${refused} of them refused by CPython)`);
process.exit(different.length === 0 ? 0 : 1);
