// format(value, spec). Mirrors PyObject_Format. See docs/core.md.
import type { Vm } from "../vm/vm.ts";
import { callTypeMethod } from "./call.ts";
import { str } from "./convert.ts";
import { typeError } from "./errors.ts";
import type { PyStr, Value } from "./object.ts";
import { lookup, typeName, typeOf } from "./type.ts";
import { isExactStr, isStr } from "../types/str/str-object.ts";
import { IntType } from "../types/int/int.ts";

export function format(vm: Vm, value: Value, spec: PyStr): PyStr {
  if (spec.data === "" && (isExactStr(value) || typeof value === "number" || value.type === IntType)) return str(vm, value);
  if (lookup(typeOf(value), "__format__") === undefined) throw typeError(vm, `Type ${typeName(value)} doesn't define __format__`);
  const answer = callTypeMethod(vm, value, "__format__", [spec]);
  if (!isStr(answer)) throw typeError(vm, `__format__ must return a str, not ${typeName(answer)}`);
  return answer;
}
