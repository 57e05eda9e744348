// Where Shift JIS, Johab and the EUC family put the cells of the character sets with 94 rows of 94. See docs/base.md.

/** The code of Shift JIS for a cell (0x2121 to 0x7e7e) of the first plane. */
export function shiftPlace(cell: number): number {
  return shiftCode((cell >> 8) - 0x21, (cell & 0xff) - 0x21);
}

function shiftCode(row: number, column: number): number {
  const lead = (row >> 1) + (row < 0x3e ? 0x81 : 0xc1);
  const trail = column + ((row & 1) !== 0 ? 0x5e : 0);
  return (lead << 8) | (trail + (trail < 0x3f ? 0x40 : 0x41));
}

/** The code of Shift JIS for a cell of JIS X 0213's second plane, whose rows follow the first plane's in an order of their own. */
export function shiftPlaceOfPlane2(cell: number): number {
  const row = cell >> 8;
  const place = row >= 0x6e ? row - 0x07 : row >= 0x2c || row === 0x28 ? row + 0x37 : row + 0x3d;
  return shiftCode(place, (cell & 0xff) - 0x21);
}

/** The code of Johab for a cell of KS X 1001 that is no syllable and no letter of Hangul. */
export function johabPlace(cell: number): number {
  const row = cell >> 8;
  const half = row < 0x4a ? row + 0x191 : row + 0x176;
  const trail = (cell & 0xff) - 0x21 + ((half & 1) !== 0 ? 0x5e : 0);
  return ((half >> 1) << 8) | (trail < 0x4e ? trail + 0x31 : trail + 0x43);
}
