// Text and bytes by CPython's rules against its answers (recorded).
import { expect, test } from "vitest";
import * as B from "../../src/base/bytes-ops.ts";
import * as M from "../../src/base/format-markup.ts";
import { crc32 } from "../../src/base/checksums.ts";
import { intToText } from "../../src/base/int-text.ts";
import * as P from "../../src/base/percent-format.ts";
import { PythonError } from "../../src/base/python-error.ts";
import * as C from "../../src/base/text-case.ts";
import * as S from "../../src/base/text-search.ts";
import * as T from "../../src/base/text.ts";
import type { Text } from "../../src/base/text.ts";
import { runCases } from "./cases.ts";

test("str.format's grammar", () => {
  const markup = (format: Text): unknown[] => {
    const out: unknown[] = [];
    let pos = 0;
    for (;;) {
      const m = M.nextMarkup(format, pos);
      if (m === undefined) return out;
      const conversion = m.conversion === 0 ? null : T.textFromPoint(m.conversion);
      out.push(m.fieldName === undefined ? [m.literal, null, null, null] : [m.literal, m.fieldName, m.spec, conversion]);
      pos = m.next;
    }
  };
  const field = (name: Text): unknown => {
    const head = M.splitFieldName(name);
    const steps: unknown[] = [];
    for (let pos = 0; ; ) {
      const step = M.nextFieldStep(head.rest, pos);
      if (step === undefined) break;
      steps.push([step.isAttribute, step.index >= 0 ? step.index : step.name]);
      pos = step.next;
    }
    return [head.index >= 0 ? head.index : head.name, steps];
  };
  // A small str.format of two ints, to see the automatic numbering and the nesting.
  const format = (text: Text, a: number, b: number): Text => {
    const values = [a, b];
    const auto = M.newAutoNumber();
    const render = (t: Text, depth: number): Text => {
      if (depth < 0) throw new PythonError("ValueError", "Max string recursion exceeded");
      const out: Text[] = [];
      for (let pos = 0; ; ) {
        const m = M.nextMarkup(t, pos);
        if (m === undefined) return T.textJoin("", out);
        pos = m.next;
        out.push(m.literal);
        if (m.fieldName === undefined) continue;
        const { index } = M.splitFieldName(m.fieldName, auto);
        if (index >= values.length)
          throw new PythonError("IndexError", `Replacement index ${index} out of range for positional args tuple`);
        const spec = m.specHasFields ? render(m.spec, depth - 1) : m.spec;
        out.push(String(values[index]).padStart(Number(spec as string)));
      }
    };
    return render(text, 2 - 1);
  };
  const r = runCases("format-markup", { markup, field, format });
  expect(r.differences).toEqual([]);
});

