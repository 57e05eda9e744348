// _ast's state in one Vm: the classes by name, the field-free nodes that trees share. See docs/modules.md.
import { call, incref, type Instance, recOf, type TypeRec, type Value, type Vm } from "../../core/api.ts";

/** Attributes of the nodes that have a place in the source. */
export const POSITION: readonly string[] = ["lineno", "col_offset", "end_lineno", "end_col_offset"];

/** Patterns and type parameters came when all nodes had an end: theirs has no default. */
export const endRequired = (group: string): boolean => group === "pattern" || group === "type_param";

export interface AstState {
  /** Node classes and their bases, AST included. */
  readonly classes: Map<string, TypeRec>;
  /** One instance each of Load, Add, ...: all trees that are made from source share them. */
  readonly singletons: Map<string, Instance>;
}

export function astState(vm: Vm): AstState {
  return vm.stateOf("_ast", () => ({ classes: new Map<string, TypeRec>(), singletons: new Map<string, Instance>() }));
}

export function classNamed(vm: Vm, name: string): TypeRec {
  return astState(vm).classes.get(name)!;
}

export function setClass(vm: Vm, name: string, made: Value): void {
  incref(made);
  astState(vm).classes.set(name, recOf(made));
}

/** The shared instance of a class without fields. */
export function singleton(vm: Vm, name: string): Instance {
  const { singletons, classes } = astState(vm);
  let node = singletons.get(name);
  if (node === undefined) {
    node = call(vm, classes.get(name)!.obj, []) as Instance;
    incref(node);
    singletons.set(name, node);
  }
  return node;
}
