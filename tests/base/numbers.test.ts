// Ints, floats and their texts against CPython's answers (recorded).
import { expect, test } from "vitest";
import * as F from "../../src/base/float-format.ts";
import * as S from "../../src/base/format-spec.ts";
import * as I from "../../src/base/int-math.ts";
import * as T from "../../src/base/int-text.ts";
import { asciiNumberText } from "../../src/base/text-case.ts";
import { PythonError } from "../../src/base/python-error.ts";
import { runCases } from "./cases.ts";

/** An error whose message needs the repr of the text is compared by type alone. */
const REPR = "\0";

test("int arithmetic", () => {
  const r = runCases("int-math", {
    add: I.intAdd,
    sub: I.intSub,
    mul: I.intMul,
    floordiv: I.intFloorDiv,
    mod: I.intMod,
    divmod: I.intDivmod,
    and: I.intAnd,
    or: I.intOr,
    xor: I.intXor,
    truediv: I.intTrueDivide,
    gcd: I.intGcd,
    lcm: I.intLcm,
    neg: I.intNeg,
    abs: I.intAbs,
    invert: I.intInvert,
    bit_length: I.intBitLength,
    bit_count: I.intBitCount,
    hash: I.hashInt,
    float: I.intToDouble,
    str: (v) => T.intToText(v),
    isqrt: I.intIsqrt,
    lshift: I.intLshift,
    rshift: I.intRshift,
    pow: I.intPow,
    powmod: I.intPowMod,
    hash_float: I.hashDouble,
    hash_complex: (c) => I.hashComplex(I.hashDouble(c[0]), I.hashDouble(c[1])),
    to_bytes: I.intToBytes,
    from_bytes: I.intFromBytes,
    compare: I.intCompare,
    comb: I.intComb,
    perm: I.intPerm,
    factorial: I.intFactorial,
  });
  expect(r.differences).toEqual([]);
  expect(r.total).toBeGreaterThan(2000);
});

test("numbers from and to text", () => {
  const parse = <A>(text: any, f: (t: string) => A | undefined): A => {
    const v = f(asciiNumberText(text));
    if (v === undefined) throw new PythonError("ValueError", REPR);
    return v;
  };
  const r = runCases("int-text", {
    int: (text, base) => parse(text, (t) => T.parseIntText(t, base, T.DEFAULT_MAX_STR_DIGITS)),
    str: (v) => T.intToText(v, T.DEFAULT_MAX_STR_DIGITS),
    hex: (v) => T.intToPrefixed(v, 16),
    oct: (v) => T.intToPrefixed(v, 8),
    bin: (v) => T.intToPrefixed(v, 2),
    float: (text) => parse(text, F.parseDouble),
    complex: (text) => parse(text, F.parseComplex),
  });
  expect(r.differences).toEqual([]);
});

test("float formatting", () => {
  const r = runCases("float-text", {
    repr: F.doubleRepr,
    percent: (v, code, precision, flags: string) =>
      F.doubleToText(v, code, precision, (flags.includes("#") ? F.DTSF_ALT : 0) | (flags.includes("+") ? F.DTSF_SIGN : 0)),
    round: F.roundDouble,
    round_int: F.roundToInt,
    int: F.doubleToInt,
    hex: F.doubleHex,
    as_integer_ratio: F.doubleAsIntegerRatio,
    fromhex: F.doubleFromHex,
  });
  expect(r.differences).toEqual([]);
});

test("format specs", () => {
  const r = runCases("format-spec", {
    int: (v, spec) => (spec === "" ? T.intToText(v) : S.formatInt(v, spec)),
    float: (v, spec) => (spec === "" ? F.doubleRepr(v) : S.formatDouble(v, spec)),
    complex: (v, spec) => S.formatComplex(v[0], v[1], spec === "" ? "" : spec),
    str: (v, spec) => S.formatText(v, spec),
  });
  expect(r.differences).toEqual([]);
});
