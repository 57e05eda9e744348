// _testlimitedcapi: the abstract operations on objects, sequences and mappings as C code asks for them, and calls. Mirrors Modules/_testlimitedcapi/.
// See docs/test-support.md.
import { defineModule, type ModuleSpec } from "../core/api.ts";
import { callFunctions, vectorCallTypes } from "./limited-calls.ts";
import { mappingFunctions, objectFunctions } from "./limited-objects.ts";
import { sequenceFunctions } from "./limited-sequences.ts";

export const testlimitedcapiModule: ModuleSpec = defineModule({
  name: "_testlimitedcapi",
  doc: null,
  functions: { ...sequenceFunctions, ...objectFunctions, ...mappingFunctions, ...callFunctions },
  types: vectorCallTypes,
});
