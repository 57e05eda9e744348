// Contexts and their dictionaries of signals. Mirrors the middle of Modules/_decimal/_decimal.c. See docs/modules.md.
import * as A from "../../base/decimal/arithmetic.ts";
import {
  absolute,
  type Dec,
  finalize,
  isNan,
  FINITE,
  INFINITE,
  negated,
  QNAN,
  ROUNDINGS,
  SNAN,
  withSign,
} from "../../base/decimal/number.ts";
import { decimalText } from "../../base/decimal/text.ts";
import * as T from "../../base/decimal/transcendental.ts";
import {
  attributeError,
  Container,
  defineType,
  dropError,
  dictGet,
  dictSet,
  exc,
  floatValue,
  genericGetAttr,
  genericSetAttr,
  getIter,
  intern,
  intValue,
  isBigOrInt,
  isDict,
  isFloat,
  isList,
  isSubtype,
  type NativeDef,
  newBool,
  newError,
  newInt,
  newList,
  newScopedDict,
  newStr,
  newSubclassInstance,
  newTuple,
  None,
  NotImplemented,
  overflowError,
  PyError,
  type PyStr,
  recOf,
  strFromJs,
  textOf,
  TPFLAGS_BASETYPE,
  truth,
  typeError,
  typeOf,
  type TypeRec,
  type Value,
  valueError,
  type Vm,
} from "../../core/api.ts";
import { constructorArguments, documented } from "../documented.ts";
import { numberDocs } from "../number-docs.generated.ts";
import { asOperand, asRounding, decOfDouble, decOfInt, decOfValue, isDecimal, newDecimal, toText } from "./convert.ts";
import { checkKeywords, contextData, ContextData, exceptionNamed, kept, newContext, operate, SIGNAL_DICT, signalList, signalMask, signalNames, signals } from "./state.ts";

const D = documented("_decimal", numberDocs);
type Method = (name: string) => NativeDef;

const SIGNALS_MESSAGE = "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]";

function maskOf(vm: Vm, v: Value): number {
  const mask = signalMask(vm, v);
  if (mask === undefined) throw newError(vm, exc.KeyErrorType, SIGNALS_MESSAGE);
  return mask;
}

// Dictionaries of signals: views of the flags or the traps of a context.

/** Payload: the context's data and which of its two sets this is; null before a context is. */
interface SignalView {
  data: ContextData | null;
  which: "flags" | "traps";
}

const viewOf = (v: Value): SignalView => (v as Container).data as SignalView;

function dataOf(vm: Vm, view: SignalView): ContextData {
  if (view.data === null || view.data.gone) throw valueError(vm, "invalid signal dict");
  return view.data;
}

const bitsOf = (vm: Vm, v: Value): number => {
  const view = viewOf(v);
  return dataOf(vm, view)[view.which];
};

function newSignalView(vm: Vm, data: ContextData, which: "flags" | "traps"): Value {
  return newSubclassInstance(vm, recOf(kept(vm, SIGNAL_DICT)), { data, which } satisfies SignalView);
}

function signalDict(vm: Vm, bits: number): Value {
  const dict = newScopedDict(vm);
  for (const [name, mask] of signals) dictSet(vm, dict, exceptionNamed(vm, name), newBool((bits & mask) !== 0));
  return dict;
}

/** A dictionary with all the signals as conditions. */
function bitsOfDict(vm: Vm, dict: Value): number {
  let bits = 0;
  if ((dict as Container).type.mp_length!(vm, dict) !== signals.length) throw newError(vm, exc.KeyErrorType, "invalid signal dict");
  for (const [name, mask] of signals) {
    const on = dictGet(vm, dict as Container, exceptionNamed(vm, name));
    if (on === undefined) throw newError(vm, exc.KeyErrorType, "invalid signal dict");
    if (truth(vm, on)) bits |= mask;
  }
  return bits;
}