test("the % operator", () => {
  // A small % operator over three ints, or over a mapping whose values are its keys.
  const scan = (format: Text, mapping: boolean): Text => {
    const out: Text[] = [];
    const n = T.textLength(format);
    let used = 0;
    let single: Text | undefined = MAPPING;
    const fetch = (): Text | number => {
      if (mapping ? single === undefined : used >= 3) throw new PythonError("TypeError", "not enough arguments for format string");
      if (!mapping) return ++used;
      const v = single!;
      single = undefined;
      return v;
    };
    const fetchStar = (): number => {
      const v = fetch();
      if (typeof v !== "number") throw new PythonError("TypeError", "* wants int");
      return v;
    };
    for (let pos = 0; pos < n; ) {
      const at = P.findPercent(format, pos);
      out.push(T.textSlice(format, pos, at));
      if (at >= n) break;
      if (P.isEscapedPercent(format, at + 1)) {
        out.push("%");
        pos = at + 2;
        continue;
      }
      const item = P.readPercentItem(format, at + 1);
      pos = item.next;
      if (item.keyStart >= 0) {
        if (!mapping) throw new PythonError("TypeError", "format requires a mapping");
        if (item.error !== "incomplete format key") single = T.textSlice(format, item.keyStart, item.keyEnd);
      }
      const width = item.width === P.FROM_ARGUMENT ? fetchStar() : item.width;
      const precision = item.precision === P.FROM_ARGUMENT ? fetchStar() : item.precision;
      if (item.error !== undefined) throw new PythonError("ValueError", item.error);
      const v = fetch();
      const shown = v === MAPPING ? "{}" : typeof v === "number" ? intToText(v) : v;
      switch (item.conversion) {
        case 100:
          if (typeof v !== "number")
            throw new PythonError("TypeError", `%d format: a real number is required, not ${v === MAPPING ? "Any" : "str"}`);
          out.push(P.percentInt(v, 100, item.flags, width, precision));
          break;
        case 115:
          out.push(P.percentText(shown, item.flags, width, precision));
          break;
        case 97: {
          const quoted = typeof v === "number" || v === MAPPING ? shown : `'${T.textToHost(shown).replaceAll("\u20ac", "\\u20ac")}'`;
          out.push(P.percentText(quoted, item.flags, width, precision));
          break;
        }
        default:
          throw new PythonError("ValueError", P.unsupportedCharacter(item.conversion, item.index));
      }
    }
    if (!mapping && used < 3) throw new PythonError("TypeError", "not all arguments converted during string formatting");
    return T.textJoin("", out);
  };
  const MAPPING = "\0mapping";
  const one = (f: (item: P.PercentItem) => Text, format: Text): Text => {
    const item = P.readPercentItem(format, 1);
    return f(item);
  };
  const r = runCases("percent-format", {
    int: (format, v) => one((i) => P.percentInt(v, i.conversion, i.flags, i.width, i.precision), format),
    float: (format, v) => one((i) => P.percentDouble(v, i.conversion, i.flags, i.width, i.precision), format),
    str: (format, v) => one((i) => P.percentText(v, i.flags, i.width, i.precision), format),
    scan_tuple: (format) => scan(format, false),
    scan_bytes: (format: Uint8Array) => {
      const out: string[] = [];
      let used = 0;
      const fetch = (): number => {
        if (used >= 3) throw new PythonError("TypeError", "not enough arguments for format string");
        return ++used;
      };
      for (let pos = 0; pos < format.length; ) {
        const at = P.findPercent(format, pos);
        out.push(String.fromCharCode(...format.subarray(pos, at)));
        if (at >= format.length) break;
        if (P.isEscapedPercent(format, at + 1)) {
          out.push("%");
          pos = at + 2;
          continue;
        }
        const item = P.readPercentItem(format, at + 1);
        pos = item.next;
        if (item.keyStart >= 0) throw new PythonError("TypeError", "format requires a mapping");
        const width = item.width === P.FROM_ARGUMENT ? fetch() : item.width;
        const precision = item.precision === P.FROM_ARGUMENT ? fetch() : item.precision;
        if (item.error !== undefined) throw new PythonError("ValueError", item.error);
        const v = fetch();
        const { conversion, flags } = item;
        if (conversion === 97) out.push(P.percentText(intToText(v), flags, width, precision) as string);
        else if (conversion === 100 || conversion === 120) out.push(P.percentInt(v, conversion, flags, width, precision));
        else throw new PythonError("ValueError", P.unsupportedCharacter(conversion, item.index, true));
      }
      if (used < 3) throw new PythonError("TypeError", "not all arguments converted during bytes formatting");
      return out.join("");
    },
    scan_mapping: (format) => scan(format, true),
  });
  expect(r.differences).toEqual([]);
});

test("case and character properties", () => {
  const mappings = { upper: C.textUpper, lower: C.textLower, title: C.textTitle, capitalize: C.textCapitalize, swapcase: C.textSwapcase, casefold: C.textCasefold };
  const checks = {
    isalpha: C.textIsAlpha,
    isdecimal: C.textIsDecimal,
    isdigit: C.textIsDigit,
    isnumeric: C.textIsNumeric,
    isalnum: C.textIsAlnum,
    isspace: C.textIsSpace,
    isprintable: C.textIsPrintable,
    isidentifier: C.textIsIdentifier,
    isupper: C.textIsUpper,
    islower: C.textIsLower,
    istitle: C.textIsTitle,
  };
  const answers: Record<string, (...args: any[]) => unknown> = { ...mappings, ...checks };
  for (const [name, f] of Object.entries(checks))
    answers[`block_${name}`] = (block: number) => crc32(Uint8Array.from({ length: 4096 }, (_, i) => (f(T.textFromPoint(block + i)) ? 1 : 0)));
  for (const [name, f] of Object.entries(mappings))
    answers[`block_${name}`] = (block: number) => {
      const out: number[] = [];
      for (let i = 0; i < 4096; i++) for (const p of T.textPointsView(f(T.textFromPoint(block + i)))) out.push(p);
      return crc32(new TextEncoder().encode(out.join(" ")));
    };
  const r = runCases("text-case", answers);
  expect(r.differences).toEqual([]);
});

