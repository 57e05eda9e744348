// Tokens against CPython (Pyodide): every file of the pinned library, and small sources for each rule of the tokenizer.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { loadPyodide } from "pyodide";
import { beforeAll, describe, expect, test } from "vitest";
import { PythonSyntaxError } from "../../src/base/python-error.ts";
import type { SourceWarning } from "../../src/base/python-error.ts";
import { decodeSource } from "../../src/syntax/encoding.ts";
import { dumpTokens } from "../../src/syntax/tokenize-dump.ts";
import { TokenizerIter } from "../../src/syntax/tokenize.ts";
import { Tokenizer, tokenizeAll } from "../../src/syntax/tokenizer.ts";
import type { TokenizerOptions } from "../../src/syntax/tokenizer.ts";
import { hardKeywords, tokenNames } from "../../src/syntax/tokens.ts";

const ORACLE = `
import io, json, zipfile, hashlib, tokenize, _tokenize, contextlib, warnings
def library():
    out = {}
    with zipfile.ZipFile("/lib.zip") as archive:
        for name in archive.namelist():
            if not name.endswith(".py"): continue
            h = hashlib.sha1()
            for t in tokenize.tokenize(io.BytesIO(archive.read(name)).readline):
                h.update(("%d %s %d,%d,%d,%d %s\\n" % (t.type, t.string, *t.start, *t.end, t.line)).encode())
            out[name] = h.hexdigest()
    return json.dumps(out)
def stream(source, extra):
    out = []
    try:
        for t in _tokenize.TokenizerIter(io.StringIO(source, newline="\\n").readline, extra_tokens=extra):
            out.append([t[0], t[1], *t[2], *t[3], t[4]])
    except SyntaxError as e:
        out.append([type(e).__name__, e.msg, e.lineno, e.offset])
    return json.dumps(out)
def dump(data, *options):
    with open("program.py", "wb") as f:
        f.write(bytes.fromhex(data))
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        try:
            tokenize._main([*options, "program.py"])
        except SystemExit:
            pass
    return json.dumps([out.getvalue(), err.getvalue()])
def error(source, mode):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            compile(bytes.fromhex(source) if mode == "bytes" else source, "<string>", "exec" if mode == "bytes" else mode)
            result = None
        except SyntaxError as e:
            result = [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]
    return json.dumps([result, [[str(w.message), w.lineno] for w in seen]])
`;

type Oracle = (name: string, ...args: unknown[]) => unknown;
let ask: Oracle;
const folder = new URL("../../node_modules/pyodide/", import.meta.url);
const zip = readFileSync(new URL("python_stdlib.zip", folder));

beforeAll(async () => {
  const pyodide = await loadPyodide({ indexURL: folder.pathname });
  pyodide.FS.writeFile("/lib.zip", zip);
  pyodide.runPython(ORACLE);
  ask = (name, ...args) => JSON.parse((pyodide.globals.get(name) as (...args: unknown[]) => string)(...args));
}, 60_000);

/** What ORACLE's `stream` makes. */
function stream(source: string, extra: boolean): unknown[] {
  const out: unknown[] = [];
  try {
    const tokens = new TokenizerIter(source, extra);
    for (let t = tokens.next(); t !== null; t = tokens.next()) {
      out.push([t.type, t.string, t.startLine, t.startCol, t.endLine, t.endCol, t.line]);
    }
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    out.push([error.type, error.message, error.lineno, error.offset]);
  }
  return out;
}

/** What ORACLE's `error` makes, for errors and warnings of the tokenizer. */
function error(source: string, options: TokenizerOptions): unknown {
  const seen: SourceWarning[] = [];
  let result: unknown[] | null = null;
  const warn = (warning: SourceWarning): boolean => {
    seen.push(warning);
    return false;
  };
  try {
    tokenizeAll(source, { ...options, filename: "<string>", warn });
  } catch (e) {
    if (!(e instanceof PythonSyntaxError)) throw e;
    result = [e.type, e.message, e.lineno, e.offset, e.endLineno, e.endOffset];
  }
  return [result, seen.map((warning) => [warning.message, warning.lineno])];
}

/** Tokens in short: name and text, and the position where asked. */
function brief(source: string, options: TokenizerOptions = {}): string {
  const buffer = tokenizeAll(source, options);
  const words: string[] = [];
  for (let at = 0; at < buffer.count; at++) {
    const type = buffer.type[at];
    const name = type >= 100 ? "KEYWORD" : tokenNames[type];
    words.push(buffer.start[at] < 0 ? name : `${name}:${JSON.stringify(buffer.text(at))}@${buffer.lineno[at]},${buffer.col[at]}`);
  }
  return words.join(" ");
}

