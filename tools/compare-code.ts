// Compiles every Python file below folders with ours and with a CPython 3.14 and compares the code objects field by field.
// Usage: npm run compare:code -- PYTHON DIR...   [--levels 0,1,2] [--keep FOLDER] [--show N] [--only TEXT]
//   --keep   keep (and use again) what CPython said in this folder
//   --show   how many differences to show (default 5)
//   --only   only files whose name contains the text
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PythonError, PythonSyntaxError } from "../src/base/python-error.ts";
import { deopt, opcodeNames } from "../src/bytecode/opcodes.ts";
import { compileSource } from "../src/compiler/compile.ts";
import { dumpCode, text } from "./compare-code/describe.ts";

interface Settings {
  python: string;
  folders: string[];
  levels: number[];
  keep: string | null;
  show: number;
  only: string;
}

function readArguments(args: string[]): Settings {
  const settings: Settings = { python: "", folders: [], levels: [0, 1, 2], keep: null, show: 5, only: "" };
  const plain: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === "--levels") settings.levels = args[++i]!.split(",").map(Number);
    else if (arg === "--keep") settings.keep = args[++i]!;
    else if (arg === "--show") settings.show = Number(args[++i]);
    else if (arg === "--only") settings.only = args[++i]!;
    else plain.push(arg);
  }
  [settings.python = "", ...settings.folders] = plain;
  if (settings.folders.length === 0) {
    console.error("usage: compare-code PYTHON DIR... [--levels 0,1,2] [--keep FOLDER] [--show N] [--only TEXT]");
    process.exit(2);
  }
  return settings;
}

function pythonFiles(folder: string, files: string[]): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) pythonFiles(path, files);
    else if (entry.isFile() && entry.name.endsWith(".py")) files.push(path);
  }
}

function ours(file: string, level: number): string[] {
  const out: string[] = [];
  try {
    const options = { filename: file, mode: "exec", optimize: level, flags: 0, warn: () => false } as const;
    dumpCode(compileSource(readFileSync(file), options), out);
  } catch (error) {
    if (error instanceof PythonSyntaxError) {
      const place = [error.lineno, error.offset, error.endLineno, error.endOffset].map((n) => n ?? "None").join(" ");
      return [`error ${error.type} ${text(error.message)} ${place}`];
    }
    if (error instanceof PythonError) return [`error ${error.type} ${text(error.message)}`];
    throw error;
  }
  return out;
}

function disassembly(line: string): string[] {
  const code = Buffer.from(line.slice("code ".length), "hex");
  const lines: string[] = [];
  for (let i = 0; i < code.length; i += 2) {
    if (code[i] !== 0) lines.push(`${String(i).padStart(5)} ${opcodeNames[deopt[code[i]!]!]!} ${code[i + 1]!}`);
  }
  return lines;
}

/** Shows the first difference: instructions side by side, or the two forms of the field. */
function show(file: string, level: number, mine: string[], theirs: string[], at: number): void {
  let head = Math.min(at, theirs.length - 1);
  while (head > 0 && !theirs[head]!.startsWith("==")) head--;
  console.log(`${file} -O${level} ${theirs[head] ?? ""}`);
  const a = mine[at] ?? "";
  const b = theirs[at] ?? "";
  if (!a.startsWith("code ") || !b.startsWith("code ")) {
    console.log(`  ours   ${a.slice(0, 300)}\n  theirs ${b.slice(0, 300)}`);
    return;
  }
  const left = disassembly(a);
  const right = disassembly(b);
  let first = 0;
  while (first < left.length && left[first] === right[first]) first++;
  for (let i = Math.max(0, first - 4); i < first + 6; i++) console.log(`  ${(left[i] ?? "").padEnd(48)}${right[i] ?? ""}`);
}

const settings = readArguments(process.argv.slice(2));
const files: string[] = [];
for (const folder of settings.folders) pythonFiles(folder, files);
const wanted = files.filter((file) => file.includes(settings.only));
const folder = settings.keep ?? mkdtempSync(join(tmpdir(), "compare-code-"));
mkdirSync(folder, { recursive: true });
const listing = join(folder, "files.txt");
const known = existsSync(listing) && readFileSync(listing, "utf8") === wanted.join("\n");
if (!known || settings.levels.some((level) => !existsSync(join(folder, `0.${level}.txt`)))) {
  writeFileSync(listing, wanted.join("\n"));
  const script = fileURLToPath(new URL("compare-code/dump-code.py", import.meta.url));
  execFileSync(settings.python, [script, listing, folder, ...settings.levels.map(String)], { stdio: "inherit" });
}
let different = 0;
let shown = 0;
for (const level of settings.levels) {
  let equal = 0;
  const fields = new Map<string, number>();
  for (let i = 0; i < wanted.length; i++) {
    const mine = ours(wanted[i]!, level);
    const theirs = readFileSync(join(folder, `${i}.${level}.txt`), "utf8").split("\n");
    let at = 0;
    while (at < theirs.length && mine[at] === theirs[at]) at++;
    if (at === theirs.length && at === mine.length) {
      equal++;
      continue;
    }
    different++;
    const field = (theirs[at] ?? mine[at]!).split(" ")[0]!;
    fields.set(field, (fields.get(field) ?? 0) + 1);
    if (shown++ < settings.show) show(wanted[i]!, level, mine, theirs, at);
  }
  const which = [...fields].map(([field, count]) => `${field} ${count}`).join(", ");
  console.log(`level ${level}: ${equal} of ${wanted.length} files equal${which === "" ? "" : `; first difference in: ${which}`}`);
}
if (settings.keep === null) rmSync(folder, { recursive: true });
process.exit(different === 0 ? 0 : 1);
