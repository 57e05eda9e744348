// Decimals as text and back, and the format mini-language for them. What Modules/_decimal/libmpdec/io.c is to CPython; see docs/base.md.
import {
  type Dec,
  type DecContext,
  digitCount,
  finite,
  FINITE,
  INFINITE,
  infinity,
  pow10,
  QNAN,
  rescale,
  roundOff,
  SNAN,
} from "./number.ts";

const NUMBER = /^([+-]?)(?:([0-9]+)(?:\.([0-9]*))?|\.([0-9]+))(?:e([+-]?[0-9]+))?$/i;
const SPECIAL = /^([+-]?)(?:(inf|infinity)|(s?nan)([0-9]*))$/i;

/** The number that a text of ASCII spells, exactly; undefined for what is none. */
export function parseDecimal(text: string): Dec | undefined {
  const m = NUMBER.exec(text);
  if (m !== null) {
    const fraction = m[3] ?? m[4] ?? "";
    const exponent = m[5] === undefined ? 0 : Number(m[5]);
    return finite(m[1] === "-" ? 1 : 0, BigInt((m[2] ?? "") + fraction), exponent - fraction.length);
  }
  const s = SPECIAL.exec(text);
  if (s === null) return undefined;
  const sign = s[1] === "-" ? 1 : 0;
  if (s[2] !== undefined) return infinity(sign);
  return { sign, kind: s[3]!.length === 4 ? SNAN : QNAN, coeff: BigInt(s[4] === "" ? 0 : s[4]!), exp: 0 };
}

function specialText(a: Dec): string {
  if (a.kind === INFINITE) return "Infinity";
  return (a.kind === SNAN ? "sNaN" : "NaN") + (a.coeff === 0n ? "" : a.coeff.toString());
}

const exponentText = (n: number): string => (n < 0 ? "" : "+") + BigInt(n).toString();

/** Scientific or engineering notation; `capitals` 1 for "E". */
export function decimalText(a: Dec, engineering: boolean, capitals: number): string {
  const sign = a.sign === 1 ? "-" : "";
  if (a.kind !== FINITE) return sign + specialText(a);
  const digits = a.coeff.toString();
  const left = a.exp + digits.length;
  let dot: number;
  if (a.exp <= 0 && left > -6) dot = left;
  else if (!engineering) dot = 1;
  else if (a.coeff === 0n) dot = mod3(left + 1) - 1;
  else dot = mod3(left - 1) + 1;
  let whole: string;
  let fraction = "";
  if (dot <= 0) {
    whole = "0";
    fraction = "." + "0".repeat(-dot) + digits;
  } else if (dot >= digits.length) whole = digits + "0".repeat(dot - digits.length);
  else {
    whole = digits.slice(0, dot);
    fraction = "." + digits.slice(dot);
  }
  return sign + whole + fraction + (left === dot ? "" : (capitals === 1 ? "E" : "e") + exponentText(left - dot));
}

const mod3 = (n: number): number => ((n % 3) + 3) % 3;

interface Spec {
  fill: string;
  align: string;
  sign: string;
  noNegZero: boolean;
  alternate: boolean;
  width: number;
  thousands: string;
  precision: number;
  fractionThousands: string;
  type: string;
}

