// The functions in which glibc is not correctly rounded but follows Sun's algorithms (fdlibm): expm1, log1p, log10, sinh, cosh, tanh,
// and cbrt by a polynomial and one step of Halley's. Written anew after those algorithms, to give glibc's last bits; see docs/base.md.
// The coefficients are those of fdlibm: Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunPro, a
// Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is freely granted, provided that
// this notice is preserved.
import { exp, log } from "./math-core.ts";

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

const words = new DataView(new ArrayBuffer(8));

/** The upper 32 bits. */
function highWord(x: number): number {
  words.setFloat64(0, x);
  return words.getInt32(0);
}

/** 2^k for -1022 <= k <= 1023. */
function powerOfTwo(k: number): number {
  words.setInt32(0, (k + 1023) << 20);
  words.setInt32(4, 0);
  return words.getFloat64(0);
}

const Q1 = -0.03333333333333313;
const Q2 = 0.0015873015872548146;
const Q3 = -7.93650757867488e-5;
const Q4 = 4.008217827329362e-6;
const Q5 = -2.0109921818362437e-7;

export function expm1(x: number): number {
  if (x !== x || x === 0 || x === Infinity) return x;
  if (x === -Infinity) return -1;
  const a = Math.abs(x);
  if (a >= 38.816242903860285 && (x < 0 || x > 709.782712893384)) return x < 0 ? -1 : Infinity;
  if (a < 5.551115123125783e-17) return x;
  let k = 0;
  let r = x;
  let c = 0;
  if (a > 0.34657359027997264) {
    let high: number;
    let low: number;
    if (a < 1.0397207708399179) {
      k = x > 0 ? 1 : -1;
      high = x - k * LN2_HIGH;
      low = k * LN2_LOW;
    } else {
      k = Math.trunc(1.4426950408889634 * x + (x < 0 ? -0.5 : 0.5));
      high = x - k * LN2_HIGH;
      low = k * LN2_LOW;
    }
    r = high - low;
    c = high - r - low;
  }
  const half = 0.5 * r;
  const hxs = r * half;
  // Estrin's order, as glibc evaluates the polynomial.
  const r1 = 1 + hxs * Q1;
  const h2 = hxs * hxs;
  const r2 = Q2 + hxs * Q3;
  const h4 = h2 * h2;
  const r3 = Q4 + hxs * Q5;
  const p = r1 + h2 * r2 + h4 * r3;
  let t = 3 - p * half;
  let e = hxs * ((p - t) / (6 - r * t));
  if (k === 0) return r - (r * e - hxs);
  e = r * (e - c) - c;
  e -= hxs;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) {
    const y = 1 - (e - r);
    return (k === 1024 ? y * 2 * 8.98846567431158e307 : y * powerOfTwo(k)) - 1;
  }
  if (k < 20) {
    t = 1 - powerOfTwo(-k);
    return (t - (e - r)) * powerOfTwo(k);
  }
  t = powerOfTwo(-k);
  return (r - (e + t) + 1) * powerOfTwo(k);
}

const LP1 = 0.6666666666666735;
const LP2 = 0.3999999999940942;
const LP3 = 0.2857142874366239;
const LP4 = 0.22222198432149784;
const LP5 = 0.1818357216161805;
const LP6 = 0.15313837699209373;
const LP7 = 0.14798198605116586;

