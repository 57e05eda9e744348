// format(value, spec). Mirrors PyObject_Format. See docs/core.md.
import type { Vm } from "../vm/vm.ts";
import { callTypeMethod } from "./call.ts";
import { str } from "./convert.ts";
import { typeError } from "./errors.ts";
import { type Container, K_METHOD_DESCRIPTOR, type PyStr, type Value } from "./object.ts";
import type { MethodDescriptorData } from "../types/descriptors.ts";
import { isSubtype, lookup, typeName, typeOf } from "./type.ts";
import { isExactStr, isStr } from "../types/str/str-object.ts";
import { IntType } from "../types/int/int.ts";

export function format(vm: Vm, value: Value, spec: PyStr): PyStr {
  if (spec.data === "" && (isExactStr(value) || typeof value === "number" || value.type === IntType)) return str(vm, value);
  const found = lookup(typeOf(value), "__format__");
  if (found !== undefined && typeof found !== "number" && found.type.kind === K_METHOD_DESCRIPTOR) {
    // A native's own: no call of a Python object.
    const { def, owner } = (found as Container).data as MethodDescriptorData;
    if (def.direct === 1 && isSubtype(typeOf(value), owner)) {
      const made = def.fn(vm, value, spec) as Value;
      if (isStr(made)) return made;
      throw typeError(vm, `__format__ must return a str, not ${typeName(made)}`);
    }
  }
  if (found === undefined) throw typeError(vm, `Type ${typeName(value)} doesn't define __format__`);
  const answer = callTypeMethod(vm, value, "__format__", [spec]);
  if (!isStr(answer)) throw typeError(vm, `__format__ must return a str, not ${typeName(answer)}`);
  return answer;
}
