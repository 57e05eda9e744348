// The Decimal type. Mirrors the last third of Modules/_decimal/_decimal.c. See docs/modules.md.
import * as A from "../../base/decimal/arithmetic.ts";
import {
  absolute,
  adjusted,
  compareNumbers,
  type Dec,
  digitCount,
  finite,
  FINITE,
  FLOAT_OPERATION,
  INFINITE,
  integerPart,
  INVALID_OPERATION,
  isNan,
  negated,
  pow10,
  QNAN,
  rescale,
  ROUND_CEILING,
  ROUND_FLOOR,
  ROUND_HALF_EVEN,
  SNAN,
  withSign,
} from "../../base/decimal/number.ts";
import { decimalText, formatDecimal, marksOfSpec, type NumberMarks } from "../../base/decimal/text.ts";
import * as T from "../../base/decimal/transcendental.ts";
import {
  addressHash,
  asSsize,
  call,
  complexData,
  type Container,
  defineType,
  dictGetText,
  floatValue,
  foldSafe,
  getAttrText,
  importModule,
  intValue,
  isBigOrInt,
  isComplex,
  isDict,
  isFloat,
  isInstance,
  isStr,
  memoryError,
  type NativeDef,
  newBool,
  newComplex,
  newFloat,
  newInt,
  newStr,
  newTuple,
  None,
  NotImplemented,
  overflowError,
  strFromJs,
  textOf,
  TPFLAGS_BASETYPE,
  type TypeRec,
  typeError,
  typeOf,
  type Value,
  valueError,
  type Vm,
  warn,
} from "../../core/api.ts";
import { constructorArguments, documented } from "../documented.ts";
import { numberDocs } from "../number-docs.generated.ts";
import { fromFloat } from "./context.ts";
import { asClass, asOperand, asRounding, decimalOfType, decOf, decOfDouble, decOfInt, decOfValue, isDecimal, newDecimal, operand, toText } from "./convert.ts";
import { checkKeywords, type ContextData, contextArgument, current, kept, operate, TUPLE } from "./state.ts";

const D = documented("_decimal", numberDocs);
type Method = (name: string) => NativeDef;

const unary = (name: string, op: (c: ContextData, a: Dec) => Dec): Method =>
  D.method(`Decimal.${name}`, (vm: Vm, self: Value, context?: Value) => newDecimal(operate(vm, contextArgument(vm, context), (c) => op(c, decOf(self)))));

const binary = (name: string, op: (c: ContextData, a: Dec, b: Dec) => Dec): Method =>
  D.method(`Decimal.${name}`, (vm: Vm, self: Value, other: Value, context?: Value) => {
    const c = contextArgument(vm, context);
    const b = asOperand(vm, other);
    return newDecimal(operate(vm, c, (work) => op(work, decOf(self), b)));
  });

const predicate = (name: string, op: (a: Dec) => boolean): Method => D.method(`Decimal.${name}`, (_vm: Vm, self: Value) => newBool(op(decOf(self))));

const bounded = (name: string, op: (c: ContextData, a: Dec) => boolean): Method =>
  D.method(`Decimal.${name}`, (vm: Vm, self: Value, context?: Value) => newBool(op(contextArgument(vm, context), decOf(self))));

const integral = (name: string, exact: boolean): Method =>
  D.method(`Decimal.${name}`, (vm: Vm, self: Value, rounding?: Value, context?: Value) => {
    const c = contextArgument(vm, context);
    const mode = rounding === undefined || rounding === None ? c.rounding : asRounding(vm, rounding);
    return newDecimal(operate(vm, c, (work) => A.toIntegral(work, decOf(self), mode, exact)));
  });

const itself = (name: string): Method => D.method(`Decimal.${name}`, (_vm: Vm, self: Value) => self);

/** The value as an int, rounded. */
function toInt(vm: Vm, d: Dec, rounding?: number): Value {
  if (isNan(d)) throw valueError(vm, "cannot convert NaN to integer");
  if (d.kind === INFINITE) throw overflowError(vm, "cannot convert Infinity to integer");
  try {
    return newInt(integerPart(rounding === undefined || d.exp >= 0 ? d : rescale(d, 0, rounding)));
  } catch (error) {
    if (error instanceof RangeError) throw memoryError(vm);
    throw error;
  }
}

function toDouble(vm: Vm, d: Dec): number {
  if (isNan(d)) {
    if (d.kind === SNAN) throw valueError(vm, "cannot convert signaling NaN to float");
    return NaN;
  }
  if (d.kind === INFINITE) return d.sign === 1 ? -Infinity : Infinity;
  return Number(`${d.sign === 1 ? "-" : ""}${d.coeff}e${d.exp}`);
}

