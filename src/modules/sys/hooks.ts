// sys: displayhook, excepthook, unraisablehook, breakpointhook, audit hooks. Mirrors Python/sysmodule.c, errors.c and pythonrun.c. See docs/modules.md.
import {
  audit as tellAudit, call, callMethod, closeScope, type Container, dictGetText, dictSetText, dropError, exc, frameData, frameObject, fullTypeNameOf, getAttrText, hold, importModule, intern, isException, isStr, type KeywordArgs, lineOf, lookupAttrText, matches, newStr, newStructSequence,
  newOwnedTraceback, newTuple, None, PyError, pushRef, quietRepr, repr, runtimeError, strFromJs, textOf, textOfStr, tracebackData, typeError, typeName, typeOf, type Value, type Vm, warn,
} from "../../core/api.ts";
import { quietly, tracebackText } from "./plain-traceback.ts";
import { UnraisableHookArgsType } from "./types.ts";

function write(vm: Vm, file: Value, text: string): void {
  callMethod(vm, file, intern(vm, "write"), [strFromJs(text)]);
}

/** sys.stderr, undefined where there is none. */
function standardError(vm: Vm): Value | undefined {
  const file = dictGetText(vm.sysDict, "stderr");
  return file === undefined || file === None ? undefined : hold(vm, file);
}

/** Prints a traceback and exception without the help of Python code; unraisable ones always with a colon. */
function displayPlainly(vm: Vm, value: Value, file: Value, unraisable = false): void {
  const tb = isException(value) ? (value.data as exc.ExcData).traceback : null;
  const text = tb === null ? "" : tracebackText(vm, tb);
  let type = fullTypeNameOf(typeOf(value)).replace(/^(builtins|__main__)\./, "");
  if (unraisable) {
    const module = lookupAttrText(vm, typeOf(value).obj, "__module__");
    if (module === undefined || !isStr(module)) type = `<unknown>${type}`;
  }
  let message = "<exception str() failed>";
  quietly(vm, () => void (message = textOfStr(vm, value)));
  write(vm, file, text + (message === "" && !unraisable ? type : `${type}: ${message}`) + "\n");
}

/** Prints an exception with its traceback to a file: by the traceback module where that works. */
export function displayException(vm: Vm, value: Value, file: Value): void {
  const byModule = quietly(vm, () => {
    const print = getAttrText(vm, importModule(vm, "traceback", newBuiltinsGlobals(vm), newTuple(vm, [newStr("_print_exception_bltin")]), 0), "_print_exception_bltin");
    call(vm, print, [value]);
  });
  if (!byModule) displayPlainly(vm, value, file);
  quietly(vm, () => void callMethod(vm, file, intern(vm, "flush"), []));
}

const newBuiltinsGlobals = (vm: Vm): Value => vm.builtins;

export function excepthook(vm: Vm, _type: Value, value: Value, tb: Value): void {
  const file = standardError(vm);
  if (file === undefined) return;
  if (!isException(value)) {
    write(vm, file, `TypeError: print_exception(): Exception expected for value, ${typeName(value)} found\n`);
    return;
  }
  const data = value.data as exc.ExcData;
  if (tb !== None && typeof tb !== "number" && tb.type.name === "traceback" && data.traceback === null) {
    tb.rc++;
    exc.setOwned(vm, value, "traceback", tb as Container);
  }
  displayException(vm, value, file);
}

/** What sys.unraisablehook does by itself. */
export function unraisablehook(vm: Vm, args: Value): void {
  if (typeof args === "number" || args.type !== UnraisableHookArgsType) throw typeError(vm, "sys.unraisablehook argument type must be UnraisableHookArgs");
  const [, value, , message, object] = (args as Container).data as [Value, Value, Value, Value, Value];
  const file = standardError(vm);
  if (file === undefined) return;
  if (object !== None) write(vm, file, `${message === None ? "Exception ignored in" : textOfStr(vm, message)}: ${quietRepr(vm, object)}\n`);
  else if (message !== None) write(vm, file, `${textOfStr(vm, message)}:\n`);
  if (value !== None) {
    displayPlainly(vm, value, file, true);
    quietly(vm, () => void callMethod(vm, file, intern(vm, "flush"), []));
  }
}

