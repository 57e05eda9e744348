// The node classes of _ast, made from syntax/ast-spec.ts. Mirrors init_types of Python/Python-ast.c. See docs/modules.md.
import { enums, located, nodes } from "../../syntax/ast-spec.ts";
import { call, dictSet, dictSetText, IntType, intern, ListType, newGenericAlias, newScopedDict, newStr, newTuple, newUnion, None, NoneType, ObjectType, type PyDict, recOf, setAttrText, StrType, TypeType, type Value, type Vm } from "../../core/api.ts";
import { makeRoot } from "./node.ts";
import { astState, endRequired, POSITION, setClass } from "./state.ts";

const strings = (vm: Vm, names: readonly string[]): Value => newTuple(vm, names.map((name) => intern(vm, name)));

interface Field {
  readonly type: string;
  readonly name: string;
  readonly optional: boolean;
  readonly list: boolean;
}

function parseFields(spec: string): Field[] {
  if (spec === "") return [];
  return spec.split(", ").map((part) => {
    const [kind, name] = part.split(" ") as [string, string];
    return { type: kind.replace(/[?*]+$/, ""), name, optional: kind.endsWith("?"), list: kind.endsWith("*") };
  });
}

/** Makes one class and puts it into the module. */
function makeClass(vm: Vm, dict: PyDict, name: string, base: Value, fields: readonly Field[], attributes: readonly string[] | null, optional: readonly string[], doc: string): Value {
  const namespace = newScopedDict(vm);
  const names = fields.map((field) => field.name);
  dictSetText(vm, namespace, "_fields", strings(vm, names));
  dictSetText(vm, namespace, "__match_args__", strings(vm, names));
  dictSetText(vm, namespace, "__module__", newStr("ast"));
  dictSetText(vm, namespace, "__doc__", newStr(doc));
  if (attributes !== null) dictSetText(vm, namespace, "_attributes", strings(vm, attributes));
  for (const field of optional) dictSetText(vm, namespace, field, None);
  const made = call(vm, TypeType.obj, [newStr(name), newTuple(vm, [base]), namespace]);
  dictSetText(vm, dict, name, made);
  setClass(vm, name, made);
  return made;
}

/** Nodes keep fields and positions in this order, so that all instances of a class share their layout. */
function prepareLayout(vm: Vm, made: Value, fields: readonly Field[], positions: boolean): void {
  const type = recOf(made);
  for (const name of [...fields.map((field) => field.name), ...(positions ? POSITION : [])]) {
    type.sharedKeys!.set(name, type.sharedNames.length);
    type.sharedNames.push(intern(vm, name));
  }
}

/** `_field_types`, which are the class's annotations too. */
function annotate(vm: Vm, made: Value, fields: readonly Field[]): void {
  const { classes } = astState(vm);
  const types = newScopedDict(vm);
  for (const field of fields) {
    let type: Value;
    switch (field.type) {
      case "identifier":
      case "string":
        type = StrType.obj;
        break;
      case "int":
        type = IntType.obj;
        break;
      case "constant":
        type = ObjectType.obj;
        break;
      default:
        type = classes.get(field.type)!.obj;
    }
    if (field.list) type = newGenericAlias(vm, ListType.obj, newTuple(vm, [type]));
    else if (field.optional) type = newUnion(vm, [type, NoneType.obj]);
    dictSet(vm, types, intern(vm, field.name), type);
  }
  dictSetText(vm, recOf(made).dict, "_field_types", types);
  setAttrText(vm, made, "__annotations__", types);
}

/** Fills the module's dictionary. */
export function makeClasses(vm: Vm, dict: PyDict): void {
  const root = makeRoot(vm).obj;
  dictSetText(vm, dict, "AST", root);
  const concrete: [Value, Field[]][] = [];
  const optionalOf = (fields: readonly Field[]): string[] => fields.filter((field) => field.optional).map((field) => field.name);
  for (const [group, members] of Object.entries(nodes)) {
    const attributes = located.includes(group) ? POSITION : [];
    const optionalPositions = attributes.length > 0 && !endRequired(group) ? POSITION.slice(2) : [];
    if (members[group] !== undefined) {
      const fields = parseFields(members[group]!);
      const made = makeClass(vm, dict, group, root, fields, attributes, [...optionalOf(fields), ...optionalPositions], `${group}(${members[group]!})`);
      prepareLayout(vm, made, fields, attributes.length > 0);
      concrete.push([made, fields]);
      continue;
    }
    const doc = Object.entries(members).map(([name, spec]) => (spec === "" ? name : `${name}(${spec})`)).join(`\n${" ".repeat(group.length + 1)}| `);
    const base = makeClass(vm, dict, group, root, [], attributes, optionalPositions, `${group} = ${doc}`);
    for (const [name, spec] of Object.entries(members)) {
      const fields = parseFields(spec);
      const made = makeClass(vm, dict, name, base, fields, null, optionalOf(fields), spec === "" ? name : `${name}(${spec})`);
      prepareLayout(vm, made, fields, attributes.length > 0);
      concrete.push([made, fields]);
    }
  }
  for (const [group, members] of Object.entries(enums)) {
    const base = makeClass(vm, dict, group, root, [], [], [], `${group} = ${members.join(" | ")}`);
    for (const name of members) concrete.push([makeClass(vm, dict, name, base, [], null, [], name), []]);
  }
  for (const [made, fields] of concrete) annotate(vm, made, fields);
}
