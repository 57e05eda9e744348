// Arithmetic of complex on pairs [real, imaginary], with the rules of C99's annex G for infinities and for operands of which one is
// real. Mirrors Objects/complexobject.c; the functions of cmath are in cmath.ts; see docs/base.md.
import type { Complex } from "./cmath.ts";
import { copysign, hypot } from "./math.ts";
import * as core from "./math-core.ts";
import { PythonError } from "./python-error.ts";

function isInfinite(x: number): boolean {
  return x === Infinity || x === -Infinity;
}

/** 1 or 0 with the sign of x: what an infinity counts for when a result is recovered. */
function unit(x: number): number {
  return copysign(isInfinite(x) ? 1 : 0, x);
}

/** Zero with the sign of x. */
function zeroLike(x: number): number {
  return copysign(0, x);
}

function withoutNaN(x: number): number {
  return x === x ? x : copysign(0, x);
}

export function complexMul(z: Complex, w: Complex): Complex {
  let [a, b] = z;
  let [c, d] = w;
  const ac = a * c;
  const bd = b * d;
  const ad = a * d;
  const bc = b * c;
  const re = ac - bd;
  const im = ad + bc;
  if (re === re || im === im) return [re, im];
  let recovered = false;
  if (isInfinite(a) || isInfinite(b)) {
    a = unit(a);
    b = unit(b);
    c = withoutNaN(c);
    d = withoutNaN(d);
    recovered = true;
  }
  if (isInfinite(c) || isInfinite(d)) {
    c = unit(c);
    d = unit(d);
    a = withoutNaN(a);
    b = withoutNaN(b);
    recovered = true;
  }
  if (!recovered && (isInfinite(ac) || isInfinite(bd) || isInfinite(ad) || isInfinite(bc))) {
    a = withoutNaN(a);
    b = withoutNaN(b);
    c = withoutNaN(c);
    d = withoutNaN(d);
    recovered = true;
  }
  return recovered ? [Infinity * (a * c - b * d), Infinity * (a * d + b * c)] : [re, im];
}

/** Raises ZeroDivisionError. */
export function complexDiv(z: Complex, w: Complex): Complex {
  const [a, b] = z;
  const [c, d] = w;
  const ac = Math.abs(c);
  const ad = Math.abs(d);
  let re: number;
  let im: number;
  if (ac >= ad) {
    if (ac === 0) throw new PythonError("ZeroDivisionError", "division by zero");
    const ratio = d / c;
    const denominator = c + d * ratio;
    re = (a + b * ratio) / denominator;
    im = (b - a * ratio) / denominator;
  } else if (ad >= ac) {
    const ratio = c / d;
    const denominator = c * ratio + d;
    re = (a * ratio + b) / denominator;
    im = (b * ratio - a) / denominator;
  } else {
    re = NaN;
    im = NaN;
  }
  if (re === re || im === im) return [re, im];
  if ((isInfinite(a) || isInfinite(b)) && Number.isFinite(c) && Number.isFinite(d)) {
    const x = unit(a);
    const y = unit(b);
    return [Infinity * (x * c + y * d), Infinity * (y * c - x * d)];
  }
  if ((isInfinite(c) || isInfinite(d)) && Number.isFinite(a) && Number.isFinite(b)) {
    const x = unit(c);
    const y = unit(d);
    return [zeroLike(a * x + b * y), zeroLike(b * x - a * y)];
  }
  return [re, im];
}

/** real / complex. Raises ZeroDivisionError. */
export function realDivComplex(a: number, w: Complex): Complex {
  const [c, d] = w;
  const ac = Math.abs(c);
  const ad = Math.abs(d);
  let re: number;
  let im: number;
  if (ac >= ad) {
    if (ac === 0) throw new PythonError("ZeroDivisionError", "division by zero");
    const ratio = d / c;
    const denominator = c + d * ratio;
    re = a / denominator;
    im = (-a * ratio) / denominator;
  } else if (ad >= ac) {
    const ratio = c / d;
    const denominator = c * ratio + d;
    re = (a * ratio) / denominator;
    im = -a / denominator;
  } else {
    re = NaN;
    im = NaN;
  }
  if (re !== re && im !== im && Number.isFinite(a) && (isInfinite(c) || isInfinite(d))) return [zeroLike(a * unit(c)), zeroLike(-a * unit(d))];
  return [re, im];
}

/** complex / real. Raises ZeroDivisionError. */
export function complexDivReal(z: Complex, b: number): Complex {
  if (b === 0) throw new PythonError("ZeroDivisionError", "division by zero");
  return [z[0] / b, z[1] / b];
}

const ONE: Complex = [1, 0];

function powerByInt(z: Complex, n: number): Complex {
  let r = ONE;
  let p = z;
  for (let mask = 1; mask <= n; mask <<= 1) {
    if (n & mask) r = complexMul(r, p);
    p = complexMul(p, p);
  }
  return r;
}

/** complex ** complex. Raises ZeroDivisionError, OverflowError. */
export function complexPow(z: Complex, w: Complex): Complex {
  const [c, d] = w;
  let r: Complex;
  if (d === 0 && Number.isInteger(c) && Math.abs(c) <= 100) {
    if (c >= 0) r = powerByInt(z, c);
    else {
      const p = powerByInt(z, -c);
      if (p[0] === 0 && p[1] === 0) throw zeroPower();
      r = complexDiv(ONE, p);
    }
  } else if (z[0] === 0 && z[1] === 0) {
    if (d !== 0 || c < 0) throw zeroPower();
    r = [0, 0];
  } else {
    const size = hypot(z[0], z[1]);
    let length = core.pow(size, c);
    const at = core.atan2(z[1], z[0]);
    let phase = at * c;
    if (d !== 0) {
      length *= core.exp(-at * d);
      phase += d * core.log(size);
    }
    // The C library's sin and cos report this, and CPython takes any such report for the one of zero.
    if (isInfinite(phase)) throw zeroPower();
    r = [length * core.cos(phase), length * core.sin(phase)];
  }
  if (isInfinite(r[0]) || isInfinite(r[1])) throw new PythonError("OverflowError", "complex exponentiation");
  return r;
}

function zeroPower(): PythonError {
  return new PythonError("ZeroDivisionError", "zero to a negative or complex power");
}
