// Trees of the parser as Python objects. Mirrors ast2obj_* of Python/Python-ast.c. See docs/modules.md.
import type { ConstValue } from "../../base/constant.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { constantObject, drop, incref, Instance, intern, listOfOwned, newRef, newStr, None, note, putInline, recursionError, strFromJs, track, type Value, type Vm } from "../../core/api.ts";
import { classNamed, singleton } from "./state.ts";

const enumNames: Readonly<Record<string, readonly string[]>> = {
  expr_context: ast.expr_context_names,
  boolop: ast.boolop_names,
  operator: ast.operator_names,
  unaryop: ast.unaryop_names,
  cmpop: ast.cmpop_names,
};

/** The Python object of a tree, in the current scope. */
export function toPython(vm: Vm, tree: ast.mod): Value {
  try {
    return note(vm, node(vm, tree) as Instance);
  } catch (error) {
    if (error instanceof RangeError) throw recursionError(vm, "during  ast construction");
    throw error;
  }
}

/** A node that the caller owns. Its slots are those of prepareLayout: fields, then positions. */
function node(vm: Vm, n: ast.AnyNode): Value {
  const info = ast.nodeInfo[n.nodeKind]!;
  const type = classNamed(vm, info.name);
  const made = new Instance(type);
  type.obj.rc++;
  track(vm, made);
  try {
    fill(vm, made, info, n as unknown as Record<string, unknown>);
  } catch (error) {
    drop(vm, made);
    throw error;
  }
  return made;
}

function fill(vm: Vm, made: Instance, info: (typeof ast.nodeInfo)[number], values: Record<string, unknown>): void {
  let slot = 0;
  for (const field of info.fields) {
    const value = values[field.name];
    if (field.list) {
      const items = value as unknown[];
      const owned: Value[] = [];
      putInline(made, slot++, listOfOwned(vm, owned));
      for (const item of items) owned.push(part(vm, field.type, item));
    } else putInline(made, slot++, part(vm, field.type, value));
  }
  if (info.located) {
    putInline(made, slot++, values["lineno"] as number);
    putInline(made, slot++, values["col_offset"] as number);
    putInline(made, slot++, values["end_lineno"] as number);
    putInline(made, slot, values["end_col_offset"] as number);
  }
}

/** One value of a field, owned. */
function part(vm: Vm, type: string, value: unknown): Value {
  if (type === "constant") return newRef(constantObject(vm, value as ConstValue));
  if (value === null || value === undefined) return None;
  switch (type) {
    case "identifier":
      return newRef(intern(vm, value as string));
    case "string":
      return newRef(typeof value === "string" ? strFromJs(value) : newStr(String(value)));
    case "int":
      return value as number;
  }
  const names = enumNames[type];
  if (names === undefined) return node(vm, value as ast.AnyNode);
  const shared = singleton(vm, names[value as number]!);
  incref(shared);
  return shared;
}
