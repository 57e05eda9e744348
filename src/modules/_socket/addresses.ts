// Internet addresses as text and bytes, and sockaddr structures. Mirrors getsockaddrarg and makesockaddr in Modules/socketmodule.c and the C
// library's inet_* functions. No Python objects. See docs/modules.md.

/** Four numbers with dots; `loose`: also the older forms of inet_aton (fewer parts, octal, hexadecimal). */
export function parseInet4(text: string, loose: boolean): Uint8Array | undefined {
  if (!loose) {
    const parts = text.split(".");
    if (parts.length !== 4 || !parts.every((p) => /^(0|[1-9]\d{0,2})$/.test(p) && Number(p) < 256)) return undefined;
    return Uint8Array.from(parts.map(Number));
  }
  const parts = text.trimEnd().split(".");
  if (parts.length > 4) return undefined;
  const numbers: number[] = [];
  for (const part of parts) {
    const number = /^0x[0-9a-f]+$/i.test(part) ? parseInt(part, 16) : /^0[0-7]*$/.test(part) ? parseInt(part, 8) : /^[1-9]\d*$/.test(part) ? Number(part) : NaN;
    if (Number.isNaN(number)) return undefined;
    numbers.push(number);
  }
  const last = numbers.pop()!;
  if (numbers.some((n) => n > 255) || last >= 256 ** (4 - numbers.length)) return undefined;
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, last);
  numbers.forEach((n, i) => {
    bytes[i] = n;
  });
  return bytes;
}

export function formatInet4(bytes: Uint8Array): string {
  return bytes.slice(0, 4).join(".");
}

export function parseInet6(text: string): Uint8Array | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const words = (half: string): number[] | undefined => {
    if (half === "") return [];
    const out: number[] = [];
    const parts = half.split(":");
    for (const [i, part] of parts.entries()) {
      if (part.includes(".") && i === parts.length - 1) {
        const four = parseInet4(part, false);
        if (four === undefined) return undefined;
        out.push((four[0]! << 8) | four[1]!, (four[2]! << 8) | four[3]!);
      } else if (/^[0-9a-f]{1,4}$/i.test(part)) out.push(parseInt(part, 16));
      else return undefined;
    }
    return out;
  };
  const head = words(halves[0]!);
  const tail = halves.length === 2 ? words(halves[1]!) : [];
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  [...head, ...new Array<number>(missing).fill(0), ...tail].forEach((w, i) => view.setUint16(2 * i, w));
  return bytes;
}

/** The shortest form, by RFC 5952, with a dotted tail for the addresses that carry one of four bytes. */
export function formatInet6(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 16);
  const words = Array.from({ length: 8 }, (_, i) => view.getUint16(2 * i));
  let start = -1;
  let length = 1;
  for (let i = 0; i < 8; i++) {
    let n = 0;
    while (i + n < 8 && words[i + n] === 0) n++;
    if (n > length) [start, length] = [i, n];
  }
  const dotted = start === 0 && (length === 6 || (length === 7 && words[7] !== 1) || (length === 5 && words[5] === 0xffff));
  const text = (from: number, to: number): string => {
    const hex = words.slice(from, dotted ? Math.min(to, 6) : to).map((w) => w.toString(16));
    if (dotted && to === 8) hex.push(formatInet4(bytes.subarray(12)));
    return hex.join(":");
  };
  if (start < 0) return text(0, 8);
  if (dotted && length >= 6) return `::${formatInet4(bytes.subarray(12))}`;
  return `${text(0, start)}::${text(start + length, 8)}`;
}

export const AF_UNIX = 1;
export const AF_INET = 2;
export const AF_INET6 = 10;

export type Address =
  | { readonly family: typeof AF_INET; readonly host: Uint8Array; readonly port: number }
  | { readonly family: typeof AF_INET6; readonly host: Uint8Array; readonly port: number; readonly flow: number; readonly scope: number }
  | { readonly family: typeof AF_UNIX; readonly path: Uint8Array };

/** The sockaddr that the system takes. */
export function packAddress(a: Address): Uint8Array {
  if (a.family === AF_UNIX) {
    // A name in the abstract space begins with a zero and ends with its length; a path ends with a zero.
    const abstract = a.path[0] === 0;
    const out = new Uint8Array(2 + a.path.length + (abstract || a.path.length === 0 ? 0 : 1));
    out[0] = AF_UNIX;
    out.set(a.path, 2);
    return out;
  }
  const six = a.family === AF_INET6;
  const out = new Uint8Array(six ? 28 : 16);
  const view = new DataView(out.buffer);
  view.setUint16(0, a.family, true);
  view.setUint16(2, a.port);
  if (six) {
    view.setUint32(4, a.flow);
    out.set(a.host, 8);
    view.setUint32(24, a.scope, true);
  } else out.set(a.host, 4);
  return out;
}

/** Undefined for a family without a form here, or no address at all. */
export function unpackAddress(bytes: Uint8Array): Address | undefined {
  if (bytes.length < 2) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const family = view.getUint16(0, true);
  if (family === AF_INET && bytes.length >= 8) return { family, host: bytes.slice(4, 8), port: view.getUint16(2) };
  if (family === AF_INET6 && bytes.length >= 28) return { family, host: bytes.slice(8, 24), port: view.getUint16(2), flow: view.getUint32(4), scope: view.getUint32(24, true) };
  if (family !== AF_UNIX) return undefined;
  const path = bytes.subarray(2);
  if (path.length > 0 && path[0] === 0) return { family, path: path.slice() };
  const end = path.indexOf(0);
  return { family, path: path.slice(0, end < 0 ? path.length : end) };
}
