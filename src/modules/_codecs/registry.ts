// The codec registry: search functions, lookup, encode and decode by name. Mirrors Python/codecs.c. See docs/codecs.md.
import { call, exc, getItem, isStr, isTuple, lookupAttrText, newError, newStr, None, strFromJs, textOf, truth, typeError, typeName, type PyStr, type Value, type Vm } from "../../core/api.ts";
import { isCallable } from "../../core/call.ts";
import { addNote } from "../../types/exception-notes.ts";

interface Registry {
  /** Search functions, owned. */
  search: Value[];
  /** Codecs by normalized name, owned. */
  cache: Map<string, Value>;
  ready: boolean;
}

export function registryOf(vm: Vm): Registry {
  return vm.stateOf("_codecs", () => ({ search: [], cache: new Map<string, Value>(), ready: false }));
}

/** Lower case, runs of what is no letter, digit or dot as one underscore. */
export function normalizeEncoding(name: string): string {
  let out = "";
  let gap = false;
  for (let i = 0; i < name.length; i++) {
    const c = name.charCodeAt(i);
    if ((c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 46) {
      if (gap && out !== "") out += "_";
      gap = false;
      out += c >= 65 && c <= 90 ? String.fromCharCode(c + 32) : name[i];
    } else gap = true;
  }
  return out;
}

export function registerSearch(vm: Vm, search: Value): void {
  if (!isCallable(search)) throw typeError(vm, "argument must be callable");
  if (typeof search !== "number") search.rc++;
  registryOf(vm).search.push(search);
}

export function unregisterSearch(vm: Vm, search: Value): void {
  const registry = registryOf(vm);
  const at = registry.search.indexOf(search);
  if (at < 0) return;
  registry.search.splice(at, 1);
  for (const codec of registry.cache.values()) (codec as any).rc--;
  registry.cache.clear();
  if (typeof search !== "number") search.rc--;
}

/** codecs.lookup(encoding): the tuple of a codec; LookupError for unknown ones. */
export function lookupCodec(vm: Vm, encoding: string): Value {
  const registry = registryOf(vm);
  if (!registry.ready) {
    registry.ready = true;
    if (registry.search.length === 0 && vm.defaultImport !== null) call(vm, vm.defaultImport, [newStr("encodings")]);
  }
  const name = normalizeEncoding(encoding);
  const known = registry.cache.get(name);
  if (known !== undefined) return known;
  if (registry.search.length === 0) throw newError(vm, exc.LookupErrorType, "no codec search functions registered: can't find encoding");
  for (const search of registry.search.slice()) {
    const answer = call(vm, search, [strFromJs(name)]);
    if ((answer as unknown) === None) continue;
    if (!isTuple(answer) || (answer.data as Value[]).length !== 4) throw typeError(vm, "codec search functions must return 4-tuples");
    answer.rc++;
    registry.cache.set(name, answer);
    return answer;
  }
  throw newError(vm, exc.LookupErrorType, `unknown encoding: ${encoding}`);
}

function codecPart(codec: Value, index: number): Value {
  return ((codec as any).data as Value[])[index]!;
}

function run(vm: Vm, fn: Value, object: Value, errors: Value | undefined, encoding: string, encodes: boolean): Value {
  let answer: Value;
  try {
    answer = call(vm, fn, errors === undefined ? [object] : [object, errors]);
  } catch (error) {
    addNote(vm, error, `${encodes ? "encoding" : "decoding"} with '${encoding}' codec failed`);
    throw error;
  }
  if (!isTuple(answer) || (answer.data as Value[]).length !== 2) {
    throw typeError(vm, encodes ? "encoder must return a tuple (object, integer)" : "decoder must return a tuple (object,integer)");
  }
  return getItem(vm, answer, 0);
}

/** codecs.encode(). */
export function encodeWith(vm: Vm, object: Value, encoding: string, errors: Value | undefined): Value {
  return run(vm, codecPart(lookupCodec(vm, encoding), 0), object, errors, encoding, true);
}

/** codecs.decode(). */
export function decodeWith(vm: Vm, object: Value, encoding: string, errors: Value | undefined): Value {
  return run(vm, codecPart(lookupCodec(vm, encoding), 1), object, errors, encoding, false);
}

/** lookupCodec for text encodings only: bytes to str. `alternative` is what the message recommends for others. */
export function lookupTextCodec(vm: Vm, encoding: string, alternative: string): Value {
  const codec = lookupCodec(vm, encoding);
  if (isTuple(codec) && codec.type.name !== "tuple") {
    const isText = lookupAttrText(vm, codec, "_is_text_encoding");
    if (isText !== undefined && !truth(vm, isText)) {
      throw newError(vm, exc.LookupErrorType, `'${encoding}' is not a text encoding; use ${alternative} to handle arbitrary codecs`);
    }
  }
  return codec;
}

/** str.encode and bytes.decode by way of the registry. */
export function encodeText(vm: Vm, text: PyStr, encoding: string, errors: Value | undefined): Value {
  return run(vm, codecPart(lookupTextCodec(vm, encoding, "codecs.encode()"), 0), text, errors, encoding, true);
}
export function decodeText(vm: Vm, object: Value, encoding: string, errors: Value | undefined): Value {
  return run(vm, codecPart(lookupTextCodec(vm, encoding, "codecs.decode()"), 1), object, errors, encoding, false);
}

/** A str argument as text; raises TypeError naming the function otherwise. */
export function strArgument(vm: Vm, v: Value, what: string): string {
  if (!isStr(v)) throw typeError(vm, `${what} must be str, not ${typeName(v)}`);
  return textOf(v);
}
