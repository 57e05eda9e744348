// Checksums of zlib and binascii: CRC-32, Adler-32 and the CRC of BinHex. Mirrors Modules/binascii.c and zlib; see docs/base.md.

/** Slicing by eight: table k advances a byte through k more bytes. */
const CRC_TABLES: readonly Uint32Array[] = makeCrcTables();

function makeCrcTables(): Uint32Array[] {
  const first = new Uint32Array(256);
  for (let i = 0; i < 256; i++) {
    let c = i;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    first[i] = c >>> 0;
  }
  const tables = [first];
  for (let t = 1; t < 8; t++) {
    const previous = tables[t - 1]!;
    tables.push(previous.map((c) => (c >>> 8) ^ first[c & 255]!));
  }
  return tables;
}

/** zlib.crc32 and binascii.crc32: an unsigned 32-bit number; `start` is the value of the data before. */
export function crc32(data: Uint8Array, start = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = CRC_TABLES as [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const n = data.length;
  let c = ~start;
  let i = 0;
  for (; i + 8 <= n; i += 8) {
    c ^= data[i]! | (data[i + 1]! << 8) | (data[i + 2]! << 16) | (data[i + 3]! << 24);
    c =
      t7[c & 255]! ^
      t6[(c >>> 8) & 255]! ^
      t5[(c >>> 16) & 255]! ^
      t4[c >>> 24]! ^
      t3[data[i + 4]!]! ^
      t2[data[i + 5]!]! ^
      t1[data[i + 6]!]! ^
      t0[data[i + 7]!]!;
  }
  for (; i < n; i++) c = (c >>> 8) ^ t0[(c ^ data[i]!) & 255]!;
  return ~c >>> 0;
}

/** zlib.adler32: an unsigned 32-bit number; `start` is the value of the data before, 1 at first. */
export function adler32(data: Uint8Array, start = 1): number {
  let a = start & 0xffff;
  let b = start >>> 16;
  const n = data.length;
  // 5,552 is the most steps after which neither sum has passed 32 bits.
  for (let i = 0; i < n; ) {
    const end = Math.min(n, i + 5552);
    for (; i < end; i++) {
      a += data[i]!;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}

/** binascii.crc_hqx: 16 bits, polynomial 0x1021. */
export function crcHqx(data: Uint8Array, start: number): number {
  let c = start & 0xffff;
  for (let i = 0; i < data.length; i++) {
    c ^= data[i]! << 8;
    for (let k = 0; k < 8; k++) c = c & 0x8000 ? (c << 1) ^ 0x1021 : c << 1;
    c &= 0xffff;
  }
  return c;
}
