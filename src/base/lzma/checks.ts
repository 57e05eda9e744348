// The integrity checks of the xz format. See docs/base.md.
import { crc32 } from "../checksums.ts";
import { newSha256 } from "../digest/library-hash.ts";

export const CHECK_NONE = 0;
export const CHECK_CRC32 = 1;
export const CHECK_CRC64 = 4;
export const CHECK_SHA256 = 10;

/** Bytes of a check, by its number. */
export const CHECK_SIZES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];

export const checkIsKnown = (check: number): boolean => check === CHECK_NONE || check === CHECK_CRC32 || check === CHECK_CRC64 || check === CHECK_SHA256;

/** A check in the making. */
export interface Check {
  update(data: Uint8Array): void;
  /** The bytes that the format stores. */
  digest(): Uint8Array;
}

const littleEndian = (n: number): number[] => [n & 0xff, (n >>> 8) & 0xff, (n >>> 16) & 0xff, (n >>> 24) & 0xff];

class Crc32Check implements Check {
  value = 0;
  update(data: Uint8Array): void {
    this.value = crc32(data, this.value);
  }
  digest(): Uint8Array {
    return Uint8Array.from(littleEndian(this.value));
  }
}

/** Tables of CRC-64 (ECMA-182, reflected), low and high words. */
function crc64Tables(): { low: Uint32Array; high: Uint32Array } {
  const low = new Uint32Array(256);
  const high = new Uint32Array(256);
  for (let i = 0; i < 256; i++) {
    let value = BigInt(i);
    for (let k = 0; k < 8; k++) value = (value & 1n) !== 0n ? (value >> 1n) ^ 0xc96c5795d7870f42n : value >> 1n;
    low[i] = Number(value & 0xffffffffn);
    high[i] = Number(value >> 32n);
  }
  return { low, high };
}

class Crc64Check implements Check {
  readonly tables = crc64Tables();
  low = 0xffffffff;
  high = 0xffffffff;
  update(data: Uint8Array): void {
    const { low: lows, high: highs } = this.tables;
    let { low, high } = this;
    for (let i = 0; i < data.length; i++) {
      const index = (low ^ data[i]!) & 0xff;
      low = ((low >>> 8) | (high << 24)) ^ lows[index]!;
      high = (high >>> 8) ^ highs[index]!;
    }
    this.low = low;
    this.high = high;
  }
  digest(): Uint8Array {
    return Uint8Array.from([...littleEndian(~this.low), ...littleEndian(~this.high)]);
  }
}

/** A new check; undefined for one that is not known. */
export function newCheck(check: number): Check | undefined {
  if (check === CHECK_NONE) return { update: () => undefined, digest: () => new Uint8Array(0) };
  if (check === CHECK_CRC32) return new Crc32Check();
  if (check === CHECK_CRC64) return new Crc64Check();
  if (check === CHECK_SHA256) return newSha256();
  return undefined;
}

/** The CRC-32 as bytes. */
export const crc32Bytes = (data: Uint8Array): Uint8Array => Uint8Array.from(littleEndian(crc32(data)));
