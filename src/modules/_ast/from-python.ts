// Python objects as trees of our compiler. Mirrors obj2ast_* of Python/Python-ast.c, messages included. See docs/modules.md.
import * as ast from "../../syntax/ast.generated.ts";
import { enums } from "../../syntax/ast-spec.ts";
import {
  asCInt, BytesType, exc, hold, isBigOrInt, isExactStr, isInstance, isList, type Leaf, literalOf, lookupAttrText, newError, None, recursionError, reprText, shortName, textOf, type TypeRec, typeError, typeOf, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { astState, classNamed, endRequired, POSITION } from "./state.ts";

/** Kinds by group, in order of declaration. */
const groups: ReadonlyMap<string, readonly ast.NodeInfo[]> = (() => {
  const map = new Map<string, ast.NodeInfo[]>();
  for (const info of ast.nodeInfo) {
    if (info.name === "") continue;
    const list = map.get(info.group);
    if (list === undefined) map.set(info.group, [info]);
    else list.push(info);
  }
  return map;
})();

interface Positions {
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}

/** The tree of an object that must be an instance of `wanted` (Module, Expression, ...). */
export function fromPython(vm: Vm, object: Value, wanted: string): ast.mod {
  checkMode(vm, object, wanted);
  try {
    return node(vm, object, "mod") as ast.mod;
  } catch (error) {
    if (error instanceof RangeError) throw recursionError(vm, " while traversing a node");
    throw error;
  }
}

/** Raises TypeError for a tree of another mode. */
function checkMode(vm: Vm, object: Value, wanted: string): void {
  if (!isInstance(vm, object, classNamed(vm, wanted).obj)) throw typeError(vm, `expected ${wanted} node, got ${shortName(typeOf(object))}`);
}

function node(vm: Vm, object: Value, group: string): unknown {
  const kinds = groups.get(group)!;
  const product = kinds.length === 1 && kinds[0]!.name === group;
  if (product) {
    const info = kinds[0]!;
    const made: Record<string, unknown> = { nodeKind: kindOf(info) };
    fields(vm, object, info, made);
    if (info.located) positions(vm, object, group, made as never);
    return made;
  }
  if (object === None) return null;
  const made: Record<string, unknown> = { nodeKind: 0 };
  let where: Positions | undefined;
  if (kinds[0]!.located) positions(vm, object, group, (where = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 }));
  const info = findKind(vm, object, kinds);
  if (info === undefined) throw typeError(vm, `expected some sort of ${group}, but got ${reprText(vm, object)}`);
  made["nodeKind"] = kindOf(info);
  fields(vm, object, info, made);
  if (where !== undefined) Object.assign(made, where);
  return made;
}

const kindOf = (info: ast.NodeInfo): number => ast.nodeInfo.indexOf(info);

function findKind(vm: Vm, object: Value, kinds: readonly ast.NodeInfo[]): ast.NodeInfo | undefined {
  const { classes } = astState(vm);
  const exact: TypeRec = typeOf(object);
  for (const info of kinds) if (classes.get(info.name) === exact) return info;
  return kinds.find((info) => isInstance(vm, object, classes.get(info.name)!.obj));
}

function positions(vm: Vm, object: Value, owner: string, made: Positions): void {
  for (const name of POSITION) {
    const value = lookupAttrText(vm, object, name);
    const end = name.startsWith("end_") && !endRequired(owner);
    if (end && (value === undefined || value === None)) made[name as keyof Positions] = made[name.slice(4) as keyof Positions];
    else if (value === undefined) throw missing(vm, name, owner);
    else made[name as keyof Positions] = int(vm, value);
  }
}

function missing(vm: Vm, field: string, owner: string): Error {
  throw typeError(vm, `required field "${field}" missing from ${owner}`);
}

function int(vm: Vm, value: Value): number {
  if (!isBigOrInt(value)) throw valueError(vm, `invalid integer value: ${reprText(vm, value)}`);
  return asCInt(vm, value);
}

function fields(vm: Vm, object: Value, info: ast.NodeInfo, made: Record<string, unknown>): void {
  for (const field of info.fields) {
    const value = lookupAttrText(vm, object, field.name);
    if (field.list) made[field.name] = value === undefined ? [] : list(vm, hold(vm, value), info, field);
    else if (value === undefined || (value === None && field.optional)) {
      if (!field.optional) throw missing(vm, field.name, info.name);
      made[field.name] = field.type === "int" ? 0 : null;
    } else {
      const part = single(vm, hold(vm, value), field.type);
      if (part === null && field.type !== "constant") throw valueError(vm, `field '${field.name}' is required for ${info.name}`);
      made[field.name] = part;
    }
  }
}

function list(vm: Vm, value: Value, info: ast.NodeInfo, field: ast.FieldInfo): unknown[] {
  const owner = `${info.name} field "${field.name}"`;
  if (!isList(value)) throw typeError(vm, `${owner} must be a list, not a ${shortName(typeOf(value))}`);
  const items = value.data as Value[];
  const length = items.length;
  const made: unknown[] = new Array(length);
  for (let i = 0; i < length; i++) {
    made[i] = single(vm, hold(vm, items[i]!), field.type);
    // CPython's validation overlooks these.
    if (made[i] === null && field.type !== "stmt" && field.type !== "expr") throw valueError(vm, `None disallowed in ${owner}`);
    if (items.length !== length) throw newError(vm, exc.RuntimeErrorType, `${owner} changed size during iteration`);
  }
  return made;
}

/** One value of a field; null for None. */
function single(vm: Vm, value: Value, type: string): unknown {
  switch (type) {
    case "identifier":
      if (value === None) return null;
      if (!isExactStr(value)) throw typeError(vm, "AST identifier must be of type str");
      return textOf(value);
    case "string":
      if (value === None) return null;
      if (isExactStr(value)) return textOf(value);
      if (typeof value !== "number" && value.type === BytesType) return new TextDecoder().decode((value as unknown as Leaf).data as Uint8Array);
      throw typeError(vm, "AST string must be of type str");
    case "int":
      return int(vm, value);
    case "constant":
      return literalOf(value);
  }
  const members = enums[type];
  return members === undefined ? node(vm, value, type) : enumValue(vm, value, type, members);
}

function enumValue(vm: Vm, value: Value, group: string, members: readonly string[]): number {
  const { classes } = astState(vm);
  const exact = typeOf(value);
  let index = members.findIndex((name) => classes.get(name) === exact);
  if (index < 0) index = members.findIndex((name) => isInstance(vm, value, classes.get(name)!.obj));
  if (index < 0) throw typeError(vm, `expected some sort of ${group}, but got ${reprText(vm, value)}`);
  return index + 1;
}
