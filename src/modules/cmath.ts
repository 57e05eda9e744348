// cmath: functions on complex numbers. Mirrors Modules/cmathmodule.c over base/cmath.ts. See docs/base.md.
import * as c from "../base/cmath.ts";
import * as m from "../base/math.ts";
import { asComplex, asDouble, defineModule, False, fromPythonError, type ModuleSpec, newComplex, newFloat, newTuple, True, type Value, type Vm, zeroDivisionError } from "../core/api.ts";
import { complexDiv } from "../base/complex-math.ts";
import { documented } from "./documented.ts";

const D = documented("cmath");

function guard<T>(vm: Vm, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw fromPythonError(vm, error);
  }
}

const complex = ([real, imag]: c.Complex): Value => newComplex(real, imag);
const one = (name: string, f: (re: number, im: number) => c.Complex) =>
  D.func(name, (vm: Vm, z: Value) => {
    const { real, imag } = asComplex(vm, z);
    return complex(guard(vm, () => f(real, imag)));
  });
const test = (name: string, f: (re: number, im: number) => boolean) =>
  D.func(name, (vm: Vm, z: Value) => {
    const { real, imag } = asComplex(vm, z);
    return f(real, imag) ? True : False;
  });
const isInfinite = (x: number): boolean => x === Infinity || x === -Infinity;

export const cmathModule: ModuleSpec = defineModule({
  name: "cmath",
  doc: D.doc(""),
  functions: {
    ...Object.fromEntries((["acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "exp", "log10", "sin", "sinh", "sqrt", "tan", "tanh"] as const).map((name) => [name, one(name, c[name])])),
    log: D.func("log", (vm: Vm, z: Value, base?: Value) => {
      const x = asComplex(vm, z);
      const top = guard(vm, () => c.log(x.real, x.imag));
      if (base === undefined) return complex(top);
      const b = asComplex(vm, base);
      const bottom = guard(vm, () => c.log(b.real, b.imag));
      if (bottom[0] === 0 && bottom[1] === 0) throw zeroDivisionError(vm, "division by zero");
      return complex(guard(vm, () => complexDiv(top, bottom)));
    }, "($module, z, base=None, /)"),
    phase: D.func("phase", (vm: Vm, z: Value) => {
      const { real, imag } = asComplex(vm, z);
      return newFloat(c.phase(real, imag));
    }),
    polar: D.func("polar", (vm: Vm, z: Value) => {
      const { real, imag } = asComplex(vm, z);
      return newTuple(vm, guard(vm, () => c.polar(real, imag)).map((part) => newFloat(part)));
    }),
    rect: D.func("rect", (vm: Vm, r: Value, phi: Value) => {
      const length = asDouble(vm, r);
      const angle = asDouble(vm, phi);
      return complex(guard(vm, () => c.rect(length, angle)));
    }),
    isfinite: test("isfinite", (re, im) => Number.isFinite(re) && Number.isFinite(im)),
    isinf: test("isinf", (re, im) => isInfinite(re) || isInfinite(im)),
    isnan: test("isnan", (re, im) => re !== re || im !== im),
    isclose: D.func("isclose", (vm: Vm, a: Value, b: Value, relative?: Value, absolute?: Value) => {
      const x = asComplex(vm, a);
      const y = asComplex(vm, b);
      const rel = relative === undefined ? 1e-9 : asDouble(vm, relative);
      const abs = absolute === undefined ? 0 : asDouble(vm, absolute);
      return guard(vm, () => c.isclose([x.real, x.imag], [y.real, y.imag], rel, abs)) ? True : False;
    }),
  },
  attributes: {
    pi: () => newFloat(m.PI),
    e: () => newFloat(m.E),
    tau: () => newFloat(m.TAU),
    inf: () => newFloat(Infinity),
    infj: () => newComplex(0, Infinity),
    nan: () => newFloat(NaN),
    nanj: () => newComplex(0, NaN),
  },
});