function asIntegerRatio(vm: Vm, self: Value): Value {
  const d = decOf(self);
  if (isNan(d)) throw valueError(vm, "cannot convert NaN to integer ratio");
  if (d.kind === INFINITE) throw overflowError(vm, "cannot convert Infinity to integer ratio");
  let numerator = d.sign === 1 ? -d.coeff : d.coeff;
  let denominator = 1n;
  if (d.exp >= 0) numerator *= pow10(d.exp);
  else if (numerator !== 0n) {
    denominator = pow10(-d.exp);
    // Only twos and fives can be common factors.
    for (const prime of [10n, 5n, 2n]) {
      while (denominator % prime === 0n && numerator % prime === 0n) {
        denominator /= prime;
        numerator /= prime;
      }
    }
  }
  return newTuple(vm, [newInt(numerator), newInt(denominator)]);
}

function asTuple(vm: Vm, self: Value): Value {
  const d = decOf(self);
  let digits: Value[];
  let exponent: Value;
  if (d.kind === INFINITE) {
    digits = [0];
    exponent = newStr("F");
  } else if (isNan(d)) {
    digits = d.coeff === 0n ? [] : [...d.coeff.toString()].map(Number);
    exponent = newStr(d.kind === SNAN ? "N" : "n");
  } else {
    digits = [...d.coeff.toString()].map(Number);
    exponent = newInt(BigInt(d.exp));
  }
  return call(vm, kept(vm, TUPLE), [d.sign, newTuple(vm, digits), exponent]);
}

function round(vm: Vm, self: Value, args: Value[]): Value {
  if (args.length > 1) throw typeError(vm, `function takes at most 1 argument (${args.length} given)`);
  const d = decOf(self);
  if (args.length === 0) return toInt(vm, d, ROUND_HALF_EVEN);
  if (!isBigOrInt(args[0]!)) throw typeError(vm, "optional arg must be an integer");
  const places = asSsize(vm, args[0]!);
  return newDecimal(operate(vm, current(vm), (c) => A.quantize(c, d, finite(0, 1n, -places), c.rounding)));
}

function format(vm: Vm, self: Value, args: Value[]): Value {
  if (args.length < 1) throw typeError(vm, `function takes at least 1 argument (${args.length} given)`);
  const spec = args[0]!;
  if (!isStr(spec)) throw typeError(vm, "format arg must be str");
  if (args.length > 2) throw typeError(vm, `function takes at most 2 arguments (${args.length} given)`);
  const wanted = textOf(spec);
  const marks = args.length > 1 ? overriddenMarks(vm, wanted, args[1]!) : undefined;
  const size = /[0-9]{19,}/.exec(wanted);
  if (size !== null && marksOfSpec(wanted) !== undefined) {
    const n = BigInt(size[0]);
    // The Python code that takes over there needs no such number of digits.
    const idle = n > 9223372036854775807n && /\.[0-9]+$/.test(wanted);
    if (!idle && n > 18446744073709551615n) throw overflowError(vm, "cannot fit 'int' into an index-sized integer");
    if (!idle && n > 9223372036854775807n) throw memoryError(vm);
    if (!idle) throw valueError(vm, "format specification exceeds internal limits of _decimal");
  }
  const c = current(vm);
  let text: string | undefined;
  try {
    text = formatDecimal(decOf(self), wanted, c, c.capitals, marks);
  } catch (error) {
    if (error instanceof RangeError) throw memoryError(vm);
    throw error;
  }
  if (text === undefined) throw valueError(vm, "invalid format string");
  if (wanted.endsWith("N")) warn(vm, "DeprecationWarning", "Format specifier 'N' is deprecated and slated for removal in Python 3.18");
  return strFromJs(text);
}

/** The marks of a dictionary like localeconv()'s, over those of the specification. */
function overriddenMarks(vm: Vm, spec: string, override: Value): NumberMarks | undefined {
  if (!isDict(override)) throw typeError(vm, "optional argument must be a dict");
  const marks = marksOfSpec(spec);
  if (marks === undefined) return undefined;
  const entry = (key: string): string | undefined => {
    const v = dictGetText(override, key);
    if (v === undefined) return undefined;
    if (!isStr(v)) throw typeError(vm, "bad argument type for built-in operation");
    const text = textOf(v);
    return text.includes("\0") ? text.slice(0, text.indexOf("\0")) : text;
  };
  const point = entry("decimal_point") ?? marks.point;
  const separator = entry("thousands_sep") ?? marks.separator;
  const sizes = entry("grouping");
  const size = (text: string): number => new TextEncoder().encode(text).length;
  if ((sizes !== undefined && /[^\x01-\x7f]/.test(sizes)) || size(point) === 0 || size(point) > 4 || size(separator) > 4) throw valueError(vm, "invalid override dict");
  return { point, separator, grouping: sizes === undefined ? marks.grouping : Array.from(sizes, (c) => c.charCodeAt(0)) };
}

