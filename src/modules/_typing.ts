// _typing: the types behind typing.py. Mirrors Modules/_typingmodule.c. See docs/types.md.
import { defineModule, type ModuleSpec, type Value, type Vm } from "../core/api.ts";
import { GenericType, NoDefault, ParamSpecArgsType, ParamSpecKwargsType, ParamSpecType, TypeAliasType, TypeVarTupleType, TypeVarType } from "../types/typing-objects.ts";
import { UnionType } from "../types/union.ts";
import { documented } from "./documented.ts";

const D = documented("_typing");

export const typingModule: ModuleSpec = defineModule({
  name: "_typing",
  doc: D.doc(""),
  functions: { _idfunc: D.func("_idfunc", (_vm: Vm, x: Value) => x) },
  types: {
    TypeVar: TypeVarType,
    ParamSpec: ParamSpecType,
    TypeVarTuple: TypeVarTupleType,
    ParamSpecArgs: ParamSpecArgsType,
    ParamSpecKwargs: ParamSpecKwargsType,
    TypeAliasType,
    Generic: GenericType,
    Union: UnionType,
  },
  attributes: { NoDefault: () => NoDefault },
});
