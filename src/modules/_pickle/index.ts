// _pickle: what the pickle module asks of native code. Mirrors Modules/_pickle.c. See docs/modules.md.
import { defineModule, type ModuleSpec } from "../../core/api.ts";
import { documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";
import { PickleBufferType } from "./pickle-buffer.ts";
import { dumpFunctions, PicklerType } from "./pickler.ts";
import { pickleErrorClass, picklingErrorClass, unpicklingErrorClass } from "./state.ts";
import { loadFunctions, UnpicklerType } from "./unpickler.ts";

export const pickleModule: ModuleSpec = defineModule({
  name: "_pickle",
  doc: documented("_pickle", docs).doc(""),
  functions: { ...dumpFunctions, ...loadFunctions },
  types: { PickleBuffer: PickleBufferType, Pickler: PicklerType, Unpickler: UnpicklerType },
  attributes: {
    PickleError: (vm) => pickleErrorClass(vm).obj,
    PicklingError: (vm) => picklingErrorClass(vm).obj,
    UnpicklingError: (vm) => unpicklingErrorClass(vm).obj,
  },
});