const MODULUS = 2305843009213693951n;
const INVERSE_OF_10 = 2075258708292324556n;

function powerModulus(base: bigint, n: number): bigint {
  let result = 1n;
  for (let b = base, k = BigInt(n); k > 0n; k >>= 1n) {
    if ((k & 1n) === 1n) result = (result * b) % MODULUS;
    b = (b * b) % MODULUS;
  }
  return result;
}

function hashDecimal(vm: Vm, self: Value): number | bigint {
  const d = decOf(self);
  if (d.kind === SNAN) throw typeError(vm, "Cannot hash a signaling NaN value");
  if (d.kind === QNAN) return addressHash(vm, self as Container);
  if (d.kind === INFINITE) return d.sign === 1 ? -314159 : 314159;
  const scale = d.exp >= 0 ? powerModulus(10n, d.exp) : powerModulus(INVERSE_OF_10, -d.exp);
  let h = ((d.coeff % MODULUS) * scale) % MODULUS;
  if (d.sign === 1) h = -h;
  return foldSafe(h === -1n ? -2n : h);
}

/** The other side of a comparison; undefined where types do not mix. `ratio` is a denominator for the left side. */
function comparable(vm: Vm, v: Value, op: number): { value: Dec; denominator?: bigint } | undefined {
  const known = operand(v);
  if (known !== undefined) return { value: known };
  const equality = op === 2 || op === 3;
  if (isFloat(v) || (isComplex(v) && equality)) {
    if (isComplex(v) && complexData(v).imag !== 0) return undefined;
    const c = current(vm);
    // Comparing for equality never raises: the flag is enough.
    if (equality) c.flags |= FLOAT_OPERATION;
    else operate(vm, c, (work) => {
      work.status |= FLOAT_OPERATION;
    });
    return { value: decOfDouble(isFloat(v) ? floatValue(v) : complexData(v).real) };
  }
  const rational = getAttrText(vm, importModule(vm, "numbers", None, None, 0), "Rational");
  if (!isInstance(vm, v, rational)) return undefined;
  const numerator = getAttrText(vm, v, "numerator");
  const denominator = getAttrText(vm, v, "denominator");
  if (!isBigOrInt(numerator) || !isBigOrInt(denominator)) return undefined;
  return { value: decOfInt(intValue(numerator)), denominator: BigInt(intValue(denominator)) };
}

function richcompare(vm: Vm, left: Value, right: Value, op: number): Value {
  if (!isDecimal(left)) return NotImplemented;
  const other = comparable(vm, right, op);
  if (other === undefined) return NotImplemented;
  let a = decOf(left);
  const b = other.value;
  if (isNan(a) || isNan(b)) {
    // Quiet NaNs are unequal to everything; the rest signals.
    if (a.kind === SNAN || b.kind === SNAN || (op !== 2 && op !== 3)) {
      operate(vm, current(vm), (c) => {
        c.status |= INVALID_OPERATION;
      });
    }
    return newBool(op === 3);
  }
  if (other.denominator !== undefined && a.kind === FINITE) a = finite(a.sign, a.coeff * other.denominator, a.exp);
  const order = compareNumbers(a, b);
  return newBool([order < 0, order <= 0, order === 0, order !== 0, order > 0, order >= 0][op]!);
}

const arithmetic =
  (op: (c: ContextData, a: Dec, b: Dec) => Dec) =>
  (vm: Vm, left: Value, right: Value): Value => {
    const a = operand(left);
    if (a === undefined) return NotImplemented;
    const b = operand(right);
    if (b === undefined) return NotImplemented;
    return newDecimal(operate(vm, current(vm), (c) => op(c, a, b)));
  };

const sign1 = (op: (c: ContextData, a: Dec) => Dec) => (vm: Vm, self: Value): Value => newDecimal(operate(vm, current(vm), (c) => op(c, decOf(self))));

const newArguments = constructorArguments("this function", '(value="0", context=None)');

