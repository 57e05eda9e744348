// Bytes of an XML document to text, as they come. Bytes that are no text become U+FFFF, which no document may hold: the parser then names their place.
// See docs/base.md.
import { XmlErrorCode, XmlFault } from "./events.ts";

const BAD = "\uffff";

/** A decoder keeps what is left of a character at the end of its input. */
export class XmlDecoder {
  readonly encoding: string;
  private readonly table: readonly string[] | undefined;
  private rest = new Uint8Array();

  /** `table`: the characters of an eight-bit encoding. */
  constructor(encoding: string, table?: readonly string[]) {
    this.encoding = encoding;
    this.table = table;
  }

  /** Whether bytes of an unfinished character wait. */
  get waiting(): boolean {
    return this.rest.length > 0;
  }

  /** How many bytes a piece of the text takes. */
  sizeOf(text: string): number {
    if (this.encoding === "utf-16le" || this.encoding === "utf-16be") return 2 * text.length;
    if (this.encoding !== "utf-8") return text.length;
    let size = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c < 0x80) size++;
      else if (c < 0x800) size += 2;
      else if (c >= 0xd800 && c < 0xe000) size += 2;
      else size += 3;
    }
    return size;
  }

  decode(bytes: Uint8Array): string {
    let all = bytes;
    if (this.rest.length > 0) {
      all = new Uint8Array(this.rest.length + bytes.length);
      all.set(this.rest);
      all.set(bytes, this.rest.length);
      this.rest = new Uint8Array();
    }
    switch (this.encoding) {
      case "utf-8":
        return this.utf8(all);
      case "utf-16le":
      case "utf-16be":
        return this.utf16(all);
      default: {
        const table = this.table!;
        let out = "";
        for (const b of all) out += table[b]!;
        return out;
      }
    }
  }

  private utf16(bytes: Uint8Array): string {
    const big = this.encoding === "utf-16be" ? 1 : 0;
    const whole = bytes.length & ~1;
    let out = "";
    for (let i = 0; i < whole; i += 2) out += String.fromCharCode(bytes[i + big]! | (bytes[i + 1 - big]! << 8));
    this.rest = bytes.slice(whole);
    return out;
  }

  private utf8(bytes: Uint8Array): string {
    const pieces: string[] = [];
    let run: number[] = [];
    let i = 0;
    while (i < bytes.length) {
      const b = bytes[i]!;
      if (b < 0x80) {
        run.push(b);
        i++;
      } else {
        const size = b >= 0xc2 && b < 0xe0 ? 2 : b >= 0xe0 && b < 0xf0 ? 3 : b >= 0xf0 && b < 0xf5 ? 4 : 0;
        let code = size === 0 ? 0 : b & (0x7f >> size);
        let good = size > 0;
        let n = 1;
        for (; good && n < size && i + n < bytes.length; n++) {
          const next = bytes[i + n]!;
          good = (next & 0xc0) === 0x80;
          code = (code << 6) | (next & 0x3f);
        }
        if (good && n < size) {
          this.rest = bytes.slice(i);
          break;
        }
        if (good && (code < [0, 0, 0x80, 0x800, 0x10000][size]! || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))) good = false;
        if (!good) {
          run.push(0xffff);
          i++;
        } else {
          if (code > 0xffff) run.push(0xd7c0 + (code >> 10), 0xdc00 | (code & 0x3ff));
          else run.push(code);
          i += size;
        }
      }
      if (run.length > 8000) {
        pieces.push(String.fromCharCode(...run));
        run = [];
      }
    }
    pieces.push(String.fromCharCode(...run));
    return pieces.join("");
  }
}

const latin1 = (size: number): string[] => Array.from({ length: 256 }, (_, b) => (b < size ? String.fromCharCode(b) : BAD));

/** The decoder for an encoding's name; `other` knows eight-bit encodings. */
export function decoderFor(name: string, other: (name: string) => readonly string[] | undefined): XmlDecoder {
  const upper = name.toUpperCase();
  switch (upper) {
    case "UTF-8":
      return new XmlDecoder("utf-8");
    case "UTF-16":
    case "UTF-16BE":
      return new XmlDecoder("utf-16be");
    case "UTF-16LE":
      return new XmlDecoder("utf-16le");
    case "ISO-8859-1":
      return new XmlDecoder("iso-8859-1", latin1(256));
    case "US-ASCII":
      return new XmlDecoder("us-ascii", latin1(128));
  }
  const table = other(name);
  if (table === undefined) throw new XmlFault(XmlErrorCode.unknownEncoding);
  return new XmlDecoder(upper.toLowerCase(), table);
}

/** The encoding that the first bytes speak of, and how many of them are a mark to be skipped. Undefined: more bytes are needed. */
export function sniff(bytes: Uint8Array, final: boolean): readonly [encoding: string, skip: number] | undefined {
  const [a, b, c] = bytes;
  if (bytes.length === 0) return final ? ["utf-8", 0] : undefined;
  if (bytes.length === 1) return final || (a !== 0xfe && a !== 0xff && a !== 0xef && a !== 0 && a !== 0x3c) ? ["utf-8", 0] : undefined;
  if (a === 0xfe && b === 0xff) return ["utf-16be", 2];
  if (a === 0xff && b === 0xfe) return ["utf-16le", 2];
  if (a === 0xef && b === 0xbb) {
    if (c === undefined && !final) return undefined;
    if (c === 0xbf) return ["utf-8", 3];
  }
  if (a === 0 && b !== 0) return ["utf-16be", 0];
  if (a !== 0 && b === 0) return ["utf-16le", 0];
  return ["utf-8", 0];
}

/** The encoding that an XML declaration at the start of eight-bit text names. */
export function declaredEncoding(text: string): string | undefined {
  return /^<\?xml[\t\n\r ][^>]*?[\t\n\r ]encoding[\t\n\r ]*=[\t\n\r ]*["']([^"']*)["']/.exec(text)?.[1];
}