test("every file of the pinned library gives the tokens of the tokenize module", () => {
  const files = unzipSync(zip, { filter: (file) => file.name.endsWith(".py") });
  const expected = ask("library") as Record<string, string>;
  const wrong: string[] = [];
  for (const [name, hash] of Object.entries(expected)) {
    const tokens = new TokenizerIter(decodeSource(files[name], { filename: name }).text, true);
    let text = "68 utf-8 0,0,0,0 \n";
    for (let t = tokens.next(); t !== null; t = tokens.next()) {
      text += `${t.type} ${t.string} ${t.startLine},${t.startCol},${t.endLine},${t.endCol} ${t.line}\n`;
    }
    if (createHash("sha1").update(text).digest("hex") !== hash) wrong.push(name);
  }
  expect(wrong).toEqual([]);
  expect(Object.keys(expected).length).toBe(559);
}, 120_000);

const sources = [
  "", "\n", "x", "x # c", "# c", "x = 1\n", "if x:\n  y\n  if z:\n\tw\n", "if x:\n    y\n\n# c\nz\n", "a\\\n  b\n", "(a,\n  # c\n b)\n",
  "x = 'a' \"b\" '''c\nd''' rb'e' Rb\"f\"\n", "'a\\\nb'\n", "f'a{b}c'\n", "f'{a!r:>{w}.{p}}'\n", "f'{a=}' f'{a = !s}'\n",
  "f'{{a}}{b}}}'\n", "f'''a\n{b\n}\nc'''\n", "t'a{b:c}' rt'\\{b}'\n", "f'{x:=5}' f'{(x:=5)}' f'{x!=y}'\n", "f'\\N{BULLET}{x}'\n",
  "f'{f\"{f'{1}'}\"}'\n", "f'''{\na # c\n}'''\n", "x = 0x_1F 0b1_0 0o17 1_000 1.5e-3 .5j 1. 1e5J 00_0\n", "a < b != c -> d := e ... . .. ** //= >>= @=\n",
  "é = 'ü' + f'ä{ö}ß' # ñ\n", "𝔘𝔫𝔦 = '𝔘'; x\n", "\fx\n\f  y\n", "x\r\ny\r\n", "x = 'a\r\nb'\r\n", "lambda x: f'{lambda y: 1}'\n",
  "match x:\n  case _: type = 1\n", "$ ? ! `\n", "x; y;\n", "class A:\n  def f(self): pass\n  x = 1\n",
];

const broken = [
  "'abc\n", "'abc", "'abc\\'\n", "'''abc\n", "f'abc\n", "f'''abc\n{x}\n", "f'{a\n", "f'{a!r'\n", "f'{a:x\n}'\n", "f'}'\n", "f'{)}'\n", "f'{a:{b:{c:{d}}}}'\n",
  "f'{\"'\n", "t'{a'", "(", "(a,\n[b,\n", ")", "(]", "(\n]", "{a)\n", "if x:\n  a\n b\n", "if x:\n\ta\n        b\n", "if x:\n        a\n\tb\n", "x\\ y\n", "x\\", "\\\n",
  "0777", "1_", "1__0", "0x", "0xg", "0b2", "0o8", "0b12", "1.e+", "1e+", "1abc", "1.5abc", "0_", "5j5x", "a…b", "é€", "a\u00a0b", "x = \u200b1", "\u0001", "x = \u007f",
  "uf'a'", "bt''", "ub''", "ft''", "tb''", "(".repeat(201), `${Array.from({ length: 101 }, (_, i) => " ".repeat(i) + "if x:").join("\n")}\n`,
];

const odd = ["1if x else y", "0x1for x in y", "1or 2", "0b1and 2", "1.5in x", "1_0and x", "1jif x else y", "f'\\{x}'", "f'a\\}}'", "rf'\\{x}'", "0xfor x in y"];

describe("the tokenize module's stream", () => {
  test.each([...sources, ...broken])("%j", (source) => {
    expect(stream(source, true)).toEqual(ask("stream", source, true));
    expect(stream(source, false)).toEqual(ask("stream", source, false));
  });
});

describe("the text of python -m tokenize", () => {
  test.each([...sources, "\ufeffx\n", "# coding: latin-1\nx\n", "# coding: xyz\n", "if x:\n  a\n b\n", "'''a\n", "(\n", "1 +"])("%j", (source) => {
    const bytes = new TextEncoder().encode(source);
    const hex = Buffer.from(bytes).toString("hex");
    for (const exact of [false, true]) {
      const dump = dumpTokens(bytes, { filename: "program.py", exact });
      expect([dump.error === null ? dump.text : "", dump.error ?? ""]).toEqual(exact ? ask("dump", hex, "-e") : ask("dump", hex));
    }
  });
});

describe("errors and warnings of the parser's tokenizer", () => {
  test.each(broken)("%j", (source) => {
    // An open bracket is all that is wrong, but the parser may find something else first.
    const expected = ask("error", source, "exec") as [unknown[], unknown];
    const ours = error(source, {}) as [unknown[], unknown];
    expect(ours[0]).not.toBeNull();
    expect(ours).toEqual(expected);
  });
  test.each(odd)("%j", (source) => {
    expect(error(source, {})).toEqual(ask("error", source, "exec"));
  });
});