function signalBits(vm: Vm, v: Value, lists: boolean): number {
  if (isSubtype(typeOf(v), SignalDictMixinType)) return bitsOf(vm, v);
  if (lists && isList(v)) return (v.data as Value[]).reduce<number>((bits, signal) => bits | maskOf(vm, signal), 0);
  if (!isDict(v)) throw typeError(vm, "argument must be a signal dict");
  return bitsOfDict(vm, v);
}

export const SignalDictMixinType: TypeRec = defineType({
  name: "decimal.SignalDictMixin",
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    copy: D.method("SignalDictMixin.copy", (vm: Vm, self: Value) => signalDict(vm, bitsOf(vm, self)), "($self, /)"),
  },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, { data: null, which: "flags" } satisfies SignalView),
    tp_init: () => undefined,
    tp_hash: null,
    tp_repr: (vm, self) => {
      const bits = bitsOf(vm, self);
      return strFromJs(`{${signals.map(([name, mask]) => `<class 'decimal.${name}'>:${(bits & mask) !== 0 ? "True" : "False"}`).join(", ")}}`);
    },
    tp_richcompare: (vm, left, right, op) => {
      if (op !== 2 && op !== 3) return NotImplemented;
      const bits = bitsOf(vm, left);
      let other: number;
      if (isSubtype(typeOf(right), SignalDictMixinType)) other = bitsOf(vm, right);
      else if (isDict(right)) {
        try {
          other = bitsOfDict(vm, right);
        } catch (error) {
          if (!(error instanceof PyError)) throw error;
          dropError(vm, error);
          return NotImplemented;
        }
      } else return NotImplemented;
      return newBool((bits === other) === (op === 2));
    },
    tp_iter: (vm, self) => {
      dataOf(vm, viewOf(self));
      return getIter(vm, newTuple(vm, signals.map(([name]) => exceptionNamed(vm, name))));
    },
    mp_length: (vm, self) => {
      dataOf(vm, viewOf(self));
      return signals.length;
    },
    mp_subscript: (vm, self, key: Value) => {
      const bits = bitsOf(vm, self);
      return newBool((bits & maskOf(vm, key)) !== 0);
    },
    mp_ass_subscript: (vm, self, key, value) => {
      const view = viewOf(self);
      const data = dataOf(vm, view);
      if (value === undefined) throw valueError(vm, "signal keys cannot be deleted");
      const mask = maskOf(vm, key);
      data[view.which] = truth(vm, value) ? data[view.which] | mask : data[view.which] & ~mask;
    },
  },
});

// Attributes.

function asNumber(vm: Vm, v: Value): number | bigint {
  if (!isBigOrInt(v)) throw typeError(vm, "an integer is required");
  const n = intValue(v);
  if (typeof n === "bigint" && BigInt.asIntN(64, n) !== n) throw overflowError(vm, "Python int too large to convert to C ssize_t");
  return n;
}

const LIMIT = 999999999999999999n;

const setters: Readonly<Record<string, (vm: Vm, c: ContextData, v: Value) => void>> = {
  prec: (vm, c, v) => {
    const n = asNumber(vm, v);
    if (n < 1 || n > LIMIT) throw valueError(vm, "valid range for prec is [1, MAX_PREC]");
    c.setPrec(n);
  },
  rounding: (vm, c, v) => {
    c.rounding = asRounding(vm, v);
  },
  Emin: (vm, c, v) => {
    const n = asNumber(vm, v);
    if (n > 0 || n < -LIMIT) throw valueError(vm, "valid range for Emin is [MIN_EMIN, 0]");
    c.setEmin(n);
  },
  Emax: (vm, c, v) => {
    const n = asNumber(vm, v);
    if (n < 0 || n > LIMIT) throw valueError(vm, "valid range for Emax is [0, MAX_EMAX]");
    c.setEmax(n);
  },
  capitals: (vm, c, v) => {
    const n = asNumber(vm, v);
    if (n !== 0 && n !== 1) throw valueError(vm, "valid values for capitals are 0 or 1");
    c.capitals = n;
  },
  clamp: (vm, c, v) => {
    const n = asNumber(vm, v);
    if (n !== 0 && n !== 1) throw valueError(vm, "valid values for clamp are 0 or 1");
    c.clamp = n;
  },
};

