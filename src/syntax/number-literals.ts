// Values of number literals. Mirrors parsenumber of CPython's Parser/pegen.c. See docs/syntax-tree.md.
import { ComplexConst, FloatConst, intConst } from "../base/constant.ts";
import type { ConstValue } from "../base/constant.ts";
export { DEFAULT_MAX_STR_DIGITS } from "../base/int-text.ts";
import { LiteralError } from "./string-literals.ts";

/** Value of a NUMBER token. Raises LiteralError for a decimal int of more than `maxDigits` digits (0: no limit). */
export function parseNumberLiteral(text: string, maxDigits: number): ConstValue {
  const length = text.length;
  if (length <= 15) {
    // Plain decimal ints that a number holds exactly; anything else leaves the loop early.
    let value = 0;
    let i = 0;
    for (; i < length; i++) {
      const digit = text.charCodeAt(i) - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (i === length) return value;
  }
  const digits = text.indexOf("_") < 0 ? text : text.replaceAll("_", "");
  const last = digits.charCodeAt(digits.length - 1) | 32;
  if (digits.charCodeAt(0) === 48 && digits.length > 2) {
    const base = digits.charCodeAt(1) | 32;
    if (base === 120 || base === 111 || base === 98) return intConst(BigInt(digits));
  }
  if (last === 106) return new ComplexConst(0, Number(digits.slice(0, -1)));
  for (let i = 0; i < digits.length; i++) {
    const unit = digits.charCodeAt(i);
    if (unit < 48 || unit > 57) return new FloatConst(Number(digits));
  }
  if (digits.length <= 15) return Number(digits);
  if (maxDigits > 0 && digits.length > maxDigits) {
    throw new LiteralError(
      `Exceeds the limit (${maxDigits} digits) for integer string conversion: value has ${digits.length} digits; ` +
        "use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals " +
        "to avoid decimal conversion limits.",
    );
  }
  return intConst(BigInt(digits));
}