const methods: Record<string, Method> = {
  exp: unary("exp", T.exp),
  ln: unary("ln", T.ln),
  log10: unary("log10", T.log10),
  logb: unary("logb", A.logb),
  logical_invert: unary("logical_invert", A.logicalInvert),
  next_minus: unary("next_minus", A.nextMinus),
  next_plus: unary("next_plus", A.nextPlus),
  normalize: unary("normalize", A.normalize),
  sqrt: unary("sqrt", A.sqrt),
  to_integral: integral("to_integral", false),
  to_integral_value: integral("to_integral_value", false),
  to_integral_exact: integral("to_integral_exact", true),

  compare: binary("compare", A.compare),
  compare_signal: binary("compare_signal", A.compareSignal),
  compare_total: binary("compare_total", (_c, a, b) => A.total(a, b)),
  compare_total_mag: binary("compare_total_mag", (_c, a, b) => A.totalMagnitude(a, b)),
  copy_sign: binary("copy_sign", (_c, a, b) => withSign(a, b.sign)),
  logical_and: binary("logical_and", (c, a, b) => A.logical(c, a, b, (x, y) => x & y)),
  logical_or: binary("logical_or", (c, a, b) => A.logical(c, a, b, (x, y) => x | y)),
  logical_xor: binary("logical_xor", (c, a, b) => A.logical(c, a, b, (x, y) => x ^ y)),
  max: binary("max", (c, a, b) => A.extreme(c, a, b, 1, false)),
  max_mag: binary("max_mag", (c, a, b) => A.extreme(c, a, b, 1, true)),
  min: binary("min", (c, a, b) => A.extreme(c, a, b, -1, false)),
  min_mag: binary("min_mag", (c, a, b) => A.extreme(c, a, b, -1, true)),
  next_toward: binary("next_toward", A.nextToward),
  remainder_near: binary("remainder_near", A.remainderNear),
  rotate: binary("rotate", (c, a, b) => A.shift(c, a, b, true)),
  shift: binary("shift", (c, a, b) => A.shift(c, a, b, false)),
  scaleb: binary("scaleb", A.scaleb),
  same_quantum: D.method("Decimal.same_quantum", (vm: Vm, self: Value, other: Value, context?: Value) => {
    contextArgument(vm, context);
    return newBool(A.sameQuantum(decOf(self), asOperand(vm, other)));
  }),
  fma: D.method("Decimal.fma", (vm: Vm, self: Value, other: Value, third: Value, context?: Value) => {
    const c = contextArgument(vm, context);
    const b = asOperand(vm, other);
    const d = asOperand(vm, third);
    return newDecimal(operate(vm, c, (work) => A.fma(work, decOf(self), b, d)));
  }),
  quantize: D.method("Decimal.quantize", (vm: Vm, self: Value, exp: Value, rounding?: Value, context?: Value) => {
    const c = contextArgument(vm, context);
    const mode = rounding === undefined || rounding === None ? c.rounding : asRounding(vm, rounding);
    const to = asOperand(vm, exp);
    return newDecimal(operate(vm, c, (work) => A.quantize(work, decOf(self), to, mode)));
  }),

  is_canonical: predicate("is_canonical", () => true),
  is_finite: predicate("is_finite", (a) => a.kind === FINITE),
  is_infinite: predicate("is_infinite", (a) => a.kind === INFINITE),
  is_nan: predicate("is_nan", (a) => isNan(a)),
  is_qnan: predicate("is_qnan", (a) => a.kind === QNAN),
  is_snan: predicate("is_snan", (a) => a.kind === SNAN),
  is_signed: predicate("is_signed", (a) => a.sign === 1),
  is_zero: predicate("is_zero", (a) => a.kind === FINITE && a.coeff === 0n),
  is_normal: bounded("is_normal", A.isNormal),
  is_subnormal: bounded("is_subnormal", A.isSubnormal),

  adjusted: D.method("Decimal.adjusted", (_vm: Vm, self: Value) => (decOf(self).kind === FINITE ? newInt(BigInt(adjusted(decOf(self)))) : 0)),
  canonical: itself("canonical"),
  conjugate: itself("conjugate"),
  __copy__: itself("__copy__"),
  __deepcopy__: itself("__deepcopy__"),
  radix: D.method("Decimal.radix", () => newDecimal(decOfInt(10))),
  copy_abs: D.method("Decimal.copy_abs", (_vm: Vm, self: Value) => newDecimal(absolute(decOf(self)))),
  copy_negate: D.method("Decimal.copy_negate", (_vm: Vm, self: Value) => newDecimal(negated(decOf(self)))),
  as_tuple: D.method("Decimal.as_tuple", asTuple),
  as_integer_ratio: D.method("Decimal.as_integer_ratio", asIntegerRatio),
  number_class: D.method("Decimal.number_class", (vm: Vm, self: Value, context?: Value) => newStr(A.numberClass(contextArgument(vm, context), decOf(self)))),
  to_eng_string: D.method("Decimal.to_eng_string", (vm: Vm, self: Value, context?: Value) => newStr(decimalText(decOf(self), true, contextArgument(vm, context).capitals))),
  from_float: D.classMethod("Decimal.from_float", (vm: Vm, type: TypeRec, f: Value) => asClass(vm, type, fromFloat(vm, f))),
  from_number: D.classMethod("Decimal.from_number", (vm: Vm, type: TypeRec, number: Value) => {
    if (isFloat(number)) return asClass(vm, type, decOfDouble(floatValue(number)));
    return asClass(vm, type, asOperand(vm, number));
  }),
  __format__: D.method("Decimal.__format__", format, "($self, *args)"),
  __round__: D.method("Decimal.__round__", round, "($self, *args)"),
  __ceil__: D.method("Decimal.__ceil__", (vm: Vm, self: Value) => toInt(vm, decOf(self), ROUND_CEILING)),
  __floor__: D.method("Decimal.__floor__", (vm: Vm, self: Value) => toInt(vm, decOf(self), ROUND_FLOOR)),
  __trunc__: D.method("Decimal.__trunc__", (vm: Vm, self: Value) => toInt(vm, decOf(self))),
  __complex__: D.method("Decimal.__complex__", (vm: Vm, self: Value) => newComplex(toDouble(vm, decOf(self)), 0)),
  __reduce__: D.method("Decimal.__reduce__", (vm: Vm, self: Value) => newTuple(vm, [typeOf(self).obj, newTuple(vm, [newStr(toText(decOf(self), current(vm)))])])),
  __sizeof__: D.method("Decimal.__sizeof__", (_vm: Vm, self: Value) => {
    const words = Math.ceil(digitCount(decOf(self).coeff) / 19);
    return 104 + (words > 4 ? 8 * words : 0);
  }),
};

