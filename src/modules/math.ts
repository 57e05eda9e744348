// math: the C library's functions and those on integers. Mirrors Modules/mathmodule.c over base/math.ts and base/int-math.ts. See docs/base.md.
import * as I from "../base/int-math.ts";
import * as m from "../base/math.ts";
import {
  asDouble,
  asIndex,
  binaryOp,
  callTypeMethod,
  collectItems,
  defineModule,
  False,
  FloatType,
  floatValue,
  forEach,
  fromPythonError,
  indexOf,
  isBigOrInt,
  isFloat,
  intValue,
  lookup,
  type ModuleSpec,
  NB_ADD,
  NB_MULTIPLY,
  newFloat,
  newInt,
  newTuple,
  None,
  noteOwned,
  overflowError,
  True,
  typeError,
  typeName,
  typeOf,
  type Value,
  valueError,
  type Vm,
  openScope,
  closeScopeWith,
} from "../core/api.ts";
import { documented } from "./documented.ts";

const D = documented("math");

function guard<T>(vm: Vm, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw fromPythonError(vm, error);
  }
}

const one = (name: string, f: (x: number) => number) => D.func(name, (vm: Vm, x: Value) => newFloat(guard(vm, () => f(asDouble(vm, x)))));
const two = (name: string, f: (x: number, y: number) => number) => D.func(name, (vm: Vm, x: Value, y: Value) => newFloat(guard(vm, () => f(asDouble(vm, x), asDouble(vm, y)))));
const test = (name: string, f: (x: number) => boolean) => D.func(name, (vm: Vm, x: Value) => (f(asDouble(vm, x)) ? True : False));

function logarithm(name: "log" | "log2" | "log10", f: (x: number) => number) {
  return (vm: Vm, x: Value): number => {
    if (!isBigOrInt(x)) return guard(vm, () => f(asDouble(vm, x)));
    return guard(vm, () => m.logOfInt(intValue(x), name));
  };
}
const log = logarithm("log", m.log);

/** floor, ceil and trunc: the special method first, for floor and ceil then the float's value. */
function rounding(name: string, special: string, f: ((x: number) => I.Int) | null) {
  return D.func(name, (vm: Vm, x: Value) => {
    if (typeof x !== "number" && x.type === FloatType && f !== null) return newInt(guard(vm, () => f(floatValue(x))));
    if (lookup(typeOf(x), special) !== undefined) return callTypeMethod(vm, x, special, []);
    if (f === null) throw typeError(vm, `type ${typeName(x)} doesn't define __trunc__ method`);
    return newInt(guard(vm, () => f(asDouble(vm, x))));
  });
}

function nonNegative(vm: Vm, v: Value, what: string): I.Int {
  const n = asIndex(vm, v);
  if (n < 0) throw valueError(vm, what);
  return n;
}

function small(vm: Vm, n: I.Int, what: string): I.Int {
  if (n > 9223372036854775807n) throw overflowError(vm, what);
  return n;
}

function factorial(vm: Vm, v: Value): Value {
  const n = asIndex(vm, v);
  if (n > 9223372036854775807n) throw overflowError(vm, "factorial() argument should not exceed 9223372036854775807");
  if (n < 0) throw valueError(vm, "factorial() not defined for negative values");
  return newInt(I.intFactorial(n));
}

function comb(vm: Vm, nArgument: Value, kArgument: Value): Value {
  const n = asIndex(vm, nArgument);
  const k = asIndex(vm, kArgument);
  if (n < 0) throw valueError(vm, "n must be a non-negative integer");
  if (k < 0) throw valueError(vm, "k must be a non-negative integer");
  const least = k > n ? k : BigInt(n) - BigInt(k) < BigInt(k) ? I.intSub(n, k) : k;
  if (k <= n) small(vm, least, "min(n - k, k) must not exceed 9223372036854775807");
  return newInt(I.intComb(n, k));
}

function perm(vm: Vm, nArgument: Value, kArgument?: Value): Value {
  if (kArgument === undefined || kArgument === None) return factorial(vm, nArgument);
  const n = nonNegative(vm, nArgument, "n must be a non-negative integer");
  const k = nonNegative(vm, kArgument, "k must be a non-negative integer");
  if (k <= n) small(vm, k, "k must not exceed 9223372036854775807");
  return newInt(I.intPerm(n, k));
}

function fold(vm: Vm, args: readonly Value[], start: I.Int, f: (a: I.Int, b: I.Int) => I.Int): Value {
  let result: I.Int = start;
  args.forEach((v, i) => {
    const n = asIndex(vm, v);
    result = i === 0 ? I.intAbs(n) : f(result, n);
  });
  return newInt(result);
}

function doubles(vm: Vm, iterable: Value): number[] {
  const all: number[] = [];
  forEach(vm, iterable, (v) => void all.push(asDouble(vm, v)));
  return all;
}

function items(vm: Vm, iterable: Value): Value[] {
  const all = collectItems(vm, iterable);
  for (const v of all) noteOwned(vm, v);
  return all;
}

function prod(vm: Vm, iterable: Value, start?: Value): Value {
  const mark = openScope(vm);
  let result: Value = start ?? 1;
  for (const v of items(vm, iterable)) result = binaryOp(vm, result, v, NB_MULTIPLY);
  return closeScopeWith(vm, mark, result);
}

