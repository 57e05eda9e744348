// Exceptions made, printed and raised as C code would. Mirrors Modules/_testcapi/exceptions.c. See docs/test-support.md.
import { asCInt, asSsize, builtinNamed, call, callMethod, type Container, dictSetText, exc, frameObject, func, getAttrText, importModule, isException, isExceptionClass, isInstance, isStr, isTuple, method, newMethodDescriptor, newOwnedTraceback, newRef, newScopedDict, newStr, newTuple, NO_TEXT, None, noteOwned, PyError, reprText, setAttrText, strFromJs, systemError, textOf, textOfStr, typeError, typeOf, type TypeRec, type Value, type Vm, writeUnraisable } from "../core/api.ts";
import { tracebackText } from "../modules/sys/plain-traceback.ts";

/** What calling a class gives, raised: of something else than an exception class it is a TypeError, of a call that fails what the call raised. */
function raiseException(vm: Vm, type: Value, count: Value): never {
  const n = asSsize(vm, count);
  if (!isExceptionClass(type)) throw systemError(vm, `_PyErr_SetObject: exception ${reprText(vm, type)} is not a BaseException subclass`);
  throw raised(vm, call(vm, type, Array.from({ length: n }, (_, i) => i)));
}

function raised(vm: Vm, error: Value): PyError {
  if (!isException(error)) throw typeError(vm, "exceptions must derive from BaseException");
  return new PyError(newRef(error) as Container);
}

/** PyErr_SetObject: an instance as it is, else the class called with the value. */
function setObject(vm: Vm, type: Value, value: Value): PyError {
  if (!isExceptionClass(type)) return systemError(vm, `_PyErr_SetObject: exception ${reprText(vm, type)} is not a BaseException subclass`);
  if (isException(value) && isInstance(vm, value, type)) return raised(vm, value);
  return raised(vm, call(vm, type, value === None ? [] : isTuple(value) ? (value.data as Value[]) : [value]));
}

/** The text of PyErr_FormatUnraisable: %R and %S take an argument each. */
function formatted(vm: Vm, format: Value, args: readonly Value[]): string {
  const rest = [...args];
  return textOf(format as never).replace(/%(?:%|[RSsUAid])/g, (spec) => {
    if (spec === "%%") return "%";
    const v = rest.shift() ?? None;
    return spec === "%R" || spec === "%A" ? reprText(vm, v) : textOfStr(vm, v);
  });
}

function unraisable(vm: Vm, error: Value, object: Value | null, message: string | null): void {
  const e = raised(vm, error);
  const data = e.exc.data as exc.ExcData;
  if (data.traceback === null && vm.frame !== null) data.traceback = newOwnedTraceback(vm, null, frameObject(vm, vm.frame), vm.frame.pc * 2);
  writeUnraisable(vm, e, object, message);
}

function makeException(vm: Vm, name: Value, doc?: Value, base?: Value, dict?: Value): Value {
  const full = textOf(name as never);
  const dot = full.lastIndexOf(".");
  if (dot < 0) throw systemError(vm, "PyErr_NewException: name must be module.class");
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
  err_writeunraisable: func("($module, exc, obj, /)", null, (vm: Vm, error: Value, object: Value) => unraisable(vm, error, object === None ? null : object, null), NO_TEXT),
  err_formatunraisable: func("($module, exc, format=None, /, *args)", null, (vm: Vm, error: Value, format?: Value, args: readonly Value[] = []) => unraisable(vm, error, null, format === undefined || format === None ? null : formatted(vm, format, args)), NO_TEXT),
  exc_set_object: func("($module, exception, obj, /)", null, (vm: Vm, type: Value, value: Value) => {
    throw setObject(vm, type, value);
  }),
  exc_set_object_fetch: func("($module, exception, obj, /)", null, (vm: Vm, type: Value, value: Value) => noteOwned(vm, setObject(vm, type, value).exc)),
  err_set_raised: func("($module, exception, /)", null, (vm: Vm, error: Value) => {
    throw raised(vm, error);
  }),
  err_setstring: func("($module, exc, value, /)", null, (vm: Vm, type: Value, value: Value) => {
    throw setObject(vm, type, value);
  }),
  exception_print: func("($module, exception, legacy=False, /)", null, printException),
};

/** A class whose constructor raises itself, on and on. */
export function recursingError(vm: Vm): Value {
  return vm.stateOf("_testcapi.RecursingInfinitelyError", () => {
    const names = newScopedDict(vm);
    dictSetText(vm, names, "__module__", newStr("_testcapi"));
    dictSetText(vm, names, "__doc__", newStr("Instantiating this exception starts infinite recursion."));
    const made = call(vm, builtinNamed(vm, "type"), [newStr("RecursingInfinitelyError"), newTuple(vm, [exc.ExceptionType.obj]), names]);
    const init = method("($self, /, *args, **kwargs)", null, (inner: Vm, self: Value) => {
      call(inner, typeOf(self).obj, []);
    });
    setAttrText(vm, made, "__init__", newMethodDescriptor((made as Container).data as TypeRec, init("__init__")));
    return newRef(made) as Container;
  });
}