export const DecimalType: TypeRec = defineType({
  name: "decimal.Decimal",
  doc: D.doc("Decimal"),
  ...D.signature("Decimal"),
  flags: TPFLAGS_BASETYPE,
  leaf: true,
  layoutChange: true,
  methods,
  getset: {
    real: D.getset("Decimal.real", (_vm, self) => self),
    imag: D.getset("Decimal.imag", () => newDecimal(decOfInt(0))),
  },
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      const given = args.length;
      if (given > 2) throw typeError(vm, `function takes at most 2 arguments (${given} given)`);
      checkKeywords(vm, kwnames, ["value", "context"]);
      const [value, context] = newArguments(vm, args, kwnames) as [Value?, Value?];
      const c = contextArgument(vm, context);
      if (value === undefined) return decimalOfType(vm, type, decOfInt(0));
      if (type === DecimalType && typeOf(value) === DecimalType) return value;
      return decimalOfType(vm, type, decOfValue(vm, value, c, true));
    },
    tp_repr: (vm, self) => newStr(`Decimal('${toText(decOf(self), current(vm))}')`),
    tp_str: (vm, self) => newStr(toText(decOf(self), current(vm))),
    tp_hash: hashDecimal,
    tp_richcompare: richcompare,
    nb_add: arithmetic(A.add),
    nb_subtract: arithmetic(A.subtract),
    nb_multiply: arithmetic(A.multiply),
    nb_remainder: arithmetic(A.remainder),
    nb_true_divide: arithmetic(A.divide),
    nb_floor_divide: arithmetic(A.divideInt),
    nb_divmod: (vm, left, right) => {
      const a = operand(left);
      const b = operand(right);
      if (a === undefined || b === undefined) return NotImplemented;
      return newTuple(vm, operate(vm, current(vm), (c) => A.divmod(c, a, b)).map(newDecimal));
    },
    nb_power: (vm, base, exponent, modulus) => {
      const a = operand(base);
      const b = operand(exponent);
      if (a === undefined || b === undefined) return NotImplemented;
      if (modulus === None) return newDecimal(operate(vm, current(vm), (c) => T.power(c, a, b)));
      const m = operand(modulus);
      if (m === undefined) return NotImplemented;
      return newDecimal(operate(vm, current(vm), (c) => T.powerModulo(c, a, b, m)));
    },
    nb_negative: sign1(A.minus),
    nb_positive: sign1(A.plus),
    nb_absolute: sign1(A.abs),
    nb_bool: (_vm, self) => decOf(self).kind !== FINITE || decOf(self).coeff !== 0n,
    nb_int: (vm, self) => toInt(vm, decOf(self)),
    nb_float: (vm, self) => newFloat(toDouble(vm, decOf(self))),
  },
});

