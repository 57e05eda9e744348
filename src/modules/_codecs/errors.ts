// Error handlers of codecs: between the functions of src/base/codec-*.ts and the handlers that Python code registers.
// Mirrors the error callbacks of Python/codecs.c and Objects/unicodeobject.c. See docs/codecs.md.
import {
  backslashReplaceDecodeErrors,
  backslashReplaceEncodeErrors,
  type DecodeErrorHandler,
  type EncodeErrorHandler,
  ignoreDecodeErrors,
  ignoreEncodeErrors,
  replaceDecodeErrors,
  replaceEncodeErrors,
  surrogateEscapeDecode,
  surrogateEscapeEncode,
  surrogateEscapeEncodePrefix,
  surrogatePassDecode,
  surrogatePassEncode,
  xmlCharRefReplaceErrors,
} from "../../base/codecs.ts";
import { UnencodableReplacement } from "../../base/codec-utf8.ts";
import { backslashEscape } from "../../base/codecs.ts";
import { replacementName } from "../unicodedata/names.ts";
import { type Text, textAt, textLength, textRepeat } from "../../base/text.ts";
import {
  asSsizeArgument, call,
  type Container,
  exc,
  func,
  getAttrText,
  indexError,
  intValue,
  isBytes,
  isInstanceOf,
  isStr,
  isTuple,
  newBytes,
  newError,
  newStr,
  newText,
  newTuple,
  noteOwned,
  PyError,
  strText,
  typeError,
  typeName,
  type Value,
  type Vm,
} from "../../core/api.ts";
import { newModuleFunction } from "../../types/builtin-function.ts";
import { codecError, UnicodeDecodeErrorType, UnicodeEncodeErrorType, UnicodeTranslateErrorType } from "../../types/unicode-errors.ts";

/** Registered handlers by name; owned. */
export function errorRegistry(vm: Vm): Map<string, Value> {
  return vm.stateOf("_codecs.errors", () => {
    const map = new Map<string, Value>();
    for (const [name, [functionName, fn, doc]] of Object.entries(builtinHandlers)) {
      const def = func("($self, object, /)", doc, fn)(functionName);
      const f = newModuleFunction(vm, def, "builtins");
      f.rc++;
      map.set(name, f);
    }
    return map;
  });
}

/** codecs.lookup_error(name). */
export function lookupErrorHandler(vm: Vm, name: string): Value {
  const found = errorRegistry(vm).get(name);
  if (found === undefined) throw newError(vm, exc.LookupErrorType, `unknown error handler name '${name}'`);
  return found;
}

const BUILTIN = new Set(["strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogatepass", "surrogateescape"]);

export function isBuiltinHandler(name: string): boolean {
  return BUILTIN.has(name);
}

/** What a handler in Python answered: (replacement, position). */
function handlerAnswer(vm: Vm, answer: Value, length: number, message: string, allowBytes: boolean): [Value, number] {
  if (!isTuple(answer) || (answer.data as Value[]).length !== 2) throw typeError(vm, message);
  const [replacement, position] = answer.data as [Value, Value];
  if ((!isStr(replacement) && !(allowBytes && isBytes(replacement)))) throw typeError(vm, message);
  const given = asSsizeArgument(vm, position);
  let at = given;
  if (at < 0) at += length;
  if (at < 0 || at > length) throw indexError(vm, `position ${given} from error handler out of bounds`);
  return [replacement, at];
}

/** The handler for decoding `object` (bytes; made only when an error needs it). */
export function decodeErrors(vm: Vm, errors: string, source: () => Value): DecodeErrorHandler {
  const strict = (encoding: string, start: number, end: number, reason: string): PyError => codecError(vm, UnicodeDecodeErrorType, encoding, source(), start, end, reason);
  switch (errors) {
    case "strict":
      return (encoding, _data, start, end, reason) => {
        throw strict(encoding, start, end, reason);
      };
    case "ignore":
      return ignoreDecodeErrors;
    case "replace":
      return replaceDecodeErrors;
    case "backslashreplace":
      return backslashReplaceDecodeErrors;
    case "surrogateescape":
    case "surrogatepass": {
      const handle = errors === "surrogateescape" ? surrogateEscapeDecode : surrogatePassDecode;
      return (encoding, data, start, end, reason) => {
        const answer = handle(encoding, data, start, end);
        if (answer === undefined) throw strict(encoding, start, end, reason);
        return answer;
      };
    }
  }
  let handler: Value | undefined;
  let error: Container | undefined;
  return (encoding, data, start, end, reason) => {
    handler ??= lookupErrorHandler(vm, errors);
    if (error === undefined) {
      error = codecError(vm, UnicodeDecodeErrorType, encoding, source(), start, end, reason).exc;
      noteOwned(vm, error);
    } else {
      exc.setExcField(vm, error, "start", start);
      exc.setExcField(vm, error, "end", end);
      exc.setExcField(vm, error, "reason", newStr(reason));
    }
    const answer = call(vm, handler, [error]);
    const object = exc.excField(error, "object");
    if (object === undefined || !isBytes(object)) throw typeError(vm, "UnicodeError 'object' attribute must be a bytes");
    const now = object.data as Uint8Array;
    const [replacement, position] = handlerAnswer(vm, answer, now.length, "decoding error handler must return (str, int) tuple", false);
    const text = strText(replacement as any);
    return now === data ? { text, position } : { text, position, data: now };
  };
}