export function log1p(x: number): number {
  if (x !== x || x === Infinity || x === 0) return x;
  if (x <= -1) return x === -1 ? -Infinity : NaN;
  const a = Math.abs(x);
  if (a < 1.862645149230957e-9) return a < 5.551115123125783e-17 ? x : x - x * x * 0.5;
  let k = 1;
  let f = 0;
  let hu = 1;
  let c = 0;
  const hx = highWord(x);
  // sqrt(2)/2 - 1 < x < sqrt(2) - 1 needs no reduction.
  if (hx < 0x3fda827a && (hx > 0 || hx <= (0xbfd2bec3 | 0))) {
    k = 0;
    f = x;
  }
  if (k !== 0) {
    let u: number;
    if (hx < 0x43400000) {
      u = 1 + x;
      hu = highWord(u);
      k = (hu >> 20) - 1023;
      c = k > 0 ? 1 - (u - x) : x - (u - 1);
      c /= u;
    } else {
      u = x;
      hu = highWord(u);
      k = (hu >> 20) - 1023;
    }
    hu &= 0x000fffff;
    words.setFloat64(0, u);
    if (hu < 0x6a09e) words.setInt32(0, hu | 0x3ff00000);
    else {
      k++;
      words.setInt32(0, hu | 0x3fe00000);
      hu = (0x00100000 - hu) >> 2;
    }
    f = words.getFloat64(0) - 1;
  }
  const hfsq = 0.5 * f * f;
  if (hu === 0) {
    if (f === 0) {
      if (k === 0) return 0;
      c += k * LN2_LOW;
      return k * LN2_HIGH + c;
    }
    const r = hfsq * (1 - 0.6666666666666666 * f);
    if (k === 0) return f - r;
    return k * LN2_HIGH - (r - (k * LN2_LOW + c) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const r1 = z * LP1;
  const z2 = z * z;
  const r2 = LP2 + z * LP3;
  const z4 = z2 * z2;
  const r3 = LP4 + z * LP5;
  const z6 = z4 * z2;
  const r4 = LP6 + z * LP7;
  const r = r1 + z2 * r2 + z4 * r3 + z6 * r4;
  if (k === 0) return f - (hfsq - s * (hfsq + r));
  return k * LN2_HIGH - (hfsq - (s * (hfsq + r) + (k * LN2_LOW + c)) - f);
}

export function log10(x: number): number {
  if (x === 0) return -Infinity;
  if (x < 0) return NaN;
  if (x !== x || x === Infinity) return x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    k = -54;
    x *= 18014398509481984;
  }
  let hx = highWord(x);
  k += (hx >> 20) - 1023;
  const i = k < 0 ? 1 : 0;
  hx = (hx & 0x000fffff) | ((0x3ff - i) << 20);
  const y = k + i;
  words.setFloat64(0, x);
  words.setInt32(0, hx);
  const z = y * 3.694239077158931e-13 + 0.4342944819032518 * log(words.getFloat64(0));
  return z + y * 0.30102999566361177;
}

export function sinh(x: number): number {
  const a = Math.abs(x);
  if (x !== x || a === Infinity) return x;
  const h = x < 0 ? -0.5 : 0.5;
  if (a < 22) {
    if (a < 3.725290298461914e-9) return x;
    const t = expm1(a);
    return a < 1 ? h * (2 * t - (t * t) / (t + 1)) : h * (t + t / (t + 1));
  }
  if (a < 709.7822265625) return h * exp(a);
  if (a <= 710.4758600739439) {
    const w = exp(0.5 * a);
    return h * w * w;
  }
  return x * Infinity;
}

export function cosh(x: number): number {
  const a = Math.abs(x);
  if (a !== a) return x;
  if (a < 22) {
    if (a < 0.34657287597656244) {
      if (a < 2.7755575615628914e-17) return 1;
      const t = expm1(a);
      const w = 1 + t;
      return 1 + (t * t) / (w + w);
    }
    const t = exp(a);
    return 0.5 * t + 0.5 / t;
  }
  if (a < 709.7822265625) return 0.5 * exp(a);
  if (a <= 710.4758600739439) {
    const w = exp(0.5 * a);
    return 0.5 * w * w;
  }
  return Infinity;
}

export function tanh(x: number): number {
  const a = Math.abs(x);
  if (x !== x) return x;
  let z: number;
  if (a < 22) {
    if (a === 0 || a < 2.7755575615628914e-17) return x === 0 ? x : x * (1 + x);
    if (a >= 1) z = 1 - 2 / (expm1(2 * a) + 2);
    else {
      const t = expm1(-2 * a);
      z = -t / (t + 2);
    }
  } else z = 1;
  return x < 0 ? -z : z;
}

/** 2^(n/3), n from -2 to 2. */
const CUBE_FACTORS: readonly number[] = [1 / 1.5874010519681996, 1 / 1.2599210498948732, 1, 1.2599210498948732, 1.5874010519681996];

export function cbrt(x: number): number {
  if (x === 0 || x !== x || !Number.isFinite(x)) return x;
  let m = Math.abs(x);
  let e = 0;
  if (m < 2.2250738585072014e-308) {
    m *= 18014398509481984;
    e = -54;
  }
  const exponent = (highWord(m) >> 20) - 1022;
  e += exponent;
  m = exponent > 1000 ? (m * 2 ** -1000) / 2 ** (exponent - 1000) : m / powerOfTwo(exponent);
  const u =
    0.35489576504391984 +
    (1.508191937815849 -
      (2.114994941673713 -
        (2.4469312256353444 - (1.8346927748361308 - (0.7849323449766392 - 0.14526389938548637 * m) * m) * m) * m) *
        m) *
      m;
  const t = u * u * u;
  const y = ((u * (t + 2 * m)) / (2 * t + m)) * CUBE_FACTORS[2 + (e % 3)]!;
  const v = y * 2 ** Math.trunc(e / 3);
  return x < 0 ? -v : v;
}
