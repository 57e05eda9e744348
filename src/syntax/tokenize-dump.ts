// The text of `python -m tokenize`, plain and with -e. Mirrors _main of Lib/tokenize.py. See docs/syntax-tokens.md.
import { PythonError, PythonSyntaxError } from "../base/python-error.ts";
import { textRepr } from "../base/text-repr.ts";
import { hasBom, lookupCodec } from "./codecs.ts";
import { detectEncoding } from "./encoding.ts";
import { TokenizerIter } from "./tokenize.ts";
import { ENCODING, OP, tokenNames } from "./tokens.ts";

export interface TokenDumpOptions {
  /** Stands in front of an error. */
  filename: string;
  /** -e: names of operators instead of OP. */
  exact?: boolean;
  /** The source comes from standard input: it is UTF-8 text, and there is no ENCODING token. */
  stdin?: boolean;
}

export interface TokenDump {
  /** One line a token, up to the error. `python -m tokenize FILE` prints nothing when there is an error. */
  text: string;
  /** What goes to stderr, with its newline; null when the source is fine. */
  error: string | null;
}

/** Tokens of a source file as text. */
export function dumpTokens(bytes: Uint8Array, options: TokenDumpOptions): TokenDump {
  let text = "";
  try {
    let source: string;
    if (options.stdin) {
      source = lookupCodec("utf-8")(bytes, true).replace(/\r\n?/g, "\n");
    } else {
      const detected = detectEncoding(bytes, options.filename);
      const encoding = detected === "utf-8-sig" ? "utf-8" : detected;
      source = lookupCodec(encoding)(hasBom(bytes) ? bytes.subarray(3) : bytes, false);
      text += tokenLine(0, 0, 0, 0, ENCODING, encoding);
    }
    const tokens = new TokenizerIter(source, true);
    for (let token = tokens.next(); token !== null; token = tokens.next()) {
      const { type, exactType, string } = token;
      const shown = options.exact && type === OP ? exactType : type;
      text += tokenLine(token.startLine, token.startCol, token.endLine, token.endCol, shown, string);
    }
    return { text, error: null };
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    return { text, error: errorLine(error, options.filename) };
  }
}

function errorLine(error: PythonError, filename: string): string {
  if (!(error instanceof PythonSyntaxError)) return `unexpected error: ${error.message}\n`;
  if (error.lineno === null) return `${filename}: error: ${error.message}\n`;
  return `${filename}:${error.lineno}:${error.offset}: error: ${tokenErrorMessage(error)}\n`;
}

/** The message of the tokenize.TokenError that the module makes of a plain SyntaxError. */
export function tokenErrorMessage(error: PythonSyntaxError): string {
  return error.message.includes("unterminated triple-quoted string literal") ? "EOF in multi-line string" : error.message;
}

function tokenLine(startLine: number, startCol: number, endLine: number, endCol: number, type: number, string: string): string {
  const range = `${startLine},${startCol}-${endLine},${endCol}:`;
  return `${range.padEnd(20)}${tokenNames[type].padEnd(15)}${padPoints(textRepr(string), 15)}\n`;
}

function padPoints(text: string, width: number): string {
  if (text.length >= width && !/[\ud800-\udbff]/.test(text)) return text;
  let points = 0;
  for (const _ of text) points++;
  return points >= width ? text : text + " ".repeat(width - points);
}
