// Exceptions made, printed and raised as C code would. Mirrors Modules/_testcapi/exceptions.c. See docs/test-support.md.
import { asCInt, asSsize, builtinNamed, call, callMethod, type Container, dictSetText, exc, func, getAttrText, importModule, isException, isExceptionClass, isStr, newRef, newScopedDict, newStr, newTuple, None, PyError, strFromJs, systemError, textOf, type Value, type Vm } from "../core/api.ts";
import { tracebackText } from "../modules/sys/plain-traceback.ts";

/** The exception `args` wrapped up as raising the class would. */
function raiseException(vm: Vm, type: Value, count: Value): never {
  const n = asSsize(vm, count);
  const args: Value[] = Array.from({ length: n }, (_, i) => i);
  throw new PyError(newRef(call(vm, type, args)) as Container);
}

function makeException(vm: Vm, name: Value, doc?: Value, base?: Value, dict?: Value): Value {
  const full = textOf(name as never);
  const dot = full.lastIndexOf(".");
  const names = newScopedDict(vm);
  if (dict !== undefined && dict !== None) call(vm, getAttrText(vm, names, "update"), [dict]);
  dictSetText(vm, names, "__module__", newStr(full.slice(0, dot)));
  if (doc !== undefined && isStr(doc)) dictSetText(vm, names, "__doc__", doc);
  const bases = base === undefined ? newTuple(vm, [exc.ExceptionType.obj]) : isExceptionClass(base) ? newTuple(vm, [base]) : base;
  return call(vm, builtinNamed(vm, "type"), [newStr(full.slice(dot + 1)), bases, names]);
}

function printException(vm: Vm, error: Value, legacy?: Value): void {
  const quiet = legacy !== undefined && asCInt(vm, legacy) !== 0;
  void quiet;
  const sys = importModule(vm, "sys", None, None, 0);
  const traceback = error !== None && isException(error) ? getAttrText(vm, error, "__traceback__") : None;
  const type = typeof error === "number" ? None : error.type.obj;
  call(vm, getAttrText(vm, sys, "excepthook"), [type, error, traceback]);
}

/** PyTraceBack_Print. */
function printTraceback(vm: Vm, traceback: Value, file: Value): void {
  if (typeof traceback === "number" || traceback.type.name !== "traceback") throw systemError(vm, "bad argument to internal function");
  callMethod(vm, file, newStr("write"), [strFromJs(tracebackText(vm, traceback as Container))]);
}

export const exceptionFunctions = {
  raise_exception: func("($module, exception, num_args, /)", null, raiseException),
  raise_memoryerror: func("($module, /)", null, (vm: Vm) => {
    throw new PyError(exc.newException(vm, exc.MemoryErrorType, []));
  }),
  make_exception_with_doc: func("($module, /, name, doc=None, base=None, dict=None)", null, makeException),
  traceback_print: func("($module, traceback, file, /)", null, printTraceback),
  exception_print: func("($module, exception, legacy=False, /)", null, printException),
};
