// Arguments of str methods: slice bounds, counts, texts. See docs/types.md.
import { asIndex } from "../../core/convert.ts";
import { overflowError, typeError } from "../../core/errors.ts";
import type { PyStr, Value } from "../../core/object.ts";
import { typeName } from "../../core/type.ts";
import type { Vm } from "../../vm/vm.ts";
import { adjustIndices, sliceIndex } from "../bytes-convert.ts";
import { None } from "../none.ts";
import { StrType } from "./str.ts";
import { isStr, newText, strText, type Text } from "./str-object.ts";

/** [start, end) of find() and its like; start may exceed end. */
export function bounds(vm: Vm, start: Value | undefined, end: Value | undefined, length: number): [number, number] {
  return adjustIndices(sliceIndex(vm, start, 0), sliceIndex(vm, end, Number.MAX_SAFE_INTEGER), length);
}

/** A C ssize_t as Argument Clinic reads it. */
export function asCount(vm: Vm, v: Value): number {
  const n = asIndex(vm, v);
  if (typeof n === "number") return n;
  if (n > 9223372036854775807n || n < -9223372036854775808n) throw overflowError(vm, "Python int too large to convert to C ssize_t");
  return Number(n);
}

/** A str argument; `what` as messages name it: "find() argument 1". */
export function strArgument(vm: Vm, v: Value, what: string): PyStr {
  if (!isStr(v)) throw typeError(vm, `${what} must be str, not ${(v as Value) === None ? "None" : typeName(v)}`);
  return v;
}

/** `text` as a result of a method of self: an exact str that did not change is its own result. */
export function result(self: PyStr, text: Text): PyStr {
  return self.type === StrType && text === strText(self) ? self : newText(text);
}
