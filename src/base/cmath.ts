// The functions of the cmath module and the arithmetic of complex, on pairs [real, imaginary]. Mirrors Modules/cmathmodule.c and the
// arithmetic half of Objects/complexobject.c; see docs/base.md.
import { copysign, hypot as accurateHypot, ldexp } from "./math.ts";
import * as core from "./math-core.ts";
import * as sun from "./math-sun.ts";
import { PythonError } from "./python-error.ts";

export type Complex = readonly [number, number];

const LN2 = 0.6931471805599453;
const LN10 = 2.302585092994046;
const LARGE = 1.7976931348623157e+308 / 4;
const SQRT_LARGE = Math.sqrt(LARGE);
const LOG_LARGE = 708.3964185322641;
const TINY = 2.2250738585072014e-308;
const SQRT_TINY = Math.sqrt(TINY);

function domainError(): PythonError {
  return new PythonError("ValueError", "math domain error");
}
function rangeError(): PythonError {
  return new PythonError("OverflowError", "math range error");
}

function hypot(x: number, y: number): number {
  return accurateHypot(x, y);
}

// What a function gives where a part is infinite or NaN: rows by the real part, columns by the imaginary one (-inf, negative, -0, 0,
// positive, inf, nan), two letters each: n nan, i I ±inf, z Z ±0, o O ±1, p P ±π, h H ±π/2, q Q ±π/4, t T ±3π/4, !! a domain error.
const SPECIAL: Readonly<Record<string, string>> = {
  acos: "tipipipIpItIni hi........hInn hi........hIhn hi........hIhn hi........hInn qizizizIzIqIni ninnnnnnnnnInn",
  acosh: "iTiPiPipipitin iH........ihnn iH........ihnh iH........ihnh iH........ihnn iQiZiZiziziqin innnnnnnnninnn",
  asinh: "IQIZIZIzIzIqIn IH........Ihnn IH........Ihnn iH........ihnn iH........ihnn iQiZiZiziziqin innnnZnznninnn",
  atanh: "ZHZHZHZhZhZhZn ZH........Zhnn ZH........ZhZn zH........zhzn zH........zhnn zHzHzHzhzhzhzn zHnnnnnnnnzhnn",
  cosh: "!!IiiziZII!!in !!........!!nn !!........!!nz !!........!!nz !!........!!nn !!IIiZizIi!!in nnnnnznznnnnnn",
  exp: "zzZZzZzzZzzzzz !!........!!nn !!........!!nn !!........!!nn !!........!!nn !!IIiZizIi!!in nnnnnZnznnnnnn",
  log: "iTiPiPipipitin iH........ihnn iH........ihnn iH........ihnn iH........ihnn iQiZiZiziziqin innnnnnnnninnn",
  sinh: "!!iIIZIzii!!in !!........!!nn !!........!!zn !!........!!zn !!........!!nn !!IIiZizIi!!in nnnnnZnznnnnnn",
  sqrt: "iIzIzIziziiini iI........iinn iI........iinn iI........iinn iI........iinn iIiZiZiziziiin iInnnnnnnniinn",
  tanh: "OzOzOZOzOZOzOz !!........!!nn !!........!!Zn !!........!!zn !!........!!nn ozozoZozoZozoz nnnnnZnznnnnnn",
  rect: "!!iiIzIZiI!!in !!........!!nn zz........zzzz zz........zzzz !!........!!nn !!IIiZizIi!!in nnnnnznznnnnnn",
};
const LETTERS: Readonly<Record<string, number>> = {
  n: NaN,
  i: Infinity,
  I: -Infinity,
  z: 0,
  Z: -0,
  o: 1,
  O: -1,
  p: 3.141592653589793,
  P: -3.141592653589793,
  h: 1.5707963267948966,
  H: -1.5707963267948966,
  q: 0.7853981633974483,
  Q: -0.7853981633974483,
  t: 2.356194490192345,
  T: -2.356194490192345,
};

function kindOf(x: number): number {
  if (x !== x) return 6;
  if (x === Infinity) return 5;
  if (x === -Infinity) return 0;
  if (x === 0) return 1 / x < 0 ? 2 : 3;
  return x < 0 ? 1 : 4;
}

/** The special value, or undefined when both parts are finite. */
function special(name: string, re: number, im: number): Complex | undefined {
  if (Number.isFinite(re) && Number.isFinite(im)) return undefined;
  const at = kindOf(re) * 15 + kindOf(im) * 2;
  const table = SPECIAL[name]!;
  if (table[at] === "!") throw domainError();
  return [LETTERS[table[at]!]!, LETTERS[table[at + 1]!]!];
}

function isOpenInfinity(re: number, im: number): boolean {
  return (re === Infinity || re === -Infinity) && Number.isFinite(im) && im !== 0;
}

