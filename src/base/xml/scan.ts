// Finding the parts of XML text: names, references, quoted values, invalid characters. All answer where a part ends; a part that the input cuts off throws
// XmlPartial, one that is wrong throws XmlFault with the place of the wrong character. See docs/base.md.
import { XmlErrorCode, XmlFault, XmlPartial } from "./events.ts";

const START = "A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}";
const REST = `${START}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040`;
const NAME = new RegExp(`[:${START}][:${REST}]*`, "uy");
const NMTOKEN = new RegExp(`[:${REST}]+`, "uy");
const SPACE = /[\t\n\r ]*/y;
const PUBLIC = /^[-\n\r a-zA-Z0-9'()+,./:=?;!*#@$_%]*$/;
/** Characters that no document may hold. */
// oxlint-disable-next-line no-control-regex

export const invalid = (at: number): XmlFault => new XmlFault(XmlErrorCode.invalidToken, at);

export function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.test(text);
  return SPACE.lastIndex;
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The end of a name, which something must follow. */
export function nameEnd(text: string, at: number, namespaces: boolean): number {
  if (at >= text.length) throw new XmlPartial();
  const end = match(NAME, text, at);
  if (end === at) throw invalid(at);
  if (end >= text.length) throw new XmlPartial();
  if (namespaces) {
    const colon = text.indexOf(":", at);
    if (colon >= 0 && colon < end) {
      if (colon === at) throw invalid(at);
      if (match(NAME, text, colon + 1) === colon + 1 || text[colon + 1] === ":") throw invalid(colon + 1);
      const second = text.indexOf(":", colon + 1);
      if (second >= 0 && second < end) throw invalid(second);
    }
  }
  return end;
}

export const nameTokenEnd = (text: string, at: number): number => match(NMTOKEN, text, at);

/** Faults at the first character in a part that no document may hold. */
export function checkCharacters(text: string, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if ((c >= 32 && c < 0xd800) || c === 10 || c === 9 || c === 13) continue;
    if (c < 32 || c >= 0xfffe) throw invalid(i);
    if (c > 0xdfff) continue;
    // Surrogates come in pairs only.
    const next = c < 0xdc00 ? text.charCodeAt(i + 1) : 0;
    if (next < 0xdc00 || next > 0xdfff || Number.isNaN(next)) throw invalid(i);
    i++;
  }
}

/** The end of "&name;" or "&#...;" that begins at `at`. */
export function referenceEnd(text: string, at: number): number {
  let i = at + 1;
  if (i >= text.length) throw new XmlPartial();
  if (text[i] === "#") {
    const hexadecimal = text[i + 1] === "x";
    i += hexadecimal ? 2 : 1;
    const digits = hexadecimal ? /[0-9a-fA-F]*/y : /[0-9]*/y;
    const end = match(digits, text, i);
    if (end >= text.length) throw new XmlPartial();
    if (end === i || text[end] !== ";") throw invalid(end);
    return end + 1;
  }
  const end = nameEnd(text, i, false);
  if (text[end] !== ";") throw invalid(end);
  return end + 1;
}

/** The character of "&#...;"; undefined for one that no document may hold. */
export function referredCharacter(text: string, at: number, end: number): string | undefined {
  const digits = text.slice(at + 2, end - 1);
  const code = digits.startsWith("x") ? parseInt(digits.slice(1), 16) : parseInt(digits, 10);
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000) || code === 0xfffe || code === 0xffff) return undefined;
  if (code < 32 && code !== 9 && code !== 10 && code !== 13) return undefined;
  return String.fromCodePoint(code);
}

/** The end (after the quote) of an attribute's value whose opening quote is at `at`. */
export function valueEnd(text: string, at: number): number {
  const quote = text[at]!;
  for (let i = at + 1; ; ) {
    const c = text[i];
    if (c === undefined) {
      checkCharacters(text, at, text.length);
      throw new XmlPartial();
    }
    if (c === quote) {
      checkCharacters(text, at, i);
      return i + 1;
    }
    if (c === "<") {
      checkCharacters(text, at, i);
      throw invalid(i);
    }
    if (c === "&") i = referenceEnd(text, i);
    else i++;
  }
}

/** The end of a literal in a declaration, quotes included. */
export function literalEnd(text: string, at: number): number {
  const end = text.indexOf(text[at]!, at + 1);
  checkCharacters(text, at, end < 0 ? text.length : end);
  if (end < 0) throw new XmlPartial();
  return end + 1;
}

/** A public identifier with its spaces put in order; undefined when it has characters that it may not have. */
export function publicId(text: string): string | undefined {
  return PUBLIC.test(text) ? text.replace(/[\n\r ]+/g, " ").replace(/^ | $/g, "") : undefined;
}

export const normalNewlines = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);

/** The name split at its colon. */
export function splitName(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(":");
  return colon < 0 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}
