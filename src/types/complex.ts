// complex: data is { real, imag }. Mirrors Objects/complexobject.c; the arithmetic is in base/complex-math.ts. See docs/types.md.
import { complexDiv, complexDivReal, complexMul, complexPow as powOf, realDivComplex } from "../base/complex-math.ts";
import { hasMisplacedUnderscore, parseComplex } from "../base/float-format.ts";
import { formatComplex } from "../base/format-spec.ts";
import { hypot } from "../base/math.ts";
import { PythonError } from "../base/python-error.ts";
import { complexRepr } from "../base/repr.ts";
import { asciiNumberText } from "../base/text-case.ts";
import { textToHost } from "../base/text.ts";
import { call, callMethodOwned, lookupSpecial } from "../core/call.ts";
import { asDouble, bigToDouble, reprText } from "../core/convert.ts";
import { classMethod, defineType, member, method } from "../core/define.ts";
import { newError, overflowError, typeError, valueError, zeroDivisionError } from "../core/errors.ts";
import { foldSafe } from "../core/hash.ts";
import { addressHash } from "../core/identity.ts";
import { K_COMPLEX, Leaf, type PyStr, TPFLAGS_BASETYPE, type TypeRec, type Value } from "../core/object.ts";
import { bindArguments, NativeDef } from "../core/signature.ts";
import { fullTypeName } from "../core/type-names.ts";
import { typeOf } from "../core/type.ts";
import { warn } from "../core/warn.ts";
import type { Vm } from "../vm/vm.ts";
import { False, True } from "./bool.ts";
import * as exc from "./exceptions.ts";
import { floatValue, FloatType, hashDouble, isFloat, newFloat } from "./float.ts";
import { intValue, isBigOrInt } from "./int/int-object.ts";
import { None } from "./none.ts";
import { newInstanceOfBuiltin } from "./object-type.ts";
import { NotImplemented } from "./singletons.ts";
import { isStr, newStr, newText, strText } from "./str/str-object.ts";
import { newTuple } from "./tuple.ts";

export interface ComplexData {
  readonly real: number;
  readonly imag: number;
}

/** An exact complex. */
export function newComplex(real: number, imag: number): Leaf {
  const c = new Leaf(ComplexType, { real, imag } satisfies ComplexData, null);
  if (ComplexType.onBirth !== null) ComplexType.onBirth(c);
  return c;
}

/** complex or a subclass? */
export function isComplex(v: Value): v is Leaf {
  return typeof v !== "number" && v.type.kind === K_COMPLEX;
}

export const complexData = (v: Value): ComplexData => (v as Leaf).data as ComplexData;

function make(vm: Vm, type: TypeRec, real: number, imag: number): Value {
  return type === ComplexType ? newComplex(real, imag) : newInstanceOfBuiltin(vm, type, { real, imag } satisfies ComplexData);
}

type Pair = readonly [number, number];

const pair = (v: Value): Pair => {
  const { real, imag } = complexData(v);
  return [real, imag];
};

/** The double of an int or float operand; undefined for other types. */
function realOperand(vm: Vm, v: Value): number | undefined {
  if (typeof v === "number") return v;
  if (isFloat(v)) return floatValue(v);
  if (isBigOrInt(v)) {
    const n = intValue(v);
    return typeof n === "number" ? n : bigToDouble(vm, n);
  }
  return undefined;
}

/** Runs arithmetic of the object-free layer: its errors become Python's. */
function guarded(vm: Vm, run: () => Pair): Value {
  try {
    const [real, imag] = run();
    return newComplex(real, imag);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    throw error.type === "OverflowError" ? overflowError(vm, error.message) : zeroDivisionError(vm, error.message);
  }
}

/** A binary slot with a rule for each combination of complex and real operands. */
function binary(both: (a: Pair, b: Pair) => Pair, rightReal: (a: Pair, b: number) => Pair, leftReal: (a: number, b: Pair) => Pair) {
  return (vm: Vm, left: Value, right: Value): Value => {
    if (isComplex(left)) {
      if (isComplex(right)) return guarded(vm, () => both(pair(left), pair(right)));
      const b = realOperand(vm, right);
      return b === undefined ? NotImplemented : guarded(vm, () => rightReal(pair(left), b));
    }
    if (!isComplex(right)) return NotImplemented;
    const a = realOperand(vm, left);
    return a === undefined ? NotImplemented : guarded(vm, () => leftReal(a, pair(right)));
  };
}

/** An operand as complex; undefined for other types. */
function operand(vm: Vm, v: Value): Pair | undefined {
  if (isComplex(v)) return pair(v);
  const real = realOperand(vm, v);
  return real === undefined ? undefined : [real, 0];
}