/** The Vm's door for exceptions that nobody can catch: calls sys.unraisablehook. */
export function callUnraisableHook(vm: Vm, error: PyError, object: Value | null, message: string | null): void {
  const value = error.exc;
  const data = value.data as exc.ExcData;
  if (data.traceback === null && vm.frame !== null) data.traceback = newOwnedTraceback(vm, null, frameObject(vm, vm.frame), vm.frame.pc * 2);
  const argsOf = (e: Container, text: string | null, about: Value | null): Value =>
    newStructSequence(vm, UnraisableHookArgsType, [e.type.obj, e, (e.data as exc.ExcData).traceback ?? None, text === null ? None : strFromJs(text), about ?? None]);
  const mark = vm.scopeCount;
  const hook = vm.sysDict === undefined ? undefined : dictGetText(vm.sysDict, "unraisablehook");
  const args = argsOf(value, message, object);
  try {
    auditEvent(vm, "sys.unraisablehook", [hook ?? None, args]);
    if (hook === undefined || hook === None) unraisablehook(vm, args);
    else call(vm, hold(vm, hook), [args]);
  } catch (inner) {
    if (!(inner instanceof PyError)) throw inner;
    quietly(vm, () => unraisablehook(vm, argsOf(inner.exc, "Exception ignored in sys.unraisablehook", hook ?? null)));
    dropError(vm, inner);
  }
  closeScope(vm, mark);
}

export function displayhook(vm: Vm, object: Value): void {
  if (object === None) return;
  dictSetText(vm, vm.builtins, "_", None);
  const found = dictGetText(vm.sysDict, "stdout");
  if (found === undefined || found === None) throw runtimeError(vm, "lost sys.stdout");
  const stdout = hold(vm, found);
  const text = repr(vm, object);
  try {
    callMethod(vm, stdout, intern(vm, "write"), [text]);
  } catch (error) {
    if (!matches(error, exc.UnicodeErrorType) || error.exc.type.name !== "UnicodeEncodeError") throw error;
    dropError(vm, error);
    const encoding = getAttrText(vm, stdout, "encoding");
    const bytes = callMethod(vm, text, intern(vm, "encode"), [encoding, newStr("backslashreplace")]);
    const buffer = lookupAttrText(vm, stdout, "buffer");
    if (buffer !== undefined) callMethod(vm, buffer, intern(vm, "write"), [bytes]);
    else callMethod(vm, stdout, intern(vm, "write"), [callMethod(vm, bytes, intern(vm, "decode"), [encoding, newStr("strict")])]);
  }
  write(vm, stdout, "\n");
  dictSetText(vm, vm.builtins, "_", object);
}

/** Debugger of breakpoint(): named by PYTHONBREAKPOINT, pdb otherwise. */
export function breakpointhook(vm: Vm, args: Value[], kwargs?: KeywordArgs): Value {
  const ignored = vm.config?.ignoreEnvironment === true;
  const given = ignored ? undefined : vm.host.environment?.variables().get("PYTHONBREAKPOINT");
  const wanted = given === undefined || given === "" ? "pdb.set_trace" : given;
  if (wanted === "0") return None;
  const dot = wanted.lastIndexOf(".");
  const moduleName = dot < 0 ? "builtins" : wanted.slice(0, dot);
  const name = wanted.slice(dot + 1);
  let hook: Value;
  try {
    if (moduleName === "" || name === "") throw new Error("unimportable");
    hook = getAttrText(vm, importModule(vm, moduleName, None, newTuple(vm, [strFromJs(name)]), 0), name);
  } catch (error) {
    if (error instanceof PyError) {
      if (!matches(error, exc.ImportErrorType) && !matches(error, exc.AttributeErrorType)) throw error;
      dropError(vm, error);
    } else if (moduleName !== "" && name !== "") throw error;
    warn(vm, "RuntimeWarning", `Ignoring unimportable $PYTHONBREAKPOINT: "${wanted}"`, 0);
    return None;
  }
  return kwargs === undefined ? call(vm, hook, args) : call(vm, hook, [...args, ...kwargs.values], kwargs.names);
}

/** Tells the audit hooks about an event. */
export function auditEvent(vm: Vm, event: string, args: Value[]): void {
  tellAudit(vm, event, () => args);
}

export function audit(vm: Vm, args: Value[]): void {
  if (args.length === 0) throw typeError(vm, "audit expected at least 1 argument, got 0");
  const event = args[0]!;
  if (!isStr(event)) throw typeError(vm, `audit() argument 1 must be str, not ${args[0] === None ? "None" : typeName(event)}`);
  auditEvent(vm, textOf(event), args.slice(1));
}

export function addaudithook(vm: Vm, hook: Value): void {
  try {
    auditEvent(vm, "sys.addaudithook", []);
  } catch (error) {
    // A hook may forbid others.
    if (!matches(error, exc.RuntimeErrorType)) throw error;
    dropError(vm, error);
    return;
  }
  pushRef(vm.auditHooks, hook);
}