test("search, split, strip, pad", () => {
  const sliceIndices = (n: number, i: number, j: number, k: number): [number, number] => {
    const low = k < 0 ? -1 : 0;
    const high = k < 0 ? n - 1 : n;
    const start = Math.min(Math.max(i, low), high);
    const stop = Math.min(Math.max(j, low), high);
    return [start, Math.max(0, Math.ceil((stop - start) / k))];
  };
  const r = runCases("text-search", {
    find: S.textFind,
    rfind: S.textRfind,
    count: S.textCount,
    startswith: (s, t, i, j) => S.textTailMatch(s, t, i, j, false),
    endswith: (s, t, i, j) => S.textTailMatch(s, t, i, j, true),
    replace: S.textReplace,
    split: S.textSplit,
    rsplit: S.textRsplit,
    partition: S.textPartition,
    rpartition: S.textRpartition,
    strip: (s, c) => S.textStrip(s, S.STRIP_BOTH, c),
    lstrip: (s, c) => S.textStrip(s, S.STRIP_LEFT, c),
    rstrip: (s, c) => S.textStrip(s, S.STRIP_RIGHT, c),
    center: (s, w, f) => S.textCenter(s, w, T.textAt(f, 0)),
    ljust: (s, w, f) => S.textLjust(s, w, T.textAt(f, 0)),
    rjust: (s, w, f) => S.textRjust(s, w, T.textAt(f, 0)),
    zfill: S.textZfill,
    slice: (s, i, j, k) => {
      const [start, count] = sliceIndices(T.textLength(s), i, j, k);
      return T.textSliceStep(s, start, k, count);
    },
    compare: (a, b) => Math.sign(T.textCompare(a, b)),
    join: T.textJoin,
    repeat: T.textRepeat,
    translate: (s) => S.textTranslate(s, (c) => (c === 97 ? "xy" : c === 98 ? null : c === 0x20ac ? 0x1f600 : c === 0x1f600 ? "q" : undefined)),
    split_space: S.textSplitSpace,
    rsplit_space: S.textRsplitSpace,
    splitlines: S.textSplitlines,
    strip_space: (s) => S.textStrip(s, S.STRIP_BOTH),
    expandtabs: S.textExpandtabs,
  });
  expect(r.differences).toEqual([]);
});

test("bytes", () => {
  const r = runCases("bytes-ops", {
    find: B.bytesFind,
    rfind: B.bytesRfind,
    count: B.bytesCount,
    replace: B.bytesReplace,
    split: B.bytesSplit,
    rsplit: B.bytesRsplit,
    partition: B.bytesPartition,
    rpartition: B.bytesRpartition,
    strip: (b, c) => B.bytesStrip(b, 3, c),
    join: B.bytesJoin,
    center: (b, w, f) => B.bytesCenter(b, w, f[0]),
    zfill: B.bytesZfill,
    translate: (b, d) => B.bytesTranslate(b, B.bytesMaketrans(Uint8Array.of(97, 98), Uint8Array.of(120, 97)), d),
    split_space: B.bytesSplitSpace,
    rsplit_space: B.bytesRsplitSpace,
    splitlines: B.bytesSplitlines,
    expandtabs: B.bytesExpandtabs,
    upper: B.bytesUpper,
    lower: B.bytesLower,
    title: B.bytesTitle,
    capitalize: B.bytesCapitalize,
    swapcase: B.bytesSwapcase,
    isalpha: B.bytesIsAlpha,
    isalnum: B.bytesIsAlnum,
    isdigit: B.bytesIsDigit,
    isspace: B.bytesIsSpace,
    isupper: B.bytesIsUpper,
    islower: B.bytesIsLower,
    istitle: B.bytesIsTitle,
    isascii: B.bytesIsAscii,
    hex: B.bytesHex,
    fromhex: (t) => B.bytesFromHex(T.textPoints(t)),
  });
  expect(r.differences).toEqual([]);
});
