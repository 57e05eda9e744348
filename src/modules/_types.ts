// _types: builtin types that have no name in builtins, for types.py. Mirrors Modules/_typesmodule.c. See docs/modules.md.
import { defineModule, type ModuleSpec } from "../core/api.ts";
import { BuiltinType } from "../types/builtin-function.ts";
import { CapsuleType } from "../types/capsule.ts";
import { CellType } from "../types/cell.ts";
import { CodeType } from "../types/code.ts";
import { ClassMethodDescriptorType, GetSetDescriptorType, MemberDescriptorType, MethodDescriptorType, MethodWrapperType, WrapperDescriptorType } from "../types/descriptors.ts";
import { MappingProxyType } from "../types/dict/mapping-proxy.ts";
import { FrameType } from "../types/frame.ts";
import { FunctionType } from "../types/function.ts";
import { AsyncGeneratorType } from "../types/async-generator.ts";
import { CoroutineType, GeneratorType } from "../types/generator.ts";
import { GenericAliasType } from "../types/generic-alias.ts";
import { MethodType } from "../types/method.ts";
import { ModuleType } from "../types/module.ts";
import { NoneType } from "../types/none.ts";
import { SimpleNamespaceType } from "../types/simple-namespace.ts";
import { EllipsisType, NotImplementedTypeRec as NotImplementedType } from "../types/singletons.ts";
import { TracebackType } from "../types/traceback.ts";
import { UnionType } from "../types/union.ts";

export const typesModule: ModuleSpec = defineModule({
  name: "_types",
  doc: "Define names for built-in types.",
  types: {
    AsyncGeneratorType,
    BuiltinFunctionType: BuiltinType,
    BuiltinMethodType: BuiltinType,
    CapsuleType,
    CellType,
    ClassMethodDescriptorType,
    CodeType,
    CoroutineType,
    EllipsisType,
    FrameType,
    FunctionType,
    GeneratorType,
    GenericAlias: GenericAliasType,
    GetSetDescriptorType,
    LambdaType: FunctionType,
    MappingProxyType,
    MemberDescriptorType,
    MethodDescriptorType,
    MethodType,
    MethodWrapperType,
    ModuleType,
    NoneType,
    NotImplementedType,
    SimpleNamespace: SimpleNamespaceType,
    TracebackType,
    UnionType,
    WrapperDescriptorType,
  },
});
