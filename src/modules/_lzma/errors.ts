// LZMAError, and what liblzma's faults are in Python. Mirrors catch_lzma_error of Modules/_lzmamodule.c. See docs/modules.md.
import { LzmaFault } from "../../base/lzma/model.ts";
import { builtinNamed, call, type Container, dictSetText, exc, newError, newRef, newScopedDict, newStr, newTuple, type PyError, recOf, type TypeRec, type Value, type Vm } from "../../core/api.ts";
import { documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";

const D = documented("_lzma", docs);

/** _lzma.LZMAError. */
export function errorClass(vm: Vm): TypeRec {
  const made = vm.stateOf("_lzma.LZMAError", () => {
    const dict = newScopedDict(vm);
    dictSetText(vm, dict, "__module__", newStr("_lzma"));
    dictSetText(vm, dict, "__doc__", newStr(D.doc("LZMAError")!));
    return newRef(call(vm, builtinNamed(vm, "type"), [newStr("LZMAError"), newTuple(vm, [exc.ExceptionType.obj]), dict])) as Container;
  });
  return recOf(made as Value);
}

export function lzmaError(vm: Vm, message: string): PyError {
  return newError(vm, errorClass(vm), message);
}

const MESSAGES: Record<LzmaFault["kind"], string> = {
  format: "Input format not supported by decoder",
  options: "Invalid or unsupported options",
  data: "Corrupt input data",
  memlimit: "Memory usage limit exceeded",
  check: "Unsupported integrity check",
  program: "Internal error",
};

/** Runs something that may find a fault. */
export function guarded<T>(vm: Vm, run: () => T): T {
  try {
    return run();
  } catch (fault) {
    if (fault instanceof LzmaFault) throw lzmaError(vm, MESSAGES[fault.kind]);
    throw fault;
  }
}
