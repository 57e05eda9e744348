// The multibyte codecs by name. See docs/base.md.
import { PointBuffer, type Text } from "../text.ts";
import { DONE, type MultibyteCodec, tableCodecs, TOO_FEW } from "./codec.ts";
import { statefulCodecs } from "./stateful.ts";

export { type CodecState, type DecodeInput, DONE, type EncodeInput, type MultibyteCodec, TOO_FEW } from "./codec.ts";

/** The codec that CPython's getcodec() knows by this name. */
export function multibyteCodec(name: string): MultibyteCodec | undefined {
  return tableCodecs.find((codec) => codec.name === name) ?? statefulCodecs.find((codec) => codec.name === name);
}

/** Names of all multibyte codecs. */
export function multibyteCodecNames(): string[] {
  return [...tableCodecs, ...statefulCodecs].map((codec) => codec.name);
}

/** The reason of errors. */
export const ILLEGAL = "illegal multibyte sequence";
export const INCOMPLETE = "incomplete multibyte sequence";

/** Decodes all of `data`; `onError` says where to go on, or throws. */
export function decodeMultibyte(codec: MultibyteCodec, data: Uint8Array, onError: (start: number, end: number, reason: string, out: PointBuffer) => number): Text {
  const state = new Uint8Array(8);
  const out = new PointBuffer(data.length);
  const input = { data, at: 0, end: data.length };
  codec.startDecoding?.(state);
  while (input.at < input.end) {
    const answer = codec.decode(state, input, out);
    if (answer === DONE) break;
    input.at = answer === TOO_FEW ? onError(input.at, input.end, INCOMPLETE, out) : onError(input.at, input.at + answer, ILLEGAL, out);
  }
  return out.text();
}
