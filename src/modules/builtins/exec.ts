// exec, eval, globals, locals, vars, dir, __import__: code and its namespaces. Mirrors Python/bltinmodule.c. See docs/modules.md.
import { CO_OPTIMIZED } from "../../bytecode/code-unit.ts";
import {
  asCInt, audit, builtinsOf, call, callMethod, CellType, codeOf, CodeType, type Container, dictGetText, dictSetText, frameObject, type FunctionData, importModule, incref, intern, isDict, isStr, isTuple, type Leaf, listOf, currentLocals, lookupAttrText, lookupSpecial, newList, None, type PyDict, Continuation, enterCode, type Finishing, type PyStr, runCode, systemError, textOf, typeError, typeName, typeOf, type Value, type Vm, newOwnedFunction, noteOwned, PyError, exc, newStr,
} from "../../core/api.ts";
import { callerFlags, compileText, sourceOf } from "./compile.ts";

/** The namespace dict of the running function, class body or module. */
export function globals(vm: Vm): Value {
  return vm.frame === null ? None : vm.frame.globals;
}

/** The running code's locals: the namespace of a module or class body, a fresh dict of a function's variables. */
export function locals(vm: Vm): Value {
  const frame = vm.frame;
  if (frame === null) throw systemError(vm, "frame does not exist");
  return currentLocals(vm, frameObject(vm, frame));
}

function isMapping(v: Value): boolean {
  return typeOf(v).mp_subscript !== undefined;
}

/** Code that sees no __builtins__ in its globals gets the caller's. */
function provideBuiltins(vm: Vm, dict: PyDict): void {
  if (dictGetText(dict, "__builtins__") === undefined) dictSetText(vm, dict, "__builtins__", vm.frame === null ? vm.builtins : vm.frame.builtins);
}

/** Both namespaces from the arguments of exec and eval: absent ones are the caller's. */
function namespaces(vm: Vm, name: string, globalsArg: Value, localsArg: Value): [PyDict, Value] {
  if (globalsArg !== None) return [globalsArg as PyDict, localsArg === None ? globalsArg : localsArg];
  if (vm.frame === null) throw systemError(vm, `${name} must be given globals and locals when called without a frame`);
  return [vm.frame.globals, localsArg === None ? locals(vm) : localsArg];
}

function isCode(v: Value): v is Leaf {
  return typeof v !== "number" && v.type === CodeType;
}

/** Code of a function is called like one, without arguments. */
function run(vm: Vm, code: Leaf, globalsDict: PyDict, localsMap: Value, closure: Container | null): Value {
  audit(vm, "exec", () => [code]);
  if ((codeOf(code).flags & CO_OPTIMIZED) === 0) return runCode(vm, code, globalsDict, localsMap, closure);
  const fn = noteOwned(vm, newOwnedFunction(vm, code, globalsDict, builtinsOf(vm, globalsDict)));
  if (closure !== null) {
    incref(closure);
    (fn.data as FunctionData).closure = closure;
  }
  return call(vm, fn, []);
}

export function evaluate(vm: Vm, source: Value, globalsArg: Value = None, localsArg: Value = None): Value {
  if (localsArg !== None && !isMapping(localsArg)) throw typeError(vm, "locals must be a mapping");
  if (globalsArg !== None && !isDict(globalsArg)) {
    throw typeError(vm, isMapping(globalsArg) ? "globals must be a real dict; try eval(expr, {}, mapping)" : "globals must be a dict");
  }
  const [g, l] = namespaces(vm, "eval", globalsArg, localsArg);
  provideBuiltins(vm, g);
  if (isCode(source)) {
    if (codeOf(source).nfreevars > 0) throw typeError(vm, "code object passed to eval() may not contain free variables");
    return run(vm, source, g, l, null);
  }
  let text = sourceOf(vm, source, "eval", "string, bytes or code");
  if (typeof text === "string") text = text.replace(/^[ \t]+/, "");
  else {
    let at = 0;
    while (text[at] === 32 || text[at] === 9) at++;
    text = text.subarray(at);
  }
  return run(vm, compileText(vm, text, "<string>", "eval", callerFlags(vm), -1), g, l, null);
}