const SPEC = /^([+\- ]?)(z?)(#?)(0?)([0-9]*)([,_]?)(?:\.(?:([0-9]+)([,_]?)|([,_])))?([eEfFgG%nN]?)$/;

function parseSpec(spec: string): Spec | undefined {
  const points = [...spec];
  let fill = " ";
  let align = "";
  if (points.length >= 2 && "<>=^".includes(points[1]!)) {
    [fill, align] = points as [string, string];
    points.splice(0, 2);
  } else if (points.length >= 1 && "<>=^".includes(points[0]!)) align = points.shift()!;
  const m = SPEC.exec(points.join(""));
  if (m === null) return undefined;
  const zero = m[4] === "0";
  if (zero) {
    if (align !== "") return undefined;
    fill = "0";
    align = "=";
  }
  if ((m[10] === "n" || m[10] === "N") && m[6] !== "") return undefined;
  return {
    fill,
    align: align === "" ? ">" : align,
    sign: m[1] === "" ? "-" : m[1]!,
    noNegZero: m[2] === "z",
    alternate: m[3] === "#",
    width: m[5] === "" ? 0 : Number(m[5]),
    thousands: m[6]!,
    precision: m[7] === undefined ? -1 : Number(m[7]),
    fractionThousands: m[8] ?? m[9] ?? "",
    type: m[10]!,
  };
}

function pad(sign: string, body: string, s: Spec): string {
  const missing = s.width - [...sign, ...body].length;
  if (missing <= 0) return sign + body;
  switch (s.align) {
    case "<":
      return sign + body + s.fill.repeat(missing);
    case ">":
      return s.fill.repeat(missing) + sign + body;
    case "=":
      return sign + s.fill.repeat(missing) + body;
    default: {
      const left = missing >> 1;
      return s.fill.repeat(left) + sign + body + s.fill.repeat(missing - left);
    }
  }
}

/** Digits in groups from the right, the last size again and again (127: no more groups); zeros in front up to `width` characters. */
function grouped(digits: string, marks: NumberMarks, width: number): string {
  const { separator, grouping } = marks;
  if (grouping.length === 0 || (separator === "" && grouping[0] === 127)) return digits.padStart(width, "0");
  const room = [...separator].length;
  const groups: string[] = [];
  let rest = digits;
  let wanted = width;
  for (let i = 0; ; i++) {
    const size = grouping[Math.min(i, grouping.length - 1)]!;
    const whole = Math.max(rest.length, wanted, 1);
    const taken = size === 127 ? whole : Math.min(whole, size);
    groups.unshift(rest.slice(-taken).padStart(taken, "0"));
    rest = rest.slice(0, -taken);
    wanted -= taken;
    if (rest === "" && wanted <= 0) break;
    wanted -= room;
  }
  return groups.join(separator);
}

function signText(a: { sign: number }, s: Spec): string {
  return a.sign === 1 ? "-" : s.sign === "-" ? "" : s.sign;
}

/** Rounds to `places` significant digits. */
function roundTo(a: Dec, places: number, rounding: number): Dec {
  const digits = digitCount(a.coeff);
  if (digits <= places) return a;
  let exp = a.exp + digits - places;
  let [coeff] = roundOff(a.coeff, digits - places, a.sign, rounding);
  if (coeff >= pow10(places)) {
    coeff /= 10n;
    exp++;
  }
  return finite(a.sign, coeff, exp);
}

/** How a number is pointed and grouped: by a locale, by the specification, or as somebody wants. */
export interface NumberMarks {
  point: string;
  separator: string;
  /** Sizes of groups from the right; 127 ends them. */
  grouping: readonly number[];
}

/** The marks that a specification asks for itself: of ",", of "_", or none, where even the point is left open. */
export function marksOfSpec(spec: string): NumberMarks | undefined {
  const s = parseSpec(spec);
  if (s === undefined) return undefined;
  if (s.thousands !== "") return { point: ".", separator: s.thousands, grouping: [3] };
  return { point: s.type === "n" || s.type === "N" ? "." : "", separator: "", grouping: [] };
}

/** format(a, spec); undefined for a spec that is wrong. */
export function formatDecimal(a: Dec, specText: string, c: DecContext, capitals: number, marks?: NumberMarks): string | undefined {
  const s = parseSpec(specText);
  if (s === undefined) return undefined;
  if (a.kind !== FINITE) {
    if (s.fill === "0" && s.align === "=") {
      s.fill = " ";
      s.align = ">";
    }
    return pad(signText(a, s), specialText(a) + (s.type === "%" ? "%" : ""), s);
  }
  const type = s.type === "" ? (capitals === 1 ? "G" : "g") : s.type === "n" ? "g" : s.type === "N" ? "G" : s.type;
  let v: Dec = type === "%" ? finite(a.sign, a.coeff, a.exp + 2) : a;
  let { precision } = s;
  const exponential = type === "e" || type === "E";
  const fixed = type === "f" || type === "F" || type === "%";
  if (precision >= 0) {
    if (exponential) {
      v = roundTo(v, precision + 1, c.rounding);
      const missing = precision + 1 - digitCount(v.coeff);
      if (missing > 0 && v.coeff !== 0n) v = finite(v.sign, v.coeff * pow10(missing), v.exp - missing);
    }
    else if (fixed) v = rescale(v, -precision, c.rounding);
    else {
      if (precision === 0) precision = 1;
      v = roundTo(v, precision, c.rounding);
    }
  }
  if (fixed && v.exp > 0) v = rescale(v, 0, c.rounding);
  if (s.noNegZero && v.coeff === 0n && v.sign === 1) v = finite(0, 0n, v.exp);
  const digits = v.coeff.toString();
  const left = v.exp + digits.length;
  let dot: number;
  if (exponential) dot = v.coeff === 0n && precision >= 0 ? 1 - precision : 1;
  else if (fixed || (v.exp <= 0 && left > -6)) dot = left;
  else dot = 1;
  let whole: string;
  let fraction: string;
  if (dot < 0) {
    whole = "0";
    fraction = "0".repeat(-dot) + digits;
  } else if (dot > digits.length) {
    whole = digits + "0".repeat(dot - digits.length);
    fraction = "";
  } else {
    whole = digits.slice(0, dot) || "0";
    fraction = digits.slice(dot);
  }
  const sign = signText(v, s);
  let tail = s.fractionThousands === "" ? fraction : fraction.replace(/([0-9]{3})(?=[0-9])/g, `$1${s.fractionThousands}`);
  if (fraction !== "" || s.alternate) tail = (marks?.point ?? ".") + tail;
  const shownExponent = left - dot;
  if (shownExponent !== 0 || exponential) tail += (type === "E" || type === "G" ? "E" : "e") + exponentText(shownExponent);
  if (type === "%") tail += "%";
  const zeros = s.fill === "0" && s.align === "=" ? s.width - [...tail].length - sign.length : 0;
  const used = marks ?? { point: ".", separator: s.thousands, grouping: s.thousands === "" ? [] : [3] };
  return pad(sign, grouped(whole, used, Math.max(zeros, 1)) + tail, s);
}
