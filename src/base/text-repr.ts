// repr() of text as the object-free layers need it, for messages and listings. Mirrors unicode_repr of Objects/unicodeobject.c.
// See docs/syntax-tokens.md.
import { isPrintable } from "./unicode.ts";

/** repr() of a str. */
export function textRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  if (/^[ !#-&(-[\]-~]*$/.test(text)) return quote + text + quote;
  let result = quote;
  for (const char of text) {
    const c = char.codePointAt(0)!;
    if (char === quote || char === "\\") result += `\\${char}`;
    else if (c === 10) result += "\\n";
    else if (c === 13) result += "\\r";
    else if (c === 9) result += "\\t";
    else if (isPrintable(c)) result += char;
    else if (c < 0x100) result += `\\x${c.toString(16).padStart(2, "0")}`;
    else if (c < 0x10000) result += `\\u${c.toString(16).padStart(4, "0")}`;
    else result += `\\U${c.toString(16).padStart(8, "0")}`;
  }
  return result + quote;
}
