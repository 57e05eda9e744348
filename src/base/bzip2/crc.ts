// The checksum of bzip2: CRC-32 with the highest bit first. See docs/base.md.

const TABLE = Int32Array.from({ length: 256 }, (_, i) => {
  let c = i << 24;
  for (let bit = 0; bit < 8; bit++) c = c < 0 ? (c << 1) ^ 0x04c11db7 : c << 1;
  return c;
});

/** The checksum after `length` times the byte `b`; begins with -1, is inverted at the end. */
export function crcOfRun(crc: number, b: number, length: number): number {
  let c = crc;
  for (let i = 0; i < length; i++) c = (c << 8) ^ TABLE[(c >>> 24) ^ b]!;
  return c;
}