function complex_pow(vm: Vm, left: Value, right: Value, modulus: Value): Value {
  const a = operand(vm, left);
  if (a === undefined) return NotImplemented;
  const b = operand(vm, right);
  if (b === undefined) return NotImplemented;
  if (modulus !== None) throw valueError(vm, "complex modulo");
  return guarded(vm, () => powOf(a as [number, number], b as [number, number]));
}

/** float ** float where the result is complex. */
export function complexPow(vm: Vm, left: Value, right: Value): Value {
  return complex_pow(vm, left, right, None);
}

function complex_abs(vm: Vm, self: Value): Value {
  const { real, imag } = complexData(self);
  if (Math.abs(real) === Infinity || Math.abs(imag) === Infinity) return newFloat(Infinity);
  if (Number.isNaN(real) || Number.isNaN(imag)) return newFloat(NaN);
  const result = hypot(real, imag);
  if (result === Infinity) throw overflowError(vm, "absolute value too large");
  return newFloat(result);
}

function complex_hash(vm: Vm, self: Value): number | bigint {
  const { real, imag } = complexData(self);
  const part = (v: number): number | bigint => (Number.isNaN(v) ? addressHash(vm, self as Leaf) : hashDouble(v));
  const a = part(real);
  const b = part(imag);
  if (b === 0) return a;
  const h = BigInt.asIntN(64, BigInt(a) + 1000003n * BigInt(b));
  return foldSafe(h === -1n ? -2n : h);
}

function complex_richcompare(vm: Vm, left: Value, right: Value, op: number): Value {
  if (op !== 2 && op !== 3) return NotImplemented;
  const { real, imag } = complexData(left);
  let equal: boolean;
  if (isComplex(right)) {
    const other = complexData(right);
    equal = real === other.real && imag === other.imag;
  } else if (isFloat(right)) equal = real === floatValue(right) && imag === 0;
  else if (isBigOrInt(right)) {
    if (imag === 0) return FloatType.tp_richcompare!(vm, newFloat(real), right, op);
    equal = false;
  } else return NotImplemented;
  return equal === (op === 2) ? True : False;
}

/** The answer of __complex__, where the type has one. */
function fromSpecial(vm: Vm, v: Value): ComplexData | undefined {
  const bound = lookupSpecial(vm, v, "__complex__");
  if (bound === undefined) return undefined;
  const answer = callMethodOwned(vm, bound, [], null);
  if (!isComplex(answer)) throw typeError(vm, `__complex__ returned non-complex (type ${typeOf(answer).name})`);
  if (answer.type !== ComplexType) {
    warn(vm, "DeprecationWarning", `__complex__ returned non-complex (type ${typeOf(answer).name}).  The ability to return an instance of a strict subclass of complex is deprecated, and may be removed in a future version of Python.`);
  }
  return complexData(answer);
}

/** PyComplex_AsCComplex: complex numbers, what has __complex__, real numbers. */
export function asComplex(vm: Vm, v: Value): ComplexData {
  if (isComplex(v)) return complexData(v);
  return fromSpecial(vm, v) ?? { real: asDouble(vm, v), imag: 0 };
}

function fromText(vm: Vm, type: TypeRec, text: PyStr): Value {
  const ascii = textToHost(asciiNumberText(strText(text)));
  const parsed = parseComplex(ascii);
  if (parsed === undefined) {
    if (ascii.includes("_") && hasMisplacedUnderscore(ascii)) throw valueError(vm, `could not convert string to complex: ${reprText(vm, text)}`);
    throw valueError(vm, "complex() arg is a malformed string");
  }
  return make(vm, type, parsed[0], parsed[1]);
}

const hasReal = (type: TypeRec): boolean => type.nb_float !== undefined || type.nb_index !== undefined;

let parameters: NativeDef | undefined;
/** How the constructor binds its arguments. */
function constructorArguments(): NativeDef {
  return (parameters ??= new NativeDef("complex", "(real=0, imag=0)", null, () => undefined, "function", true));
}

function notReal(name: string, v: Value): string {
  return `complex() argument '${name}' must be a real number, not ${fullTypeName(v)}`;
}

