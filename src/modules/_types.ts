// _types: builtin types that have no name in builtins, for types.py. Mirrors Modules/_typesmodule.c. See docs/modules.md.
import { defineModule, defineType, type ModuleSpec, TPFLAGS_DISALLOW_INSTANTIATION, type TypeRec } from "../core/api.ts";
import { BuiltinType } from "../types/builtin-function.ts";
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

/** No object here is a capsule: natives need none. The type is for isinstance tests. */
const CapsuleType: TypeRec = defineType({
  name: "PyCapsule",
  doc: "Capsule objects let you wrap a C \"void *\" pointer in a Python\nobject.  They're a way of passing data through the Python interpreter\nwithout creating your own custom type.\n\nCapsules are used for communication between extension modules.\nThey provide a way for an extension module to export a C interface\nto other extension modules, so that extension modules can use the\nPython import mechanism to link to one another.",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
});

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
