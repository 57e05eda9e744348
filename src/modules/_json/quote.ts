// JSON's form of a string, with or without characters past ASCII. Mirrors ascii_escape_unicode and escape_unicode of
// Modules/_json.c. See docs/modules.md.
import { type Text, textAt, textFromPoints, textLength } from "../../base/text.ts";

const short: Readonly<Record<string, string>> = { "\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const DIGITS = "0123456789abcdef";
const hex4 = (unit: number): string => "\\u" + DIGITS[unit >> 12]! + DIGITS[(unit >> 8) & 15]! + DIGITS[(unit >> 4) & 15]! + DIGITS[unit & 15]!;

// oxlint-disable-next-line no-control-regex -- what JSON must escape
const special = /["\\\u0000-\u001f]/;
// oxlint-disable-next-line no-control-regex -- all but printable ASCII
const notPlain = /["\\\u0000-\u001f\u007f-\uffff]/;

const escape = (ch: string): string => short[ch] ?? hex4(ch.charCodeAt(0));

/** The quoted string; what stands at or above `limit` is escaped too. */
function escaped(text: string, limit: number): string {
  let out = '"';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 32 && c < limit && c !== 34 && c !== 92) continue;
    if (from < i) out += text.slice(from, i);
    out += escape(text[i]!);
    from = i + 1;
  }
  return `${out}${text.slice(from)}"`;
}

/** Quoted; control characters, quotes and backslashes escaped. */
export function quoted(text: Text): Text {
  if (typeof text === "string") return special.test(text) ? escaped(text, 0x10000) : `"${text}"`;
  const points = text.points;
  const pieces: number[] = [34];
  for (let i = 0; i < points.length; i++) {
    const c = points[i]!;
    if (c >= 32 && c !== 34 && c !== 92) pieces.push(c);
    else for (const ch of escape(String.fromCharCode(c))) pieces.push(ch.charCodeAt(0));
  }
  pieces.push(34);
  return textFromPoints(pieces);
}

/** Quoted, in ASCII: astral characters as two escapes. */
export function quotedAscii(text: Text): string {
  if (typeof text === "string") return notPlain.test(text) ? escaped(text, 127) : `"${text}"`;
  let out = '"';
  const n = textLength(text);
  for (let i = 0; i < n; i++) {
    const c = textAt(text, i);
    if (c > 0xffff) out += hex4(0xd800 + ((c - 0x10000) >> 10)) + hex4(0xdc00 + ((c - 0x10000) & 0x3ff));
    else if (c >= 32 && c < 127 && c !== 34 && c !== 92) out += String.fromCharCode(c);
    else out += escape(String.fromCharCode(c));
  }
  return `${out}"`;
}
