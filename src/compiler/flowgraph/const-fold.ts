// The values of operators on constants: which are computed at compile time, and what comes out.
// Mirrors eval_const_binop and eval_const_unaryop of Python/flowgraph.c with their size limits.
// See docs/compiler-flowgraph.md.
import {
  ComplexConst,
  EllipsisConst,
  FloatConst,
  FrozenSetConst,
  intConst,
  SliceConst,
  SurrogateText,
  TupleConst,
} from "../../base/constant.ts";
import type { CodeConst } from "../../bytecode/code-unit.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import {
  isIntLike,
  isNumber,
  NB_ADD,
  NB_MULTIPLY,
  negative,
  numberBinop,
  positive,
} from "./const-numbers.ts";
import { concatenate, isSequence, isText, repeat, subscript } from "./const-sequences.ts";

/** BINARY_OP's argument for subscription. */
const NB_SUBSCR = 26;

/** The truth of a constant. */
export function constIsTrue(value: CodeConst): boolean {
  if (value === null || typeof value !== "object") return Boolean(value);
  if (value instanceof FloatConst) return value.value !== 0;
  if (value instanceof ComplexConst) return value.real !== 0 || value.imag !== 0;
  if (value instanceof TupleConst || value instanceof FrozenSetConst) return value.items.length > 0;
  if (value instanceof Uint8Array) return value.length > 0;
  return true;
}

/** `left operator right`, or undefined when that raises or gives something larger than CPython folds. */
export function evalConstBinop(left: CodeConst, operator: number, right: CodeConst): CodeConst | undefined {
  if (isNumber(left) && isNumber(right)) return operator === NB_SUBSCR ? undefined : numberBinop(left, operator, right);
  switch (operator) {
    case NB_ADD:
      return isSequence(left) && isSequence(right) ? concatenate(left, right) : undefined;
    case NB_MULTIPLY:
      if (isSequence(left) && isIntLike(right)) return repeat(left, right);
      return isIntLike(left) && isSequence(right) ? repeat(right, left) : undefined;
    case NB_SUBSCR:
      return isSequence(left) ? subscript(left, right) : undefined;
    default:
      return undefined;
  }
}

/** UNARY_NEGATIVE, UNARY_INVERT, UNARY_NOT, or CALL_INTRINSIC_1 for unary plus; undefined when that raises or is left alone. */
export function evalConstUnaryop(operand: CodeConst, opcode: number): CodeConst | undefined {
  if (opcode === Op.UNARY_NOT) return !constIsTrue(operand);
  if (!isNumber(operand)) return undefined;
  switch (opcode) {
    case Op.UNARY_NEGATIVE:
      return negative(operand);
    case Op.UNARY_INVERT:
      // ~True is deprecated and warns at run time.
      return typeof operand === "number" || typeof operand === "bigint" ? intConst(~BigInt(operand)) : undefined;
    default:
      return positive(operand);
  }
}

/** Spells a constant such that what Python finds equal is spelled alike (1, 1.0 and True). Objects equal only to themselves: by number. */
function equalityKey(value: CodeConst, identities: Map<object, number>): string {
  if (isIntLike(value)) return `n${BigInt(value)}`;
  if (value === null) return "None";
  if (isText(value)) return value instanceof SurrogateText ? `u${value.codePoints.join()}` : `t${value.length}:${value}`;
  if (value instanceof FloatConst) return floatKey(value, value.value, identities);
  if (value instanceof ComplexConst) {
    if (value.imag === 0) return floatKey(value, value.real, identities);
    if (value.real === value.real && value.imag === value.imag) return `c${value.real || 0},${value.imag}`;
    return identityKey(value, identities);
  }
  if (value instanceof Uint8Array) return `b${value.join()}`;
  if (value instanceof EllipsisConst) return "...";
  if (value instanceof TupleConst) {
    return `(${(value.items as readonly CodeConst[]).map((item) => equalityKey(item, identities)).join()})`;
  }
  if (value instanceof FrozenSetConst) {
    return `{${(value.items as readonly CodeConst[]).map((item) => equalityKey(item, identities)).sort().join()}}`;
  }
  if (value instanceof SliceConst) {
    const { start, stop, step } = value as SliceConst<CodeConst>;
    return `[${[start, stop, step].map((part) => equalityKey(part, identities)).join()}]`;
  }
  return identityKey(value, identities);
}

function floatKey(object: object, value: number, identities: Map<object, number>): string {
  if (Number.isInteger(value)) return `n${BigInt(value)}`;
  return value === value ? `f${value}` : identityKey(object, identities);
}

function identityKey(value: object, identities: Map<object, number>): string {
  let identity = identities.get(value);
  if (identity === undefined) {
    identity = identities.size;
    identities.set(value, identity);
  }
  return `#${identity}`;
}

/** The members of a set of the values: the first of those that Python finds equal. */
export function frozenSetItems(values: readonly CodeConst[]): CodeConst[] {
  const seen = new Set<string>();
  const identities = new Map<object, number>();
  return values.filter((value) => {
    const key = equalityKey(value, identities);
    return !seen.has(key) && seen.add(key);
  });
}
