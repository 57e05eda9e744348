// Faults of the object-free layers (base, syntax, bytecode, compiler) as Python exceptions. See docs/core.md.
import { PythonError, PythonSyntaxError } from "../base/python-error.ts";
import * as exc from "../types/exceptions.ts";
import { newInt } from "../types/int/int-object.ts";
import { None } from "../types/none.ts";
import { strFromJs } from "../types/str/str-object.ts";
import { newTuple } from "../types/tuple.ts";
import type { Vm } from "../vm/vm.ts";
import { memoryError } from "./errors.ts";
import { type Container, PyError, type TypeRec, type Value } from "./object.ts";

function typeNamed(name: string): TypeRec {
  switch (name) {
    case "SyntaxError": return exc.SyntaxErrorType;
    case "IndentationError": return exc.IndentationErrorType;
    case "TabError": return exc.TabErrorType;
    case "_IncompleteInputError": return exc.IncompleteInputErrorType;
    case "TypeError": return exc.TypeErrorType;
    case "EOFError": return exc.EOFErrorType;
    case "OverflowError": return exc.OverflowErrorType;
    case "RecursionError": return exc.RecursionErrorType;
    case "MemoryError": return exc.MemoryErrorType;
    case "SystemError": return exc.SystemErrorType;
    case "LookupError": return exc.LookupErrorType;
    case "OSError": return exc.OSErrorType;
    case "IndexError": return exc.IndexErrorType;
    case "ZeroDivisionError": return exc.ZeroDivisionErrorType;
    default: return exc.ValueErrorType;
  }
}

/** The exception for an error of a lower layer; anything else that was thrown comes back as it is. Modules map their own types first. */
export function fromPythonError(vm: Vm, error: unknown): unknown {
  if (!(error instanceof PythonError)) return error;
  if (error instanceof PythonSyntaxError) return new PyError(syntaxException(vm, error));
  if (error.type === "MemoryError" && error.message === "") return memoryError(vm);
  return new PyError(exc.newException(vm, typeNamed(error.type), [strFromJs(error.message)]));
}

function syntaxException(vm: Vm, error: PythonSyntaxError): Container {
  const text = (s: string | null): Value => (s === null ? None : strFromJs(s));
  const int = (n: number | null): Value => (n === null ? None : newInt(n));
  const details: Value[] = [text(error.filename), int(error.lineno), int(error.offset), text(error.text), int(error.endLineno), int(error.endOffset)];
  const known = !error.bareArguments && details.some((v) => v !== None);
  const message = strFromJs(error.message);
  const metadata = error.metadata === null ? undefined : newTuple(vm, [newInt(error.metadata[0]), newInt(error.metadata[1]), strFromJs(error.metadata[2])]);
  const e = exc.newException(vm, typeNamed(error.type), known ? [message, newTuple(vm, details)] : [message]);
  if (error.bareArguments) ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"].forEach((name, i) => exc.setExcField(vm, e, name, details[i]!));
  if (metadata !== undefined) exc.setExcField(vm, e, "_metadata", metadata);
  return e;
}

/** Runs an algorithm of base/: its errors become Python exceptions. */
export function checked<T>(vm: Vm, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw fromPythonError(vm, error);
  }
}
