// _ast: the node classes of the abstract syntax tree, made from syntax/ast-spec.ts. Mirrors Python/Python-ast.c. See docs/modules.md.
import { enums, located, nodes } from "../syntax/ast-spec.ts";
import { call, defineModule, defineType, dictSetText, emptyTuple, getAttrText, listOf, lookupAttrText, method, type ModuleSpec, newList, newScopedDict, newStr, newSubclassInstance, newTuple, NO_TEXT, None, type PyStr, setAttr, setAttrText, shortName, textOf, typeError, typeOf, type Value, type Vm } from "../core/api.ts";
import { TypeType } from "../types/type-type.ts";

const POSITION = ["lineno", "col_offset", "end_lineno", "end_col_offset"];

/** Fields from positional and keyword arguments; absent optional ones are None, absent lists empty, an absent context Load(). */
function initNode(vm: Vm, self: Value, args: readonly Value[], kwnames: readonly PyStr[] | null): void {
  const type = typeOf(self);
  const declared = lookupAttrText(vm, type.obj, "_fields");
  const fields = declared === undefined ? [] : listOf(vm, declared).map((v) => textOf(v as PyStr));
  const npos = args.length - (kwnames?.length ?? 0);
  if (npos > fields.length) throw typeError(vm, `${shortName(type)} constructor takes at most ${fields.length} positional argument${fields.length === 1 ? "" : "s"}`);
  const given = new Set<string>();
  for (let i = 0; i < npos; i++) {
    given.add(fields[i]!);
    setAttrText(vm, self, fields[i]!, args[i]!);
  }
  for (let k = 0; k < (kwnames?.length ?? 0); k++) {
    const name = textOf(kwnames![k]!);
    if (given.has(name)) throw typeError(vm, `${shortName(type)} got multiple values for argument '${name}'`);
    given.add(name);
    setAttr(vm, self, kwnames![k]!, args[npos + k]!);
  }
  const spec = vm.stateOf("_ast", () => new Map<string, string[]>()).get(shortName(type)) ?? [];
  for (const part of spec) {
    const [kind, name] = part.split(" ") as [string, string];
    if (given.has(name)) continue;
    if (kind.endsWith("*")) setAttrText(vm, self, name, newList(vm, []));
    else if (kind === "expr_context") setAttrText(vm, self, name, call(vm, getAttrText(vm, vm.nativeInstances.get("_ast")!, "Load"), []));
  }
}

const ASTType = defineType({
  name: "ast.AST",
  kind: 0,
  flags: 1 << 10,
  hasDict: true,
  layoutChange: true,
  methods: {
    __reduce__: method("($self, /)", null, (vm: Vm, self: Value) => newTuple(vm, [typeOf(self).obj, emptyTuple(), getAttrText(vm, self, "__dict__")]), NO_TEXT),
  },
  attributes: {
    _fields: () => emptyTuple(),
    _attributes: () => emptyTuple(),
    __match_args__: () => emptyTuple(),
  },
  slots: { tp_new: (vm, type) => newSubclassInstance(vm, type, null), tp_init: initNode },
});

const strings = (vm: Vm, names: readonly string[]): Value => newTuple(vm, names.map(newStr));

/** Makes one class and puts it into the module. */
function makeClass(vm: Vm, module: Value, name: string, base: Value, fields: readonly string[], attributes: readonly string[] | null, optional: readonly string[], doc: string): Value {
  const namespace = newScopedDict(vm);
  const names = fields.map((part) => part.split(" ")[1]!);
  dictSetText(vm, namespace, "_fields", strings(vm, names));
  dictSetText(vm, namespace, "__match_args__", strings(vm, names));
  dictSetText(vm, namespace, "__module__", newStr("ast"));
  dictSetText(vm, namespace, "__doc__", newStr(doc));
  if (attributes !== null) dictSetText(vm, namespace, "_attributes", strings(vm, attributes));
  for (const field of optional) dictSetText(vm, namespace, field, None);
  const made = call(vm, TypeType.obj, [newStr(name), newTuple(vm, [base]), namespace]);
  dictSetText(vm, module as never, name, made);
  vm.stateOf("_ast", () => new Map<string, string[]>()).set(name, [...fields]);
  return made;
}

function build(vm: Vm, dict: Value): void {
  dictSetText(vm, dict as never, "AST", ASTType.obj);
  for (const [group, members] of Object.entries(nodes)) {
    const attributes = located.includes(group) ? POSITION : [];
    const single = members[group] !== undefined;
    const optionalPositions = attributes.length > 0 ? POSITION.slice(2) : [];
    const parse = (spec: string): string[] => (spec === "" ? [] : spec.split(", "));
    const optionalOf = (fields: string[]): string[] => fields.filter((part) => part.split(" ")[0]!.endsWith("?")).map((part) => part.split(" ")[1]!);
    if (single) {
      const fields = parse(members[group]!);
      makeClass(vm, dict, group, ASTType.obj, fields, attributes, [...optionalOf(fields), ...optionalPositions], `${group}(${members[group]!})`);
      continue;
    }
    const doc = Object.entries(members).map(([name, spec]) => (spec === "" ? name : `${name}(${spec})`)).join(`\n${" ".repeat(group.length + 1)}| `);
    const base = makeClass(vm, dict, group, ASTType.obj, [], attributes, optionalPositions, `${group} = ${doc}`);
    for (const [name, spec] of Object.entries(members)) {
      const fields = parse(spec);
      makeClass(vm, dict, name, base, fields, null, optionalOf(fields), spec === "" ? name : `${name}(${spec})`);
    }
  }
  for (const [group, members] of Object.entries(enums)) {
    const base = makeClass(vm, dict, group, ASTType.obj, [], [], [], `${group} = ${members.join(" | ")}`);
    for (const name of members) makeClass(vm, dict, name, base, [], null, [], name);
  }
}

export const astModule: ModuleSpec = defineModule({
  name: "_ast",
  attributes: {
    PyCF_ONLY_AST: () => 0x400,
    PyCF_TYPE_COMMENTS: () => 0x1000,
    PyCF_ALLOW_TOP_LEVEL_AWAIT: () => 0x2000,
    PyCF_OPTIMIZED_AST: () => 0x8400,
  },
  exec: build,
});
