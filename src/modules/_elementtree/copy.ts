// Deep copies of elements. Mirrors deepcopy of Modules/_elementtree.c. See docs/modules.md.
import { addressOf, callMethod, type Container, dictCopy, dictItems, dictSet, hold, importModule, intern, isExactDict, isExactStr, None, type PyDict, typeError, typeName, type Value, type Vm } from "../../core/api.ts";
import { appendChild, elementData, ElementType, isElement, needChildren, newElement, setField } from "./element.ts";

function copyValue(vm: Vm, v: Value, memo: PyDict): Value {
  if (v === None || isExactStr(v)) return v;
  if (typeof v !== "number" && v.rc === 1) {
    if (isExactDict(v)) {
      let simple = true;
      for (const [key, value] of dictItems(v)) if (!isExactStr(key) || !isExactStr(value)) simple = false;
      if (simple) return dictCopy(vm, v);
    } else if (v.type === ElementType) return copyDeep(vm, v as unknown as Container, memo);
  }
  return callMethod(vm, importModule(vm, "copy", None, None, 0), intern(vm, "deepcopy"), [hold(vm, v), memo]);
}

export function copyDeep(vm: Vm, self: Container, memo: PyDict): Value {
  const from = elementData(self);
  const tag = copyValue(vm, from.tag, memo);
  const attrib = from.attrib === null ? null : copyValue(vm, from.attrib, memo);
  const made = newElement(vm, tag, attrib as PyDict | null);
  const data = elementData(made);
  for (const name of ["text", "tail"] as const) {
    setField(vm, data, name, copyValue(vm, from[name], memo));
  }
  if (from.children !== null) {
    needChildren(data);
    for (let i = 0; from.children !== null && i < from.children.length; i++) {
      const child = copyValue(vm, from.children[i]!, memo);
      if (!isElement(child)) throw typeError(vm, `expected an Element, not "${typeName(child)}"`);
      appendChild(vm, made, child);
    }
  }
  dictSet(vm, memo, addressOf(vm, self), made);
  return made;
}
