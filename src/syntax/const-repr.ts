// repr() of constants, as dumps of trees, annotations as strings and error messages show them. Mirrors the tp_repr functions of
// the types involved (Objects/unicodeobject.c, bytesobject.c, floatobject.c, complexobject.c). See docs/syntax-tree.md.
import { ComplexConst, EllipsisConst, FloatConst, FrozenSetConst, SliceConst, SurrogateText, TupleConst } from "../base/constant.ts";
import type { ConstValue, TextConst } from "../base/constant.ts";
import { DTSF_SIGN, doubleRepr, doubleToText, isNegative } from "../base/float-format.ts";
import { DEFAULT_MAX_STR_DIGITS, intToText } from "../base/int-text.ts";
import { isPrintable } from "../base/unicode.ts";

/** repr() of a constant. Raises PythonError ValueError for an int of more than 4300 digits. */
export function constRepr(value: ConstValue): string {
  if (typeof value === "string" || value instanceof SurrogateText) return textRepr(value);
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "bigint") return intToText(value, DEFAULT_MAX_STR_DIGITS);
  if (value instanceof FloatConst) return doubleRepr(value.value);
  if (value instanceof ComplexConst) return complexRepr(value);
  if (value instanceof Uint8Array) return bytesRepr(value);
  if (value instanceof EllipsisConst) return "Ellipsis";
  if (value instanceof TupleConst) {
    const items = value.items.map(constRepr);
    return items.length === 1 ? `(${items[0]},)` : `(${items.join(", ")})`;
  }
  if (value instanceof FrozenSetConst) return value.items.length === 0 ? "frozenset()" : `frozenset({${value.items.map(constRepr).join(", ")}})`;
  if (value instanceof SliceConst) return `slice(${constRepr(value.start)}, ${constRepr(value.stop)}, ${constRepr(value.step)})`;
  return value satisfies never;
}

function complexRepr(value: ComplexConst): string {
  if (value.real === 0 && !isNegative(value.real)) return doubleToText(value.imag, "r", 0, 0) + "j";
  return `(${doubleToText(value.real, "r", 0, 0)}${doubleToText(value.imag, "r", 0, DTSF_SIGN)}j)`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}

/** repr() of a str. */
export function textRepr(text: TextConst): string {
  if (typeof text === "string") {
    let plain = true;
    for (let i = 0; i < text.length && plain; i++) {
      const unit = text.charCodeAt(i);
      plain = unit >= 32 && unit < 127 && unit !== 39 && unit !== 92;
    }
    if (plain) return `'${text}'`;
  }
  const points = typeof text === "string" ? Array.from(text, (character) => character.codePointAt(0)!) : text.codePoints;
  const quote = points.includes(39) && !points.includes(34) ? 34 : 39;
  let out = String.fromCharCode(quote);
  for (const point of points) {
    if (point === quote || point === 92) out += "\\" + String.fromCharCode(point);
    else if (point === 10) out += "\\n";
    else if (point === 13) out += "\\r";
    else if (point === 9) out += "\\t";
    else if (point >= 0xd800 && point <= 0xdfff) out += "\\u" + hex(point, 4);
    else if (isPrintable(point)) out += String.fromCodePoint(point);
    else if (point < 0x100) out += "\\x" + hex(point, 2);
    else if (point < 0x10000) out += "\\u" + hex(point, 4);
    else out += "\\U" + hex(point, 8);
  }
  return out + String.fromCharCode(quote);
}

function bytesRepr(bytes: Uint8Array): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? 34 : 39;
  let out = "b" + String.fromCharCode(quote);
  for (const byte of bytes) {
    if (byte === quote || byte === 92) out += "\\" + String.fromCharCode(byte);
    else if (byte === 9) out += "\\t";
    else if (byte === 10) out += "\\n";
    else if (byte === 13) out += "\\r";
    else if (byte < 32 || byte >= 127) out += "\\x" + hex(byte, 2);
    else out += String.fromCharCode(byte);
  }
  return out + String.fromCharCode(quote);
}