describe("source bytes", () => {
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
  test.each([
    "x = 1 # \xe4\n", "x = 1\ny = '\xe4'\n", "# coding: ascii\ns='\xe4'\n", "# coding: xyz\n", "\xef\xbb\xbf# coding: latin-1\n", "# coding: utf8\ns='\xf0\x90'\n",
    "\xef\xbb\xbf#\n# coding: latin-1\n", "# coding: cp1252\ns='\x81'\n", "# coding: rot13\n", "a\0b", "x\r\ny='\xed\xa0\x80'\r\n", "# coding: utf-16\ns='a'\n",
  ])("that CPython rejects: %j", (source) => {
    let result: unknown = null;
    try {
      decodeSource(latin(source), { filename: "<string>" });
    } catch (e) {
      if (!(e instanceof PythonSyntaxError)) throw e;
      result = [e.type, e.message, e.lineno, e.offset, e.endLineno, e.endOffset];
    }
    expect(result).toEqual((ask("error", Buffer.from(source, "latin1").toString("hex"), "bytes") as unknown[])[0]);
  });
  test("code pages", () => {
    const text = (source: string): string => decodeSource(latin(source), { filename: null }).text.split("\n")[1];
    expect(text("# coding: cp1252\n\x80\x93\xe4")).toBe("€“ä");
    expect(text("# -*- coding: ISO-8859-15 -*-\n\xa4")).toBe("€");
    expect(text("# vim: set fileencoding=koi8-r :\n\xc1")).toBe("а");
    expect(text("# coding: latin-1-unix\n\x80\xe4")).toBe("\x80ä");
    expect(text("# coding: iso8859-9\n\xd0")).toBe("Ğ");
    expect(text("# coding: cp437\n\x80")).toBe("Ç");
    expect(text("\xef\xbb\xbf# coding: utf-8\n\xc3\xa4")).toBe("ä");
  });
});

describe("the parser's tokens", () => {
  test("columns are bytes, tokens without text have none", () => {
    expect(brief("é = f'ä{ö}'\n")).toBe(
      'NAME:"é"@1,0 EQUAL:"="@1,3 FSTRING_START:"f\'"@1,5 FSTRING_MIDDLE:"ä"@1,7 LBRACE:"{"@1,9 NAME:"ö"@1,10 RBRACE:"}"@1,12 ' +
        'FSTRING_END:"\'"@1,13 NEWLINE:""@1,14 ENDMARKER',
    );
  });
  test("every hard keyword is told from names", () => {
    for (const [keyword, type] of hardKeywords) {
      expect(tokenizeAll(keyword).type[0]).toBe(type);
      expect(tokenNames[tokenizeAll(`${keyword}_`).type[0]]).toBe("NAME");
    }
  });
  test("type comments", () => {
    expect(brief("x = 1  # type: int\n# type: ignore[a]\ny # type:ignore\n", { typeComments: true })).toBe(
      'NAME:"x"@1,0 EQUAL:"="@1,2 NUMBER:"1"@1,4 TYPE_COMMENT:"int"@1,15 NEWLINE:""@1,18 TYPE_IGNORE:"[a]\\n"@2,14 ' +
        'NAME:"y"@3,0 TYPE_IGNORE:""@3,15 NEWLINE:""@3,15 ENDMARKER',
    );
  });
  test("text of f-string expressions", () => {
    const texts = (source: string): string[] => [...tokenizeAll(source).extra.values()];
    expect(texts("f'{ a + b = }'")).toEqual([" a + b = "]);
    expect(texts("f'{a=!r:x}'")).toEqual(["a=", "a=", "a=!r:x"]);
    expect(texts("t'{ a }'")).toEqual([" a "]);
    expect(texts("f'{a}'")).toEqual([]);
    expect(texts("f'''{a # c\n= }'''")).toEqual(["a \n= "]);
  });
  test("<> is two tokens", () => {
    expect(brief("a<>b")).toBe('NAME:"a"@1,0 LESS:"<"@1,1 GREATER:">"@1,2 NAME:"b"@1,3 NEWLINE:""@1,4 ENDMARKER');
  });
  test("ranges of errors are characters, also behind letters of several bytes", () => {
    const message = "'b' and 'f' prefixes are incompatible";
    expect(error("é = bf''", {})).toEqual([["SyntaxError", message, 1, 5, 1, 7], []]);
    expect(error('"é"; 0777', {})).toEqual([[
      "SyntaxError", "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers", 1, 6, 1, 7,
    ], []]);
  });
  test("mode single ends its statement without a newline", () => {
    const tokenizer = new Tokenizer("if x:\n  y", { interactive: true, execInput: false });
    while (tokenizer.next());
    const { buffer } = tokenizer;
    expect(Array.from(buffer.type.subarray(0, buffer.count), (type) => tokenNames[type] ?? "KEYWORD").join(" ")).toBe(
      "KEYWORD NAME COLON NEWLINE INDENT NAME NEWLINE DEDENT NEWLINE ENDMARKER",
    );
    expect(tokenizer.next()).toBe(false);
  });
  test("a SyntaxWarning can be made an error", () => {
    expect(() => tokenizeAll("1if x else y", { warn: () => true })).toThrow(
      expect.objectContaining({ type: "SyntaxError", message: "invalid decimal literal", lineno: 1, offset: 1 }),
    );
  });
});
