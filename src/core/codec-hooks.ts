// str(bytes, encoding, errors): hands over to the codec registry. See docs/core.md.
import type { Vm } from "../vm/vm.ts";
import { typeError } from "./errors.ts";
import type { PyStr, Value } from "./object.ts";
import { typeName } from "./type.ts";

/** Decodes a bytes-like object. */
export function decode(vm: Vm, object: Value, encoding: Value | undefined, errors: Value | undefined): PyStr {
  if (vm.decodeHook === null) throw typeError(vm, `decoding to str: need a bytes-like object, ${typeName(object)} found`);
  return vm.decodeHook(object, encoding, errors);
}

/** str.encode(encoding, errors): the codec's bytes object. */
export function encode(vm: Vm, text: PyStr, encoding: Value | undefined, errors: Value | undefined): Value {
  if (vm.encodeHook === null) throw typeError(vm, "no codecs yet");
  return vm.encodeHook(text, encoding, errors);
}