const getters: Readonly<Record<string, (vm: Vm, c: ContextData) => Value>> = {
  prec: (_vm, c) => newInt(c.precInt),
  rounding: (vm, c) => intern(vm, ROUNDINGS[c.rounding]!),
  Emin: (_vm, c) => newInt(c.eminInt),
  Emax: (_vm, c) => newInt(c.emaxInt),
  capitals: (_vm, c) => c.capitals,
  clamp: (_vm, c) => c.clamp,
};

/** Sets what a constructor or localcontext() was given; absent and None leave the attribute alone. */
export function setAttributes(vm: Vm, c: ContextData, values: Readonly<Record<string, Value | undefined>>): void {
  for (const name of ["prec", "rounding", "Emin", "Emax", "capitals", "clamp"]) {
    const v = values[name];
    if (v !== undefined && v !== None) setters[name]!(vm, c, v);
  }
  if (values.flags !== undefined && values.flags !== None) c.flags = signalBits(vm, values.flags, true);
  if (values.traps !== undefined && values.traps !== None) c.traps = signalBits(vm, values.traps, true);
}

const contextArguments = constructorArguments("this function", "(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)");
export const attributeNames = ["prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"] as const;

// Operations.

const unary = (name: string, op: (c: ContextData, a: Dec) => Dec): Method =>
  D.method(`Context.${name}`, (vm: Vm, self: Value, x: Value) => {
    const a = asOperand(vm, x);
    return newDecimal(operate(vm, contextData(self), (c) => op(c, a)));
  });

const predicate = (name: string, op: (c: ContextData, a: Dec) => boolean): Method =>
  D.method(`Context.${name}`, (vm: Vm, self: Value, x: Value) => newBool(op(contextData(self), asOperand(vm, x))));

/** Methods that take exactly `n` positional arguments, with the messages of the old argument parser. */
function several(name: string, n: number, fn: (vm: Vm, self: Value, args: Dec[]) => Value): Method {
  return D.method(`Context.${name}`, (vm: Vm, self: Value, args: Value[]) => {
    if (args.length !== n) throw typeError(vm, `function takes exactly ${n} arguments (${args.length} given)`);
    return fn(vm, self, args.map((v) => asOperand(vm, v)));
  }, "($self, *args)");
}

const binary = (name: string, op: (c: ContextData, a: Dec, b: Dec) => Dec): Method =>
  several(name, 2, (vm, self, [a, b]) => newDecimal(operate(vm, contextData(self), (c) => op(c, a!, b!))));

