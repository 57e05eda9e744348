// _testinternalcapi: the machine's own numbers and stages for CPython's tests. Add functions by topic in files of this folder. Mirrors
// Modules/_testinternalcapi.c. See docs/test-support.md.
import { CodeType, codeOf, defineModule, func, type ModuleSpec, newBool, newStr, typeError, typeOf, type Value, type Vm } from "../core/api.ts";
import { type Instance, K_INSTANCE, TPFLAGS_INLINE_VALUES } from "../core/object.ts";
import { GENERATIONS, generationHead, listSize } from "../memory/gc.ts";
import { visibleFlags } from "../core/type-layout.ts";
import { codeVariableFunctions } from "./code-variables.ts";
import { compilerStageFunctions } from "./compiler-stages.ts";
import { internalTypeFunctions } from "./type-versions.ts";
import { numberAttributes, testinternalcapiNumbers } from "./constants.ts";

export const testinternalcapiModule: ModuleSpec = defineModule({
  name: "_testinternalcapi",
  doc: null,
  functions: {
    ...compilerStageFunctions,
    ...codeVariableFunctions,
    ...internalTypeFunctions,
    get_recursion_depth: func("($module, /)", null, (vm: Vm) => vm.depth),
    get_c_recursion_remaining: func("($module, /)", null, (vm: Vm) => Math.max(0, vm.nativeDepthLimit - vm.nativeDepth)),
    // A static object, or a small int: nobody counts it.
    is_static_immortal: func("($module, op, /)", null, (_vm: Vm, v: Value) => newBool(typeof v === "number" || v.rc >= 536870912)),
    // Attributes live in the instance itself: once somebody has seen its dict, they live there.
    has_inline_values: func("($self, object, /)", null, (_vm: Vm, v: Value) => newBool(typeof v !== "number" && (visibleFlags(v.type) & TPFLAGS_INLINE_VALUES) !== 0 && v.type.kind === K_INSTANCE && ((v as Instance).ext?.dict ?? null) === null)),
    get_co_framesize: func("($module, code, /)", null, (vm: Vm, code: Value) => {
      if (typeof code === "number" || typeOf(code) !== CodeType) throw typeError(vm, "expected a code object");
      const { unit } = codeOf(code);
      return unit.localsplusnames.length + unit.stacksize + 10;
    }),
    get_tracked_heap_size: func("($module, /)", null, (vm: Vm) => Array.from({ length: GENERATIONS }, (_, i) => listSize(generationHead(vm, i))).reduce((sum, n) => sum + n, 0)),
    pymem_getallocatorsname: func("($module, /)", null, () => newStr("pymalloc")),
  },
  attributes: numberAttributes(testinternalcapiNumbers),
});
