// Encoding and decoding with a multibyte codec and an error handler. Mirrors multibytecodec_encode and the error functions of
// Modules/cjkcodecs/multibytecodec.c. See docs/modules.md.
import { type CodecState, type DecodeInput, DONE, ILLEGAL, INCOMPLETE, type MultibyteCodec, TOO_FEW } from "../../base/cjk/index.ts";
import { ByteBuffer } from "../../base/codecs.ts";
import { type PointBuffer, type Text, textLength } from "../../base/text.ts";
import {
  dropError, asSsizeOfInt, call, codecError, type Container, exc, indexError, isBigOrInt, isBytes, isStr, isTuple, newBytes, newStr, noteOwned, PyError, strText, typeError, UnicodeDecodeErrorType, UnicodeEncodeErrorType,
  type Value, type Vm,
} from "../../core/api.ts";
import { lookupErrorHandler } from "../_codecs/errors.ts";

/** What a handler in Python answered. */
function answered(vm: Vm, answer: Value, bytesToo: boolean): [Value, Value] {
  const items = isTuple(answer) ? (answer.data as Value[]) : [];
  const [replacement, position] = items;
  if (items.length !== 2 || !(isStr(replacement!) || (bytesToo && isBytes(replacement!))) || !isBigOrInt(position!)) {
    throw typeError(vm, `${bytesToo ? "encoding" : "decoding"} error handler must return (str, int) tuple`);
  }
  return [replacement!, position!];
}

function newPosition(vm: Vm, position: Value, length: number): number {
  let at: number;
  try {
    at = asSsizeOfInt(vm, position);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    dropError(vm, error);
    throw indexError(vm, "position -1 from error handler out of bounds");
  }
  if (at < 0) at += length;
  if (at < 0 || at > length) throw indexError(vm, `position ${at} from error handler out of bounds`);
  return at;
}

/** The exception of one conversion, made at the first error and changed for each further one. */
class Fault {
  readonly vm: Vm;
  readonly codec: MultibyteCodec;
  readonly source: () => Value;
  made: Container | undefined;
  constructor(vm: Vm, codec: MultibyteCodec, source: () => Value) {
    this.vm = vm;
    this.codec = codec;
    this.source = source;
  }
  at(type: typeof UnicodeDecodeErrorType, start: number, end: number, reason: string): Container {
    const { vm } = this;
    if (this.made === undefined) {
      this.made = codecError(vm, type, this.codec.name, this.source(), start, end, reason).exc;
      noteOwned(vm, this.made);
    } else {
      exc.setExcField(vm, this.made, "start", start);
      exc.setExcField(vm, this.made, "end", end);
      exc.setExcField(vm, this.made, "reason", newStr(reason));
    }
    return this.made;
  }
  raise(type: typeof UnicodeDecodeErrorType, start: number, end: number, reason: string): never {
    const error = this.at(type, start, end, reason);
    error.rc++;
    throw new PyError(error);
  }
}

/** What of a text was encoded, and how far. */
export interface Encoded {
  readonly bytes: Uint8Array;
  readonly consumed: number;
}

/** Encodes; `final` flushes, `reset` writes what ends a text. `source`: the str, for errors. */
export function encodeText(vm: Vm, codec: MultibyteCodec, state: CodecState, text: Text, errors: string, final: boolean, reset: boolean, source: () => Value): Encoded {
  const end = textLength(text);
  const out = new ByteBuffer(end * 2 + 16);
  const input = { text, at: 0, end, final };
  if (end === 0 && !reset) return { bytes: new Uint8Array(0), consumed: 0 };
  let fault: Fault | undefined;
  while (input.at < end) {
    const answer = codec.encode(state, input, out);
    if (answer === DONE || answer === TOO_FEW) break;
    const start = input.at;
    if (errors === "ignore" || errors === "replace") {
      if (errors === "replace" && codec.encode(state, { text: "?", at: 0, end: 1, final: false }, out) !== DONE) out.push(0x3f);
      input.at += answer;
      continue;
    }
    fault ??= new Fault(vm, codec, source);
    if (errors === "strict") fault.raise(UnicodeEncodeErrorType, start, start + answer, ILLEGAL);
    const error = fault.at(UnicodeEncodeErrorType, start, start + answer, ILLEGAL);
    const [replacement, position] = answered(vm, call(vm, lookupErrorHandler(vm, errors), [error]), true);
    if (isBytes(replacement)) out.pushBytes(replacement.data as Uint8Array);
    else if (isStr(replacement)) out.pushBytes(encodeText(vm, codec, state, strText(replacement), "strict", true, false, () => replacement).bytes);
    input.at = newPosition(vm, position, end);
  }
  if (reset) codec.endEncoding?.(state, out);
  return { bytes: out.result(), consumed: input.at };
}

/** A decoding of one piece. */
export class Decoding {
  readonly vm: Vm;
  readonly codec: MultibyteCodec;
  readonly errors: string;
  readonly input: DecodeInput;
  readonly out: PointBuffer;
  readonly fault: Fault;
  constructor(vm: Vm, codec: MultibyteCodec, errors: string, data: Uint8Array, out: PointBuffer) {
    this.vm = vm;
    this.codec = codec;
    this.errors = errors;
    this.input = { data, at: 0, end: data.length };
    this.out = out;
    this.fault = new Fault(vm, codec, () => newBytes(data.slice()));
  }
  /** Handles an error and moves on. TOO_FEW is about all that is left. */
  handle(answer: number): void {
    const { vm, errors, input, out, fault } = this;
    const start = input.at;
    const end = answer === TOO_FEW ? input.end : start + answer;
    const reason = answer === TOO_FEW ? INCOMPLETE : ILLEGAL;
    if (errors === "ignore" || errors === "replace") {
      if (errors === "replace") out.push(0xfffd);
      input.at = end;
      return;
    }
    if (errors === "strict") fault.raise(UnicodeDecodeErrorType, start, end, reason);
    const error = fault.at(UnicodeDecodeErrorType, start, end, reason);
    const [replacement, position] = answered(vm, call(vm, lookupErrorHandler(vm, errors), [error]), false);
    if (isStr(replacement)) out.pushText(strText(replacement));
    input.at = newPosition(vm, position, input.end);
  }
  /** Decodes what there is; `all`: an unfinished sequence is an error, else it is left. */
  run(state: CodecState, all: boolean): void {
    const { codec, input, out } = this;
    while (input.at < input.end) {
      const answer = codec.decode(state, input, out);
      if (answer === DONE || (answer === TOO_FEW && !all)) return;
      this.handle(answer);
    }
  }
  get rest(): Uint8Array {
    return this.input.data.slice(this.input.at);
  }
}
