// The character sets of the multibyte codecs: made of one another and of what the generated tables say differs. Mirrors the mapping
// headers of CPython's Modules/cjkcodecs. See docs/base.md.
import { unpackPairs } from "./pack.ts";
import { johabPlace, shiftPlace, shiftPlaceOfPlane2 } from "./places.ts";

/** In the order in which they are made. */
export const CHARSET_NAMES = [
  "gb2312", "gbk", "gb18030", "big5", "cp950", "big5hkscs", "euc_jp", "euc_jis_2004", "euc_jisx0213", "shift_jis", "cp932", "shift_jis_2004", "shift_jisx0213", "cp949", "johab",
] as const;
export type CharsetName = (typeof CHARSET_NAMES)[number];

/** Values from here on are numbers of combinations, not code points. */
export const COMBINED = 0x110000;

/** Both directions while a character set is made: code to point (or combination), point to code. */
export interface Directions {
  readonly decode: Map<number, number>;
  readonly encode: Map<number, number>;
}

/** What a character set is made of: another one, its codes moved; undefined leaves a code out. */
const ORIGINS: Partial<Record<CharsetName, readonly [CharsetName, (code: number) => number | undefined]>> = {
  gbk: ["gb2312", (code) => code],
  gb18030: ["gbk", (code) => code],
  cp950: ["big5", (code) => code],
  big5hkscs: ["big5", (code) => code],
  euc_jis_2004: ["euc_jp", (code) => code],
  euc_jisx0213: ["euc_jis_2004", (code) => code],
  shift_jis: ["euc_jp", (code) => (code >= 0xa1a1 && code < 0x10000 ? shiftPlace(code & 0x7f7f) : undefined)],
  cp932: ["shift_jis", (code) => code],
  shift_jis_2004: ["euc_jis_2004", shiftedPlanes],
  shift_jisx0213: ["euc_jisx0213", shiftedPlanes],
  johab: ["cp949", (code) => (code >> 8 >= 0xa1 && (code & 0xff) >= 0xa1 && (code >> 8 <= 0xac || code >> 8 >= 0xca) ? johabPlace(code & 0x7f7f) : undefined)],
};

function shiftedPlanes(code: number): number | undefined {
  if (code < 0xa1a1) return undefined;
  if (code < 0x10000) return shiftPlace(code & 0x7f7f);
  const row = (code >> 8) & 0x7f;
  return row === 0x21 || (row >= 0x23 && row <= 0x25) || row === 0x28 || (row >= 0x2c && row <= 0x2f) || row >= 0x6e ? shiftPlaceOfPlane2(code & 0x7f7f) : undefined;
}

/** Makes a character set of its origin and its packed differences. */
export function derived(name: CharsetName, decodeText: string, encodeText: string, combinations: readonly (readonly number[])[], made: (name: CharsetName) => Directions): Directions {
  const decode = new Map<number, number>();
  const encode = new Map<number, number>();
  const change = (map: Map<number, number>) => (key: number, value: number): void => {
    if (value === 0) map.delete(key);
    else map.set(key, value);
  };
  const origin = ORIGINS[name];
  if (origin !== undefined) {
    for (const [code, point] of made(origin[0]).decode) {
      const moved = origin[1](code);
      if (moved !== undefined) decode.set(moved, point);
    }
  }
  unpackPairs(decodeText, change(decode));
  for (const [code, point] of decode) if (point < COMBINED) encode.set(point, Math.min(code, encode.get(point) ?? code));
  unpackPairs(encodeText, change(encode));
  return { decode, encode };
}
