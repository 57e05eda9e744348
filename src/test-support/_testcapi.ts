// _testcapi: what of CPython's test module of the C API has a meaning here. Add functions by topic in files of this folder and spread them in. Mirrors
// Modules/_testcapimodule.c and Modules/_testcapi/. See docs/test-support.md.
import { defineModule, exc, type ModuleSpec } from "../core/api.ts";
import { numberAttributes, testcapiFloats, testcapiNumbers } from "./constants.ts";
import { codeFunctions } from "./compiler-stages.ts";
import { configFunctions } from "./config.ts";
import { docstringFunctions } from "./docstrings.ts";
import { exceptionFunctions, recursingError } from "./exceptions.ts";
import { functionFunctions } from "./functions.ts";
import { callFunctions, callTypes } from "./calls.ts";
import { bufferFunctions } from "./buffers.ts";
import { eventFunctions } from "./events.ts";
import { marshalFileFunctions } from "./marshal-files.ts";
import { CodeLikeType, monitoringFunctions } from "./monitoring.ts";
import { slotTypes } from "./slots.ts";
import { typeVersionFunctions } from "./type-versions.ts";
import { exceptionClass } from "./support.ts";

export const testcapiModule: ModuleSpec = defineModule({
  name: "_testcapi",
  doc: null,
  functions: { ...exceptionFunctions, ...functionFunctions, ...codeFunctions, ...configFunctions, ...docstringFunctions, ...monitoringFunctions, ...callFunctions, ...bufferFunctions, ...eventFunctions, ...marshalFileFunctions, ...typeVersionFunctions },
  types: { CodeLike: CodeLikeType, ...callTypes, ...slotTypes },
  attributes: {
    ...numberAttributes(testcapiNumbers, testcapiFloats),
    RecursingInfinitelyError: recursingError,
    error: (vm) => exceptionClass(vm, "_testcapi", "error", exc.ExceptionType) },
});