export function sqrt(re: number, im: number): Complex {
  const s0 = special("sqrt", re, im);
  if (s0 !== undefined) return s0;
  if (re === 0 && im === 0) return [0, im];
  let ax = Math.abs(re);
  const ay = Math.abs(im);
  let s: number;
  if (ax < TINY && ay < TINY) {
    ax = ldexp(ax, 53);
    s = ldexp(Math.sqrt(ax + hypot(ax, ldexp(ay, 53))), -27);
  } else {
    ax /= 8;
    s = 2 * Math.sqrt(ax + hypot(ax, ay / 8));
  }
  const d = ay / (2 * s);
  return re >= 0 ? [s, copysign(d, im)] : [d, copysign(s, im)];
}

/** ln|z| + ln 4, for parts past a quarter of the largest double. */
function logOfLarge(re: number, im: number): number {
  return core.log(hypot(re / 2, im / 2)) + LN2 * 2;
}

export function acos(re: number, im: number): Complex {
  const s = special("acos", re, im);
  if (s !== undefined) return s;
  if (Math.abs(re) > LARGE || Math.abs(im) > LARGE) {
    const l = logOfLarge(re, im);
    return [core.atan2(Math.abs(im), re), re < 0 ? -copysign(l, im) : copysign(l, -im)];
  }
  const s1 = sqrt(1 - re, -im);
  const s2 = sqrt(1 + re, im);
  return [2 * core.atan2(s1[0], s2[0]), core.asinh(s2[0] * s1[1] - s2[1] * s1[0])];
}

export function acosh(re: number, im: number): Complex {
  const s = special("acosh", re, im);
  if (s !== undefined) return s;
  if (Math.abs(re) > LARGE || Math.abs(im) > LARGE) return [logOfLarge(re, im), core.atan2(im, re)];
  const s1 = sqrt(re - 1, im);
  const s2 = sqrt(re + 1, im);
  return [core.asinh(s1[0] * s2[0] + s1[1] * s2[1]), 2 * core.atan2(s1[1], s2[0])];
}

export function asin(re: number, im: number): Complex {
  const s = asinh(-im, re);
  return [s[1], -s[0]];
}

export function asinh(re: number, im: number): Complex {
  const s = special("asinh", re, im);
  if (s !== undefined) return s;
  if (Math.abs(re) > LARGE || Math.abs(im) > LARGE) return [copysign(logOfLarge(re, im), re), core.atan2(im, Math.abs(re))];
  const s1 = sqrt(1 + im, -re);
  const s2 = sqrt(1 - im, re);
  return [core.asinh(s1[0] * s2[1] - s2[0] * s1[1]), core.atan2(im, s1[0] * s2[0] - s1[1] * s2[1])];
}

export function atan(re: number, im: number): Complex {
  const s = atanh(-im, re);
  return [s[1], -s[0]];
}

/** Raises ValueError at ±1. */
export function atanh(re: number, im: number): Complex {
  const s = special("atanh", re, im);
  if (s !== undefined) return s;
  if (re < 0 || (re === 0 && 1 / re < 0)) {
    const r = atanh(-re, -im);
    return [-r[0], -r[1]];
  }
  const ay = Math.abs(im);
  if (re > SQRT_LARGE || ay > SQRT_LARGE) {
    const h = hypot(re / 2, im / 2);
    return [re / 4 / h / h, -copysign(1.5707963267948966, -im)];
  }
  if (re === 1 && ay < SQRT_TINY) {
    if (ay === 0) throw domainError();
    return [-core.log(Math.sqrt(ay) / Math.sqrt(hypot(ay, 2))), copysign(core.atan2(2, -ay) / 2, im)];
  }
  return [
    sun.log1p((4 * re) / ((1 - re) * (1 - re) + ay * ay)) / 4,
    -core.atan2(-2 * im, (1 - re) * (1 + re) - ay * ay) / 2,
  ];
}

function checkRange(r: Complex): Complex {
  if (!Number.isFinite(r[0]) || !Number.isFinite(r[1])) throw rangeError();
  return r;
}

export function cos(re: number, im: number): Complex {
  return cosh(-im, re);
}

export function cosh(re: number, im: number): Complex {
  if (isOpenInfinity(re, im)) {
    const c = copysign(Infinity, core.cos(im));
    const s = copysign(Infinity, core.sin(im));
    return re > 0 ? [c, s] : [c, -s];
  }
  const s = special("cosh", re, im);
  if (s !== undefined) return s;
  if (Math.abs(re) > LOG_LARGE) {
    const x = re - copysign(1, re);
    return checkRange([core.cos(im) * sun.cosh(x) * Math.E, core.sin(im) * sun.sinh(x) * Math.E]);
  }
  return checkRange([core.cos(im) * sun.cosh(re), core.sin(im) * sun.sinh(re)]);
}

export function exp(re: number, im: number): Complex {
  if (isOpenInfinity(re, im)) {
    const size = re > 0 ? Infinity : 0;
    return [copysign(size, core.cos(im)), copysign(size, core.sin(im))];
  }
  const s = special("exp", re, im);
  if (s !== undefined) return s;
  if (re > LOG_LARGE) {
    const l = core.exp(re - 1);
    return checkRange([l * core.cos(im) * Math.E, l * core.sin(im) * Math.E]);
  }
  const l = core.exp(re);
  return checkRange([l * core.cos(im), l * core.sin(im)]);
}

