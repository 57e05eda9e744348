// UTF-8 with error handlers and incremental decoding. Mirrors unicode_decode_utf8 and unicode_encode_utf8 of
// Objects/unicodeobject.c; see docs/base.md.
import { ByteBuffer, isSurrogate, narrowReplacement, surrogateRun } from "./codecs.ts";
import type { DecodeErrorHandler, Decoded, EncodeErrorHandler } from "./codecs.ts";
import { PointBuffer, textAt, textFromHost, textFromPoints, textLength } from "./text.ts";
import type { Text } from "./text.ts";

const ENCODING = "utf-8";

/** The host's own coder where there is one (engines without a host have none): right for well-formed data, and much faster. */
interface HostCoders {
  TextDecoder?: new (label: string, options: { fatal: boolean; ignoreBOM: boolean }) => { decode(data: Uint8Array): string };
  TextEncoder?: new () => { encode(text: string): Uint8Array; encodeInto(text: string, target: Uint8Array): { read: number; written: number } };
}
const host = globalThis as unknown as HostCoders;
const hostDecoder = host.TextDecoder === undefined ? undefined : new host.TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const hostEncoder = host.TextEncoder === undefined ? undefined : new host.TextEncoder();
const HAS_SURROGATE = /[\ud800-\udfff]/;
/** Below this length the call costs more than it saves. */
const HOST_LENGTH = 24;

/** The text of well-formed UTF-8; undefined when the host cannot tell. */
function decodeByHost(data: Uint8Array): Text | undefined {
  if (hostDecoder === undefined || data.length < HOST_LENGTH) return undefined;
  try {
    return textFromHost(hostDecoder.decode(data));
  } catch {
    return undefined;
  }
}

/** Where encodeInto writes before the bytes are copied: making one's own array of unknown length first costs ten times as much. */
const scratch = new Uint8Array(3072);

/** The UTF-8 of a string without surrogates that is not long; undefined for others. */
function encodeByHost(t: string): Uint8Array | undefined {
  if (hostEncoder === undefined || t.length < HOST_LENGTH) return undefined;
  if (t.length > 1024) return HAS_SURROGATE.test(t) ? undefined : hostEncoder.encode(t);
  const { written } = hostEncoder.encodeInto(t, scratch);
  return written === t.length || !HAS_SURROGATE.test(t) ? scratch.slice(0, written) : undefined;
}

/** The bytes of a string of ASCII characters; undefined when it has others. */
export function encodeNarrow(t: Text): Uint8Array | undefined {
  if (typeof t !== "string") return undefined;
  const n = t.length;
  if (hostEncoder !== undefined && n >= HOST_LENGTH && n <= 1024) return hostEncoder.encodeInto(t, scratch).written === n ? scratch.slice(0, n) : undefined;
  const bytes = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const c = t.charCodeAt(i);
    if (c > 127) return undefined;
    bytes[i] = c;
  }
  return bytes;
}

/** The text of bytes below 128 (or Latin-1). */
export function narrowText(bytes: Uint8Array, start: number, end: number): string {
  if (hostDecoder !== undefined && end - start >= HOST_LENGTH) {
    let i = start;
    while (i < end && bytes[i]! < 128) i++;
    if (i === end) return hostDecoder.decode(start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end));
  }
  return textFromPoints(bytes, start, end) as string;
}

