// Unicode 16.0, CPython 3.14's version: general categories, identifiers, what is printable, NFKC of identifiers. Mirrors
// _PyUnicode_ScanIdentifier and Objects/unicodectype.c. See docs/syntax-tokens.md.
import { categoryNames, propertyValues, runLengths, runValues } from "./unicode-tables.generated.ts";

const BLOCK_BITS = 7;
const BLOCK_SIZE = 1 << BLOCK_BITS;
const CATEGORY_MASK = 31;
const XID_START = 32;
const XID_CONTINUE = 64;
const CATEGORY_SPACE = categoryNames.indexOf("Zs");

/** A two-stage table: equal blocks of 128 code points are kept once. */
class PropertyTable {
  readonly blockOf: Uint16Array;
  readonly blocks: Uint8Array;
  constructor() {
    const flat = new Uint8Array(0x110000);
    let at = 0;
    let run = 0;
    for (const length of runLengths.split(" ")) {
      const end = at + Number.parseInt(length, 36);
      flat.fill(propertyValues[runValues.charCodeAt(run++) - 35], at, end);
      at = end;
    }
    this.blockOf = new Uint16Array(0x110000 >> BLOCK_BITS);
    const seen = new Map<string, number>();
    const blocks: Uint8Array[] = [];
    for (let i = 0; i < this.blockOf.length; i++) {
      const block = flat.subarray(i << BLOCK_BITS, (i + 1) << BLOCK_BITS);
      const key = String.fromCharCode(...block);
      let index = seen.get(key);
      if (index === undefined) {
        index = blocks.length;
        seen.set(key, index);
        blocks.push(block);
      }
      this.blockOf[i] = index;
    }
    this.blocks = new Uint8Array(blocks.length << BLOCK_BITS);
    blocks.forEach((block, i) => this.blocks.set(block, i << BLOCK_BITS));
  }
}

// A constant that is unpacked when first asked for: most programs are ASCII.
let table: PropertyTable | undefined;

function propertyOf(c: number): number {
  table ??= new PropertyTable();
  return table.blocks[(table.blockOf[c >> BLOCK_BITS] << BLOCK_BITS) | (c & (BLOCK_SIZE - 1))];
}

/** General category of a code point: two letters, "Cn" when it is not assigned. */
export function generalCategory(c: number): string {
  return categoryNames[propertyOf(c) & CATEGORY_MASK];
}

export function isXidStart(c: number): boolean {
  return (propertyOf(c) & XID_START) !== 0;
}

export function isXidContinue(c: number): boolean {
  return (propertyOf(c) & XID_CONTINUE) !== 0;
}

/** str.isprintable of one code point: everything but separators (other than the space), control and the like. */
export function isPrintable(c: number): boolean {
  if (c < 127) return c >= 32;
  const category = propertyOf(c) & CATEGORY_MASK;
  return category !== 0 && category < CATEGORY_SPACE;
}

/** Offset of the first character of text[from, to) that may not stand there in an identifier, `to` when all may. */
export function scanIdentifier(text: string, from: number, to: number): number {
  for (let at = from; at < to; ) {
    const c = text.codePointAt(at)!;
    if (c < 128) {
      const letter = (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;
      if (!letter && (at === from || c < 48 || c > 57)) return at;
    } else if ((propertyOf(c) & (at === from ? XID_START : XID_CONTINUE)) === 0) {
      return at;
    }
    at += c > 0xffff ? 2 : 1;
  }
  return to;
}

/** str.isidentifier. */
export function isIdentifier(text: string): boolean {
  return text.length > 0 && scanIdentifier(text, 0, text.length) === text.length;
}

/**
 * NFKC of an identifier. The host's normalisation is exact here: an identifier has only characters that Unicode 16 assigns, and
 * the Unicode stability policy freezes normalisation for assigned characters, so every host with Unicode 16 or later agrees.
 */
export function normalizeIdentifier(name: string): string {
  return name.normalize("NFKC");
}