function sumprod(vm: Vm, p: Value, q: Value): Value {
  const a = items(vm, p);
  const b = items(vm, q);
  if (a.length !== b.length) throw valueError(vm, "Inputs are not the same length");
  const plain = (v: Value): boolean => typeof v === "number" || v === True || v === False || (isFloat(v) && v.type.name === "float");
  const inexact = (v: Value): boolean => typeof v !== "number" && isFloat(v);
  if (a.every(plain) && b.every(plain) && (a.some(inexact) || b.some(inexact))) {
    return newFloat(guard(vm, () => m.sumprod(a.map((v) => asDouble(vm, v)), b.map((v) => asDouble(vm, v)))));
  }
  let total: Value = 0;
  for (let i = 0; i < a.length; i++) total = binaryOp(vm, total, binaryOp(vm, a[i]!, b[i]!, NB_MULTIPLY), NB_ADD);
  return total;
}

function dist(vm: Vm, p: Value, q: Value): Value {
  const a = doubles(vm, p);
  const b = doubles(vm, q);
  return newFloat(guard(vm, () => m.dist(a, b)));
}

function isclose(vm: Vm, a: Value, b: Value, relative?: Value, absolute?: Value): Value {
  const values = [asDouble(vm, a), asDouble(vm, b), relative === undefined ? 1e-9 : asDouble(vm, relative), absolute === undefined ? 0 : asDouble(vm, absolute)] as const;
  return guard(vm, () => m.isclose(...values)) ? True : False;
}

export const mathModule: ModuleSpec = defineModule({
  name: "math",
  doc: D.doc(""),
  functions: {
    ...Object.fromEntries(
      (["acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "cos", "cosh", "erf", "erfc", "exp", "exp2", "expm1", "gamma", "lgamma", "log1p", "sin", "sinh", "sqrt", "tan", "tanh", "degrees", "radians", "ulp"] as const).map((name) => [name, one(name, m[name])]),
    ),
    ...Object.fromEntries((["atan2", "copysign", "fmod", "pow", "remainder"] as const).map((name) => [name, two(name, m[name])])),
    fabs: one("fabs", Math.abs),
    isfinite: test("isfinite", Number.isFinite),
    isinf: test("isinf", (x) => x === Infinity || x === -Infinity),
    isnan: test("isnan", Number.isNaN),
    ceil: rounding("ceil", "__ceil__", m.ceil),
    floor: rounding("floor", "__floor__", m.floor),
    trunc: rounding("trunc", "__trunc__", null),
    comb: D.func("comb", comb),
    perm: D.func("perm", perm),
    factorial: D.func("factorial", factorial),
    gcd: D.func("gcd", (vm: Vm, args: Value[]) => fold(vm, args, 0, I.intGcd), "($module, *integers)"),
    lcm: D.func("lcm", (vm: Vm, args: Value[]) => fold(vm, args, 1, I.intLcm), "($module, *integers)"),
    isqrt: D.func("isqrt", (vm: Vm, n: Value) => newInt(I.intIsqrt(nonNegative(vm, indexOf(vm, n), "isqrt() argument must be nonnegative")))),
    dist: D.func("dist", dist),
    hypot: D.func("hypot", (vm: Vm, args: Value[]) => newFloat(m.hypot(...args.map((v) => asDouble(vm, v)))), "($module, *coordinates)"),
    fsum: D.func("fsum", (vm: Vm, seq: Value) => {
      const all = doubles(vm, seq);
      return newFloat(guard(vm, () => m.fsum(all)));
    }),
    prod: D.func("prod", prod),
    sumprod: D.func("sumprod", sumprod),
    fma: D.func("fma", (vm: Vm, x: Value, y: Value, z: Value) => newFloat(guard(vm, () => m.fma(asDouble(vm, x), asDouble(vm, y), asDouble(vm, z))))),
    frexp: D.func("frexp", (vm: Vm, x: Value) => {
      const [mantissa, exponent] = m.frexp(asDouble(vm, x));
      return newTuple(vm, [newFloat(mantissa), exponent]);
    }),
    ldexp: D.func("ldexp", (vm: Vm, x: Value, i: Value) => {
      const value = asDouble(vm, x);
      if (!isBigOrInt(i)) throw typeError(vm, "Expected an int as second argument to ldexp.");
      return newFloat(guard(vm, () => m.ldexp(value, intValue(i))));
    }),
    modf: D.func("modf", (vm: Vm, x: Value) => newTuple(vm, m.modf(asDouble(vm, x)).map((part) => newFloat(part)))),
    log: D.func("log", (vm: Vm, x: Value, base?: Value) => {
      const top = log(vm, x);
      if (base === undefined) return newFloat(top);
      const bottom = log(vm, base);
      return binaryOp(vm, newFloat(top), newFloat(bottom), 11);
    }, "($module, x, base=2.718281828459045, /)"),
    log2: D.func("log2", (vm: Vm, x: Value) => newFloat(logarithm("log2", m.log2)(vm, x))),
    log10: D.func("log10", (vm: Vm, x: Value) => newFloat(logarithm("log10", m.log10)(vm, x))),
    nextafter: D.func("nextafter", (vm: Vm, x: Value, y: Value, steps?: Value) => {
      const from = asDouble(vm, x);
      const to = asDouble(vm, y);
      const n = steps === undefined || steps === None ? undefined : asIndex(vm, steps);
      return newFloat(guard(vm, () => m.nextafter(from, to, n)));
    }, "($module, x, y, /, *, steps=None)"),
    isclose: D.func("isclose", isclose),
  },
  attributes: {
    pi: () => newFloat(m.PI),
    e: () => newFloat(m.E),
    tau: () => newFloat(m.TAU),
    inf: () => newFloat(Infinity),
    nan: () => newFloat(NaN),
  },
});