const methods: Record<string, Method> = {
  Etiny: D.method("Context.Etiny", (_vm: Vm, self: Value) => newInt(BigInt(contextData(self).eminInt) - BigInt(contextData(self).precInt) + 1n)),
  Etop: D.method("Context.Etop", (_vm: Vm, self: Value) => newInt(BigInt(contextData(self).emaxInt) - BigInt(contextData(self).precInt) + 1n)),
  radix: D.method("Context.radix", () => newDecimal(decOfInt(10))),
  copy: D.method("Context.copy", copyContext),
  __copy__: D.method("Context.__copy__", copyContext),
  __reduce__: D.method("Context.__reduce__", (vm: Vm, self: Value) => {
    const c = contextData(self);
    const parts = [newInt(c.precInt), newStr(ROUNDINGS[c.rounding]!), newInt(c.eminInt), newInt(c.emaxInt), c.capitals, c.clamp];
    return newTuple(vm, [typeOf(self).obj, newTuple(vm, [...parts, newList(vm, signalList(vm, c.flags)), newList(vm, signalList(vm, c.traps))])]);
  }),
  clear_flags: D.method("Context.clear_flags", (_vm: Vm, self: Value) => {
    contextData(self).flags = 0;
  }),
  clear_traps: D.method("Context.clear_traps", (_vm: Vm, self: Value) => {
    contextData(self).traps = 0;
  }),
  create_decimal: D.method("Context.create_decimal", (vm: Vm, self: Value, num?: Value) => newDecimal(decOfValue(vm, num ?? 0, contextData(self), false))),
  create_decimal_from_float: D.method("Context.create_decimal_from_float", (vm: Vm, self: Value, f: Value) => {
    const exact = fromFloat(vm, f);
    return newDecimal(operate(vm, contextData(self), (c) => finalize(c, exact)));
  }),
  copy_decimal: D.method("Context.copy_decimal", (vm: Vm, _self: Value, x: Value) => (isDecimal(x) ? x : newDecimal(asOperand(vm, x)))),
  canonical: D.method("Context.canonical", (vm: Vm, _self: Value, x: Value) => {
    if (!isDecimal(x)) throw typeError(vm, "argument must be a Decimal");
    return x;
  }),
  is_canonical: D.method("Context.is_canonical", (vm: Vm, _self: Value, x: Value) => {
    if (!isDecimal(x)) throw typeError(vm, "argument must be a Decimal");
    return newBool(true);
  }),
  to_sci_string: D.method("Context.to_sci_string", (vm: Vm, self: Value, x: Value) => newStr(toText(asOperand(vm, x), contextData(self)))),
  to_eng_string: D.method("Context.to_eng_string", (vm: Vm, self: Value, x: Value) => newStr(decimalText(asOperand(vm, x), true, contextData(self).capitals))),
  number_class: D.method("Context.number_class", (vm: Vm, self: Value, x: Value) => newStr(A.numberClass(contextData(self), asOperand(vm, x)))),
  _apply: D.method("Context._apply", (vm: Vm, self: Value, x: Value) => newDecimal(operate(vm, contextData(self), (c) => finalize(c, asOperand(vm, x))))),

  abs: unary("abs", A.abs),
  plus: unary("plus", A.plus),
  minus: unary("minus", A.minus),
  exp: unary("exp", T.exp),
  ln: unary("ln", T.ln),
  log10: unary("log10", T.log10),
  logb: unary("logb", A.logb),
  sqrt: unary("sqrt", A.sqrt),
  logical_invert: unary("logical_invert", A.logicalInvert),
  next_minus: unary("next_minus", A.nextMinus),
  next_plus: unary("next_plus", A.nextPlus),
  normalize: unary("normalize", A.normalize),
  to_integral: unary("to_integral", (c, a) => A.toIntegral(c, a, c.rounding, false)),
  to_integral_value: unary("to_integral_value", (c, a) => A.toIntegral(c, a, c.rounding, false)),
  to_integral_exact: unary("to_integral_exact", (c, a) => A.toIntegral(c, a, c.rounding, true)),
  copy_abs: unary("copy_abs", (_c, a) => absolute(a)),
  copy_negate: unary("copy_negate", (_c, a) => negated(a)),

  is_finite: predicate("is_finite", (_c, a) => a.kind === FINITE),
  is_infinite: predicate("is_infinite", (_c, a) => a.kind === INFINITE),
  is_nan: predicate("is_nan", (_c, a) => isNan(a)),
  is_qnan: predicate("is_qnan", (_c, a) => a.kind === QNAN),
  is_snan: predicate("is_snan", (_c, a) => a.kind === SNAN),
  is_signed: predicate("is_signed", (_c, a) => a.sign === 1),
  is_zero: predicate("is_zero", (_c, a) => a.kind === FINITE && a.coeff === 0n),
  is_normal: predicate("is_normal", A.isNormal),
  is_subnormal: predicate("is_subnormal", A.isSubnormal),

  add: binary("add", A.add),
  subtract: binary("subtract", A.subtract),
  multiply: binary("multiply", A.multiply),
  divide: binary("divide", A.divide),
  divide_int: binary("divide_int", A.divideInt),
  remainder: binary("remainder", A.remainder),
  remainder_near: binary("remainder_near", A.remainderNear),
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
  quantize: binary("quantize", (c, a, b) => A.quantize(c, a, b)),
  rotate: binary("rotate", (c, a, b) => A.shift(c, a, b, true)),
  shift: binary("shift", (c, a, b) => A.shift(c, a, b, false)),
  scaleb: binary("scaleb", A.scaleb),
  same_quantum: several("same_quantum", 2, (_vm, _self, [a, b]) => newBool(A.sameQuantum(a!, b!))),
  divmod: several("divmod", 2, (vm, self, [a, b]) => newTuple(vm, operate(vm, contextData(self), (c) => A.divmod(c, a!, b!)).map(newDecimal))),
  fma: several("fma", 3, (vm, self, [a, b, third]) => newDecimal(operate(vm, contextData(self), (c) => A.fma(c, a!, b!, third!)))),
  power: D.method("Context.power", (vm: Vm, self: Value, a: Value, b: Value, modulo?: Value) => {
    const x = asOperand(vm, a);
    const y = asOperand(vm, b);
    const m = modulo === undefined || modulo === None ? undefined : asOperand(vm, modulo);
    return newDecimal(operate(vm, contextData(self), (c) => (m === undefined ? T.power(c, x, y) : T.powerModulo(c, x, y, m))));
  }),
};