/** Raises ValueError at 0. */
export function log(re: number, im: number): Complex {
  const s = special("log", re, im);
  if (s !== undefined) return s;
  const ax = Math.abs(re);
  const ay = Math.abs(im);
  let l: number;
  if (ax > LARGE || ay > LARGE) l = core.log(hypot(ax / 2, ay / 2)) + LN2;
  else if (ax < TINY && ay < TINY) {
    if (ax === 0 && ay === 0) throw domainError();
    l = core.log(hypot(ldexp(ax, 53), ldexp(ay, 53))) - 53 * LN2;
  } else {
    const h = hypot(ax, ay);
    if (h >= 0.71 && h <= 1.73) {
      const big = ax > ay ? ax : ay;
      const small = ax > ay ? ay : ax;
      l = sun.log1p((big - 1) * (big + 1) + small * small) / 2;
    } else l = core.log(h);
  }
  return [l, core.atan2(im, re)];
}

export function log10(re: number, im: number): Complex {
  const l = log(re, im);
  return [l[0] / LN10, l[1] / LN10];
}

export function sin(re: number, im: number): Complex {
  const s = sinh(-im, re);
  return [s[1], -s[0]];
}

export function sinh(re: number, im: number): Complex {
  if (isOpenInfinity(re, im)) {
    const c = copysign(Infinity, core.cos(im));
    const s = copysign(Infinity, core.sin(im));
    return re > 0 ? [c, s] : [-c, s];
  }
  const s = special("sinh", re, im);
  if (s !== undefined) return s;
  if (Math.abs(re) > LOG_LARGE) {
    const x = re - copysign(1, re);
    return checkRange([core.cos(im) * sun.sinh(x) * Math.E, core.sin(im) * sun.cosh(x) * Math.E]);
  }
  return checkRange([core.cos(im) * sun.sinh(re), core.sin(im) * sun.cosh(re)]);
}

export function tan(re: number, im: number): Complex {
  const s = tanh(-im, re);
  return [s[1], -s[0]];
}

export function tanh(re: number, im: number): Complex {
  if (isOpenInfinity(re, im)) return [re > 0 ? 1 : -1, copysign(0, 2 * core.sin(im) * core.cos(im))];
  const s = special("tanh", re, im);
  if (s !== undefined) return s;
  if (Math.abs(re) > LOG_LARGE) return [copysign(1, re), 4 * core.sin(im) * core.cos(im) * core.exp(-2 * Math.abs(re))];
  const tx = sun.tanh(re);
  const ty = core.tan(im);
  const cx = 1 / sun.cosh(re);
  const txty = tx * ty;
  const denominator = 1 + txty * txty;
  return [(tx * (1 + ty * ty)) / denominator, (ty / denominator) * cx * cx];
}

/** cmath.phase. Raises OverflowError where the C library reports an underflow. */
export function phase(re: number, im: number): number {
  const phi = core.atan2(im, re);
  if (im !== 0 && Math.abs(phi) < TINY && Number.isFinite(re)) throw rangeError();
  return phi;
}

/** abs(complex). Raises OverflowError. */
export function complexAbs(re: number, im: number): number {
  const h = hypot(re, im);
  if (h === Infinity && Number.isFinite(re) && Number.isFinite(im)) throw new PythonError("OverflowError", "absolute value too large");
  return h;
}

/** cmath.polar. Raises OverflowError. */
export function polar(re: number, im: number): Complex {
  const h = hypot(re, im);
  if (h === Infinity && Number.isFinite(re) && Number.isFinite(im)) throw rangeError();
  return [h, core.atan2(im, re)];
}

/** cmath.rect. Raises ValueError. */
export function rect(r: number, phi: number): Complex {
  if (isOpenInfinity(r, phi)) {
    const c = copysign(Infinity, core.cos(phi));
    const s = copysign(Infinity, core.sin(phi));
    return r > 0 ? [c, s] : [-c, -s];
  }
  const s = special("rect", r, phi);
  if (s !== undefined) return s;
  if (phi === 0) return [r, r * phi];
  return [r * core.cos(phi), r * core.sin(phi)];
}

/** cmath.isclose. Raises ValueError. */
export function isclose(a: Complex, b: Complex, relative = 1e-9, absolute = 0): boolean {
  if (relative < 0 || absolute < 0) throw new PythonError("ValueError", "tolerances must be non-negative");
  if (a[0] === b[0] && a[1] === b[1]) return true;
  const infinite = (x: number): boolean => x === Infinity || x === -Infinity;
  if (infinite(a[0]) || infinite(a[1]) || infinite(b[0]) || infinite(b[1])) return false;
  const diff = hypot(a[0] - b[0], a[1] - b[1]);
  return diff <= relative * hypot(b[0], b[1]) || diff <= relative * hypot(a[0], a[1]) || diff <= absolute;
}