/** Decodes; without `final`, an unfinished sequence at the end is left unconsumed. */
export function decodeUtf8(data: Uint8Array, final: boolean, onError: DecodeErrorHandler): Decoded {
  const decoded = decodeByHost(data);
  if (decoded !== undefined) return { text: decoded, consumed: data.length };
  let n = data.length;
  let i = 0;
  while (i < n && data[i]! < 128) i++;
  if (i === n) return { text: narrowText(data, 0, n), consumed: n };
  const out = new PointBuffer(n);
  for (let k = 0; k < i; k++) out.points[k] = data[k]!;
  out.length = i;
  while (i < n) {
    const c = data[i]!;
    if (c < 128) {
      out.push(c);
      i++;
      continue;
    }
    let reason = "";
    let end = i + 1;
    if (c < 0xc2 || c > 0xf4) reason = "invalid start byte";
    else {
      const need = c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
      // The second byte's range keeps out overlong forms, surrogates and what lies past U+10FFFF.
      const low = c === 0xe0 ? 0xa0 : c === 0xf0 ? 0x90 : 0x80;
      const high = c === 0xed ? 0x9f : c === 0xf4 ? 0x8f : 0xbf;
      let point = c & (need === 2 ? 0x1f : need === 3 ? 0x0f : 0x07);
      let k = 1;
      for (; k < need; k++) {
        if (i + k >= n) {
          reason = "unexpected end of data";
          break;
        }
        const d = data[i + k]!;
        if (k === 1 ? d < low || d > high : (d & 0xc0) !== 0x80) {
          reason = "invalid continuation byte";
          break;
        }
        point = (point << 6) | (d & 0x3f);
      }
      if (reason === "") {
        out.push(point);
        i += need;
        continue;
      }
      end = i + k;
      if (reason === "unexpected end of data" && !final) break;
    }
    const r = onError(ENCODING, data, i, end, reason);
    if (r.data !== undefined) {
      data = r.data;
      n = data.length;
    }
    out.pushText(r.text);
    i = r.position;
  }
  return { text: out.text(), consumed: i };
}

export function encodeUtf8(t: Text, onError: EncodeErrorHandler): Uint8Array {
  const n = textLength(t);
  if (typeof t === "string") {
    const encoded = encodeByHost(t);
    if (encoded !== undefined) return encoded;
  }
  let ascii = 0;
  const bytes = new Uint8Array(n);
  if (typeof t === "string") {
    for (; ascii < n; ascii++) {
      const c = t.charCodeAt(ascii);
      if (c > 127) break;
      bytes[ascii] = c;
    }
    if (ascii === n) return bytes;
  }
  // At most three bytes for each unit below U+10000, four above: no growth but by what a handler puts in.
  const out = new ByteBuffer(ascii + (n - ascii) * (typeof t === "string" ? 3 : 4));
  out.bytes.set(bytes.subarray(0, ascii));
  out.length = ascii;
  for (let i = ascii; i < n; ) {
    const c = textAt(t, i);
    if (c < 0x80) {
      out.push(c);
      i++;
    } else if (c < 0x800) {
      out.push(0xc0 | (c >> 6));
      out.push(0x80 | (c & 0x3f));
      i++;
    } else if (isSurrogate(c)) {
      const end = surrogateRun(t, i);
      const r = onError(ENCODING, t, i, end, REASON);
      if (r.replacement instanceof Uint8Array) out.pushBytes(r.replacement);
      else {
        const bytes = narrowReplacement(r.replacement, 128);
        if (bytes === undefined) throw new UnencodableReplacement(ENCODING, i, end, REASON);
        out.pushBytes(bytes);
      }
      i = r.position;
    } else {
      if (c < 0x10000) out.push(0xe0 | (c >> 12));
      else {
        out.push(0xf0 | (c >> 18));
        out.push(0x80 | ((c >> 12) & 0x3f));
      }
      out.push(0x80 | ((c >> 6) & 0x3f));
      out.push(0x80 | (c & 0x3f));
      i++;
    }
  }
  return out.result();
}

const REASON = "surrogates not allowed";

/** Thrown when a handler answered with text that cannot be encoded either: the caller raises UnicodeEncodeError of this range. */
export class UnencodableReplacement {
  readonly encoding: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  constructor(encoding: string, start: number, end: number, reason: string) {
    this.encoding = encoding;
    this.start = start;
    this.end = end;
    this.reason = reason;
  }
}