function complex_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  if (args.length === 1 && (kwnames === null || kwnames.length === 0)) {
    const arg = args[0]!;
    if (type === ComplexType && typeof arg !== "number" && arg.type === ComplexType) return arg;
    const special = fromSpecial(vm, arg);
    if (special !== undefined) return make(vm, type, special.real, special.imag);
    if (isStr(arg)) return fromText(vm, type, arg);
    if (!hasReal(typeOf(arg))) throw typeError(vm, `complex() argument must be a string or a number, not ${fullTypeName(arg)}`);
    return make(vm, type, asDouble(vm, arg), 0);
  }
  const [real, imag] = bindArguments(vm, constructorArguments(), args, kwnames) as [Value?, Value?];
  // A complex first argument and what has __complex__ are deprecated here but still add up.
  const r = real ?? 0;
  const special = fromSpecial(vm, r);
  if (special === undefined && !hasReal(typeOf(r))) throw typeError(vm, notReal("real", r));
  if (imag !== undefined && !hasReal(typeOf(imag)) && !isComplex(imag)) throw typeError(vm, notReal("imag", imag));
  let re: number;
  let im = 0;
  if (special !== undefined) {
    re = special.real;
    im = special.imag;
    if (!hasReal(typeOf(r))) warn(vm, "DeprecationWarning", notReal("real", r));
  } else re = asDouble(vm, r);
  if (imag !== undefined) {
    let added: number;
    if (isComplex(imag)) {
      warn(vm, "DeprecationWarning", notReal("imag", imag));
      added = complexData(imag).real;
      re -= complexData(imag).imag;
    } else added = asDouble(vm, imag);
    im = special === undefined ? added : added + im;
  }
  return make(vm, type, re, im);
}

const exact = (self: Leaf): Value => (self.type === ComplexType ? self : newComplex(complexData(self).real, complexData(self).imag));

export const ComplexType: TypeRec = defineType({
  name: "complex",
  doc: "Create a complex number from a string or numbers.\n\nIf a string is given, parse it as a complex number.\nIf a single number is given, convert it to a complex number.\nIf the 'real' or 'imag' arguments are given, create a complex number\nwith the specified real and imaginary components.",
  signature: "(real=0, imag=0)",
  kind: K_COMPLEX,
  leaf: true,
  flags: TPFLAGS_BASETYPE,
  methods: {
    from_number: classMethod("($type, number, /)", "Convert number to a complex floating-point number.", (vm: Vm, type: TypeRec, number: Value) => {
      if (type === ComplexType && typeof number !== "number" && number.type === ComplexType) return number;
      const { real, imag } = asComplex(vm, number);
      const result = newComplex(real, imag);
      return type === ComplexType ? result : call(vm, type.obj, [result]);
    }),
    conjugate: method("($self, /)", "Return the complex conjugate of its argument. (3-4j).conjugate() == 3+4j.", (_vm: Vm, self: Leaf) => newComplex(complexData(self).real, -complexData(self).imag)),
    __complex__: method("($self, /)", "Convert this value to exact type complex.", (_vm: Vm, self: Leaf) => exact(self)),
    __getnewargs__: method("($self, /)", null, (vm: Vm, self: Leaf) => newTuple(vm, [newFloat(complexData(self).real), newFloat(complexData(self).imag)])),
    __format__: method("($self, format_spec, /)", "Convert to a string according to format_spec.", (vm: Vm, self: Leaf, spec: Value) => {
      if (!isStr(spec)) throw typeError(vm, `__format__() argument must be str, not ${(spec as Value) === None ? "None" : typeOf(spec).name}`);
      const { real, imag } = complexData(self);
      if (strText(spec) === "") return newStr(complexRepr({ real, imag }));
      try {
        return newText(formatComplex(real, imag, strText(spec), undefined, typeOf(self).name));
      } catch (error) {
        if (!(error instanceof PythonError)) throw error;
        throw newError(vm, exc.ValueErrorType, error.message);
      }
    }),
  },
  getset: {
    real: member((_vm, self) => newFloat(complexData(self).real), undefined, "the real part of a complex number"),
    imag: member((_vm, self) => newFloat(complexData(self).imag), undefined, "the imaginary part of a complex number"),
  },
  slots: {
    tp_new: complex_new,
    tp_repr: (_vm, self) => newStr(complexRepr(complexData(self))),
    tp_hash: complex_hash,
    tp_richcompare: complex_richcompare,
    nb_add: binary((a, b) => [a[0] + b[0], a[1] + b[1]], (a, b) => [a[0] + b, a[1]], (a, b) => [a + b[0], b[1]]),
    nb_subtract: binary((a, b) => [a[0] - b[0], a[1] - b[1]], (a, b) => [a[0] - b, a[1]], (a, b) => [a - b[0], -b[1]]),
    nb_multiply: binary((a, b) => complexMul(a as [number, number], b as [number, number]), (a, b) => [a[0] * b, a[1] * b], (a, b) => [a * b[0], a * b[1]]),
    nb_true_divide: binary((a, b) => complexDiv(a as [number, number], b as [number, number]), (a, b) => complexDivReal(a as [number, number], b), (a, b) => realDivComplex(a, b as [number, number])),
    nb_power: complex_pow,
    nb_negative: (_vm, self) => newComplex(-complexData(self).real, -complexData(self).imag),
    nb_positive: (_vm, self) => exact(self),
    nb_absolute: complex_abs,
    nb_bool: (_vm, self) => complexData(self).real !== 0 || complexData(self).imag !== 0,
  },
});