function copyContext(vm: Vm, self: Value): Value {
  return newContext(vm, contextData(self).copy());
}

/** The exact value of a float or int argument. */
export function fromFloat(vm: Vm, f: Value): Dec {
  if (isBigOrInt(f)) return decOfInt(intValue(f));
  if (!isFloat(f)) throw typeError(vm, "argument must be int or float");
  return decOfDouble(floatValue(f));
}

export const ContextType: TypeRec = defineType({
  name: "decimal.Context",
  doc: D.doc("Context"),
  ...D.signature("Context"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods,
  getset: Object.fromEntries(
    Object.keys(getters).map((name) => [
      name,
      D.getset(`Context.${name}`, (vm, self) => getters[name]!(vm, contextData(self)), (vm, self, v) => setters[name]!(vm, contextData(self), v!)),
    ]),
  ),
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, new ContextData()),
    tp_traverse: () => undefined,
    tp_clear: (_vm, self: Container) => {
      contextData(self).gone = true;
    },
    tp_init: (vm, self, args, kwnames) => {
      checkKeywords(vm, kwnames, attributeNames);
      const values = contextArguments(vm, args, kwnames) as (Value | undefined)[];
      setAttributes(vm, contextData(self), Object.fromEntries(attributeNames.map((name, i) => [name, values[i]])));
    },
    tp_repr: (_vm, self) => {
      const c = contextData(self);
      return newStr(
        `Context(prec=${c.precInt}, rounding=${ROUNDINGS[c.rounding]}, Emin=${c.eminInt}, Emax=${c.emaxInt}, capitals=${c.capitals}, clamp=${c.clamp}, flags=${signalNames(c.flags)}, traps=${signalNames(c.traps)})`,
      );
    },
    tp_getattro: (vm, self, name: PyStr) => {
      const text = textOf(name);
      if (text === "flags" || text === "traps") return newSignalView(vm, contextData(self), text);
      return genericGetAttr(vm, self, name);
    },
    tp_setattro: (vm, self, name, value) => {
      const text = textOf(name);
      const special = text === "flags" || text === "traps";
      if (special || Object.hasOwn(setters, text)) {
        if (value === undefined) throw attributeError(vm, "context attributes cannot be deleted");
        if (special) contextData(self)[text as "flags" | "traps"] = signalBits(vm, value, false);
        else setters[text]!(vm, contextData(self), value);
        return;
      }
      genericSetAttr(vm, self, name, value);
    },
  },
});

