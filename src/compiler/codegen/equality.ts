// Equality of constants as Python's == sees it: 1, 1.0, True and 1+0j are one key. See docs/compiler.md.
import {
  ComplexConst,
  EllipsisConst,
  FloatConst,
  FrozenSetConst,
  SliceConst,
  SurrogateText,
  TupleConst,
  type ConstValue,
} from "../../base/constant.ts";

/** Equal for constants that compare equal. */
export function equalityKey(value: ConstValue): string {
  switch (typeof value) {
    case "string":
      return `s${value}`;
    case "boolean":
      return value ? "n1" : "n0";
    case "number":
    case "bigint":
      return `n${value}`;
  }
  if (value === null) return "None";
  if (value instanceof FloatConst) return numberKey(value.value);
  if (value instanceof ComplexConst) return value.imag === 0 ? numberKey(value.real) : `c${value.real},${value.imag}`;
  if (value instanceof Uint8Array) return `b${value.join()}`;
  if (value instanceof SurrogateText) return `u${value.codePoints.join()}`;
  if (value instanceof EllipsisConst) return "...";
  if (value instanceof TupleConst) return `t${value.items.map(equalityKey).join("\n")}`;
  if (value instanceof FrozenSetConst) return `f${value.items.map(equalityKey).sort().join("\n")}`;
  if (value instanceof SliceConst) return `l${[value.start, value.stop, value.step].map(equalityKey).join("\n")}`;
  return value satisfies never;
}

function numberKey(number: number): string {
  if (number === 0) return "n0";
  return Number.isInteger(number) ? `n${BigInt(number)}` : `n${number}`;
}