function checkClosure(vm: Vm, code: Leaf, closure: Value): Container | null {
  const free = codeOf(code).nfreevars;
  if (free === 0) {
    if (closure !== None) throw typeError(vm, "cannot use a closure with this code object");
    return null;
  }
  if (!isTuple(closure) || closure.type.name !== "tuple" || (closure.data as Value[]).length !== free || (closure.data as Value[]).some((c) => typeof c === "number" || c.type !== CellType)) {
    throw typeError(vm, `code object requires a closure of exactly length ${free}`);
  }
  return closure;
}

/** The code of exec()'s arguments with its namespaces. */
function prepareExec(vm: Vm, source: Value, globalsArg: Value, localsArg: Value, closure: Value): [code: Leaf, g: PyDict, l: Value, closure: Container | null] {
  if (globalsArg !== None && !isDict(globalsArg)) throw typeError(vm, `exec() globals must be a dict, not ${typeName(globalsArg)}`);
  if (localsArg !== None && !isMapping(localsArg)) throw typeError(vm, `locals must be a mapping or None, not ${typeName(localsArg)}`);
  const [g, l] = namespaces(vm, "exec", globalsArg, localsArg);
  provideBuiltins(vm, g);
  if (isCode(source)) return [source, g, l, checkClosure(vm, source, closure)];
  if (closure !== None) throw typeError(vm, "closure can only be used when source is a code object");
  const text = sourceOf(vm, source, "exec", "string, bytes or code");
  return [compileText(vm, text, "<string>", "exec", callerFlags(vm), -1), g, l, null];
}

export function exec(vm: Vm, source: Value, globalsArg: Value = None, localsArg: Value = None, closure: Value = None): void {
  run(vm, ...prepareExec(vm, source, globalsArg, localsArg, closure));
}

/** exec() of a code object with positional arguments: its frame is entered, None is the result when it returns. */
export function enterExec(vm: Vm, args: readonly Value[], kwnames: readonly PyStr[] | null): Continuation | null {
  if (kwnames !== null || args.length < 1 || args.length > 3 || !isCode(args[0]!) || (codeOf(args[0]).flags & CO_OPTIMIZED) !== 0) return null;
  const [code, g, l, closure] = prepareExec(vm, args[0], args[1] ?? None, args[2] ?? None, None);
  audit(vm, "exec", () => [code]);
  enterCode(vm, code, g, l, closure);
  return new Continuation("exec", []);
}

/** How exec() goes on (kind "exec"). */
export const finishExec: Finishing = { finish: () => None };

export function vars(vm: Vm, object?: Value): Value {
  if (object === undefined) return locals(vm);
  const dict = lookupAttrText(vm, object, "__dict__");
  if (dict === undefined) throw typeError(vm, "vars() argument must have __dict__ attribute");
  return dict;
}

export function dir(vm: Vm, object?: Value): Value {
  let names: Value;
  if (object === undefined) {
    if (vm.frame === null) throw systemError(vm, "frame does not exist");
    names = callMethod(vm, locals(vm), intern(vm, "keys"), []);
  } else {
    const method = lookupSpecial(vm, object, "__dir__");
    if (method === undefined) throw typeError(vm, "object does not provide __dir__");
    names = call(vm, method, []);
  }
  const list = newList(vm, listOf(vm, names));
  callMethod(vm, list, intern(vm, "sort"), []);
  return list;
}

export function importByName(vm: Vm, name: Value, globalsArg?: Value, _locals?: Value, fromlist: Value = None, level?: Value): Value {
  if (!isStr(name)) throw typeError(vm, "module name must be a string");
  const up = level === undefined ? 0 : asCInt(vm, level);
  if (up > 0 && globalsArg === undefined) throw new PyError(exc.newException(vm, exc.KeyErrorType, [newStr("'__name__' not in globals")]));
  return importModule(vm, textOf(name), globalsArg ?? None, fromlist, up);
}
