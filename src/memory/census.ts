// All live objects, each once: those in the collector's lists and what they, the stack and the scope refer to. See docs/memory.md.
import type { GcNode, PyObject, Value } from "../core/object.ts";
import type { Vm } from "../vm/vm.ts";
import { generationHead, GENERATIONS, traverse } from "./gc.ts";

/** Runs `each` over the live objects; it must not run Python code. */
export function forEachLive(vm: Vm, each: (o: PyObject) => void): void {
  const seen = new Set<PyObject>();
  const todo: PyObject[] = [];
  const visit = (v: Value): void => {
    if (typeof v === "number" || seen.has(v)) return;
    seen.add(v);
    todo.push(v);
  };
  for (let i = 0; i <= GENERATIONS; i++) {
    const head = i === GENERATIONS ? vm.permanent : generationHead(vm, i);
    for (let o = head.gcNext!; o !== head; o = o.gcNext!) visit(o as PyObject);
  }
  for (const v of vm.stack) visit(v);
  for (let i = 0; i < vm.scopeCount; i++) visit(vm.scope[i]!);
  for (let o = todo.pop(); o !== undefined; o = todo.pop()) {
    each(o);
    if (!o.type.leaf) traverse(o as GcNode, visit);
  }
}