/** The handler for encoding. `quick`: ASCII, Latin-1 and UTF-8, which know surrogateescape themselves. */
export function encodeErrors(vm: Vm, errors: string, source: () => Value, quick = false): EncodeErrorHandler {
  const strict = (encoding: string, start: number, end: number, reason: string): PyError => codecError(vm, UnicodeEncodeErrorType, encoding, source(), start, end, reason);
  switch (errors) {
    case "strict":
      return (encoding, _text, start, end, reason) => {
        throw strict(encoding, start, end, reason);
      };
    case "ignore":
      return ignoreEncodeErrors;
    case "replace":
      return replaceEncodeErrors;
    case "backslashreplace":
      return backslashReplaceEncodeErrors;
    case "xmlcharrefreplace":
      return xmlCharRefReplaceErrors;
    case "surrogateescape":
    case "surrogatepass": {
      const handle = errors === "surrogatepass" ? surrogatePassEncode : quick ? surrogateEscapeEncodePrefix : surrogateEscapeEncode;
      return (encoding, text, start, end, reason) => {
        const answer = handle(encoding, text, start, end);
        if (answer === undefined) throw strict(encoding, start, end, reason);
        return answer;
      };
    }
  }
  let handler: Value | undefined;
  let error: Container | undefined;
  return (encoding, text, start, end, reason) => {
    handler ??= lookupErrorHandler(vm, errors);
    if (error === undefined) {
      error = codecError(vm, UnicodeEncodeErrorType, encoding, source(), start, end, reason).exc;
      noteOwned(vm, error);
    } else {
      exc.setExcField(vm, error, "start", start);
      exc.setExcField(vm, error, "end", end);
      exc.setExcField(vm, error, "reason", newStr(reason));
    }
    const answer = call(vm, handler, [error]);
    const [replacement, position] = handlerAnswer(vm, answer, textLength(text), "encoding error handler must return (str/bytes, int) tuple", true);
    return { replacement: isBytes(replacement) ? (replacement.data as Uint8Array) : strText(replacement as any), position };
  };
}

/** Runs an encoder; text from a handler that cannot be encoded either is the error of its place. */
export function guardEncode(vm: Vm, source: () => Value, run: () => Uint8Array): Uint8Array {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof UnencodableReplacement)) throw error;
    throw codecError(vm, UnicodeEncodeErrorType, error.encoding, source(), error.start, error.end, error.reason);
  }
}

// The handlers as Python functions of an exception.

interface Place {
  kind: "encode" | "decode" | "translate";
  encoding: string;
  text: Text;
  bytes: Uint8Array;
  start: number;
  end: number;
}

/** What a UnicodeError is about; raises TypeError for other exceptions. */
function placeOf(vm: Vm, error: Value): Place {
  const kind = isInstanceOf(error, UnicodeEncodeErrorType) ? "encode" : isInstanceOf(error, UnicodeDecodeErrorType) ? "decode" : isInstanceOf(error, UnicodeTranslateErrorType) ? "translate" : undefined;
  if (kind === undefined) throw unknownError(vm, error);
  const object = getAttrText(vm, error, "object");
  let text: Text = "";
  let bytes: Uint8Array = new Uint8Array(0);
  if (kind === "decode") {
    if (!isBytes(object)) throw typeError(vm, "UnicodeError 'object' attribute must be a bytes");
    bytes = object.data as Uint8Array;
  } else {
    if (!isStr(object)) throw typeError(vm, "UnicodeError 'object' attribute must be a string");
    text = strText(object);
  }
  const size = kind === "decode" ? bytes.length : textLength(text);
  const clip = (v: Value, low: number, high: number): number => Math.min(Math.max(Number(intValue(v)), low), high);
  const start = size === 0 ? 0 : clip(getAttrText(vm, error, "start"), 0, size - 1);
  const end = clip(getAttrText(vm, error, "end"), Math.min(1, size), size);
  const encoding = kind === "translate" ? "" : getAttrText(vm, error, "encoding");
  return { kind, encoding: typeof encoding === "string" ? encoding : String((encoding as Container).data), text, bytes, start, end: Math.max(start, end) };
}

