// How many items an iterable promises. Mirrors PyObject_LengthHint in Objects/abstract.c. See docs/core.md.
import { NotImplemented } from "../types/singletons.ts";
import { isBigOrInt } from "../types/int/int-object.ts";
import * as exc from "../types/exceptions.ts";
import type { Vm } from "../vm/vm.ts";
import { callTypeMethod } from "./call.ts";
import { asSsizeArgument } from "./convert.ts";
import { dropError, matches, typeError, valueError } from "./errors.ts";
import { length } from "./number.ts";
import type { Value } from "./object.ts";
import { lookup, typeName, typeOf } from "./type.ts";

/** operator.length_hint(): len(), else __length_hint__, else the default. */
export function lengthHint(vm: Vm, obj: Value, fallback: number): number {
  const type = typeOf(obj);
  if (type.sq_length !== undefined || type.mp_length !== undefined) {
    try {
      return length(vm, obj);
    } catch (error) {
      if (!matches(error, exc.TypeErrorType)) throw error;
      dropError(vm, error);
    }
  }
  if (lookup(type, "__length_hint__") === undefined) return fallback;
  let hint: Value;
  try {
    hint = callTypeMethod(vm, obj, "__length_hint__", []);
  } catch (error) {
    if (!matches(error, exc.TypeErrorType)) throw error;
    dropError(vm, error);
    return fallback;
  }
  if (hint === NotImplemented) return fallback;
  if (!isBigOrInt(hint)) throw typeError(vm, `__length_hint__ must be an integer, not ${typeName(hint)}`);
  const n = asSsizeArgument(vm, hint);
  if (n < 0) throw valueError(vm, "__length_hint__() should return >= 0");
  return n;
}