function unknownError(vm: Vm, error: Value): PyError {
  return typeError(vm, `don't know how to handle ${typeName(error)} in error callback`);
}

function answerOf(vm: Vm, replacement: Value, position: number): Value {
  return newTuple(vm, [replacement, position]);
}

/** Raises the exception itself. */
function strictErrors(vm: Vm, error: Value): Value {
  if (!exc.isException(error)) throw typeError(vm, "codec must pass exception instance");
  error.rc++;
  throw new PyError(error);
}

function byKind(vm: Vm, error: Value, text: ((p: Place) => Text | Uint8Array | undefined) | undefined, bytes: ((p: Place) => { text: Text; position: number } | undefined) | undefined, translate = true): Value {
  const p = placeOf(vm, error);
  if (p.kind === "decode") {
    if (bytes === undefined) throw unknownError(vm, error);
    const answer = bytes(p);
    return answer === undefined ? strictErrors(vm, error) : answerOf(vm, newText(answer.text), answer.position);
  }
  if (text === undefined || (p.kind === "translate" && !translate)) throw unknownError(vm, error);
  const answer = text(p);
  if (answer === undefined) return strictErrors(vm, error);
  return answerOf(vm, answer instanceof Uint8Array ? newBytes(answer) : newText(answer), p.end);
}

function escapedRange(p: Place): string {
  let out = "";
  for (let i = p.start; i < p.end; i++) out += backslashEscape(textAt(p.text, i));
  return out;
}

type Handler = readonly [name: string, fn: (vm: Vm, error: Value) => Value, doc: string | null];

export const builtinHandlers: Readonly<Record<string, Handler>> = {
  strict: ["strict_errors", strictErrors, "Implements the 'strict' error handling, which raises a UnicodeError on coding errors."],
  ignore: [
    "ignore_errors",
    (vm, error) => byKind(vm, error, () => "", (p) => ({ text: "", position: p.end })),
    "Implements the 'ignore' error handling, which ignores malformed data and continues.",
  ],
  replace: [
    "replace_errors",
    (vm, error) => byKind(vm, error, (p) => textRepeat(p.kind === "encode" ? "?" : "\ufffd", p.end - p.start), (p) => ({ text: "\ufffd", position: p.end })),
    "Implements the 'replace' error handling, which replaces malformed data with a replacement marker.",
  ],
  xmlcharrefreplace: [
    "xmlcharrefreplace_errors",
    (vm, error) => byKind(vm, error, (p) => xmlCharRefReplaceErrors(p.encoding, p.text, p.start, p.end).replacement, undefined, false),
    "Implements the 'xmlcharrefreplace' error handling, which replaces an unencodable character with the appropriate XML character reference.",
  ],
  backslashreplace: [
    "backslashreplace_errors",
    (vm, error) => byKind(vm, error, escapedRange, (p) => backslashReplaceDecodeErrors(p.encoding, p.bytes, p.start, p.end)),
    "Implements the 'backslashreplace' error handling, which replaces malformed data with a backslashed escape sequence.",
  ],
  namereplace: [
    "namereplace_errors",
    (vm, error) => byKind(vm, error, namedRange, undefined, false),
    "Implements the 'namereplace' error handling, which replaces an unencodable character with a \\N{...} escape sequence.",
  ],
  surrogatepass: ["surrogatepass", (vm, error) => byKind(vm, error, (p) => surrogatePassEncode(p.encoding, p.text, p.start, p.end)?.replacement, (p) => surrogatePassDecode(p.encoding, p.bytes, p.start, p.end), false), null],
  surrogateescape: ["surrogateescape", (vm, error) => byKind(vm, error, (p) => surrogateEscapeEncode(p.encoding, p.text, p.start, p.end)?.replacement, (p) => surrogateEscapeDecode(p.encoding, p.bytes, p.start, p.end), false), null],
};

function namedRange(p: Place): string {
  let out = "";
  for (let i = p.start; i < p.end; i++) {
    const c = textAt(p.text, i);
    const name = replacementName(c);
    out += name === undefined ? backslashEscape(c) : `\\N{${name}}`;
  }
  return out;
}

