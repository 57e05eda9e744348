// _warnings: filters and the issuing of warnings, also those of native code (vm.warnHook). Mirrors Python/_warnings.c.
// See docs/modules.md.
import {
  argumentName, asCInt,
  asSsize,
  call,
  callMethod,
  closeScope,
  type Container,
  defineModule,
  dictClear,
  dictGet,
  dictGetText,
  dictSet,
  dictSetText,
  exc,
  func,
  getAttrText,
  hold,
  intern,
  isCallable,
  isDict,
  isInstance,
  isList,
  isStr,
  isSubclass,
  isTuple,
  lookupAttrText,
  makeModule,
  matches,
  dropError,
  moduleDict,
  type ModuleSpec,
  newError,
  newList,
  newRef,
  newStr,
  newTrackedDict,
  newTuple,
  None,
  note,
  openScope,
  PyError,
  type PyDict,
  type PyStr,
  reprText,
  runtimeError,
  setRef,
  str,
  strFromJs,
  textOf,
  True,
  truth,
  typeError,
  typeName,
  typeOf,
  type TypeRec,
  type Value,
  valueError,
  type Vm,
} from "../core/api.ts";
import { sourceLine as readSourceLine } from "./sys/plain-traceback.ts";
import type { Frame } from "../interpreter/frame.ts";
import { lineOf } from "../types/frame.ts";
import { isExactStr } from "../types/str/str-object.ts";
import { importModule } from "../core/import.ts";

/** What the interpreter knows of warnings while the module warnings is not there; all owned. */
interface State {
  owned: Value[];
  version: number;
  lockDepth: number;
}
const FILTERS = 0;
const ONCE_REGISTRY = 1;
const DEFAULT_ACTION = 2;
const CONTEXT = 3;

function stateOf(vm: Vm): State {
  return vm.stateOf("_warnings", () => {
    const mark = openScope(vm);
    const owned: Value[] = [newRef(newList(vm, defaultFilters(vm))), newTrackedDict(vm), newRef(newStr("default")), newRef(contextVar(vm))];
    closeScope(vm, mark);
    return { owned, version: 0, lockDepth: 0 };
  });
}

function defaultFilters(vm: Vm): Value[] {
  const filter = (action: string, category: TypeRec, module: string | null): Value =>
    newTuple(vm, [newStr(action), None, category.obj, module === null ? None : newStr(module), 0]);
  const filters = [
    filter("default", exc.DeprecationWarningType, "__main__"),
    filter("ignore", exc.DeprecationWarningType, null),
    filter("ignore", exc.PendingDeprecationWarningType, null),
    filter("ignore", exc.ImportWarningType, null),
    filter("ignore", exc.ResourceWarningType, null),
  ];
  return filters;
}

/** ContextVar("_warnings_context"), or None in a machine without context variables. */
function contextVar(vm: Vm): Value {
  let module = vm.nativeInstances.get("_contextvars");
  if (module === undefined) {
    const declaration = vm.nativeModule("_contextvars");
    if (declaration === undefined) return None;
    module = newRef(makeModule(vm, declaration));
    vm.nativeInstances.set("_contextvars", module);
  }
  const type = dictGetText(moduleDict(module), "ContextVar");
  return type === undefined ? None : call(vm, type, [newStr("_warnings_context")]);
}

/** An attribute of the module warnings if that is (or can be) imported. */
function warningsAttribute(vm: Vm, name: string, tryImport: boolean): Value | undefined {
  let module: Value | undefined;
  if (tryImport && vm.importlib !== null) {
    try {
      module = importModule(vm, "warnings", None, None, 0);
    } catch (error) {
      if (!matches(error, exc.ImportErrorType)) throw error;
      dropError(vm, error);
      return undefined;
    }
  } else module = vm.modules === undefined ? undefined : dictGetText(vm.modules, "warnings");
  if (module === undefined || module === None) return undefined;
  const found = lookupAttrText(vm, module, name);
  return found === undefined ? undefined : hold(vm, found);
}

/** The state's field, taken anew from the module warnings where that has it. */
function refreshed(vm: Vm, field: number, name: string): Value {
  const state = stateOf(vm);
  const found = warningsAttribute(vm, name, false);
  if (found !== undefined) setRef(vm, state.owned, field, found);
  return hold(vm, state.owned[field]!);
}

function onceRegistry(vm: Vm): PyDict {
  const registry = refreshed(vm, ONCE_REGISTRY, "onceregistry");
  if (!isDict(registry)) throw typeError(vm, `_warnings.onceregistry must be a dict, not '${typeName(registry)}'`);
  return registry;
}

function defaultAction(vm: Vm): PyStr {
  const action = refreshed(vm, DEFAULT_ACTION, "defaultaction");
  if (!isStr(action)) throw typeError(vm, `_warnings.defaultaction must be a string, not '${typeName(action)}'`);
  return action;
}

/** Filters of the running context (PEP 567), undefined for none. */
function contextFilters(vm: Vm): Container | undefined {
  const variable = stateOf(vm).owned[CONTEXT]!;
  if (variable === None) return undefined;
  const context = callMethod(vm, variable, intern(vm, "get"), [None]);
  if (context === None) return undefined;
  const filters = getAttrText(vm, context, "_filters");
  if (!isList(filters)) throw valueError(vm, "_filters of warnings._warnings_context must be a list");
  return hold(vm, filters);
}

/** None matches everything, a plain string exactly itself, anything else by its match(). */
function checkMatched(vm: Vm, pattern: Value, text: Value): boolean {
  if (pattern === None) return true;
  if (isExactStr(pattern)) {
    if (!isStr(text)) throw typeError(vm, `Can't compare str and ${typeName(text)}`);
    return textOf(pattern) === textOf(text);
  }
  return truth(vm, callMethod(vm, pattern, intern(vm, "match"), [text]));
}

type Found = { action: PyStr; item: Value };

function searchFilters(vm: Vm, filters: Container, what: string, category: Value, text: Value, lineno: number, module: Value): Found | undefined {
  // A match() may change the list.
  for (let i = 0; i < (filters.data as Value[]).length; i++) {
    const item = (filters.data as Value[])[i]!;
    const parts = isTuple(item) ? (item.data as Value[]) : [];
    if (parts.length !== 5) throw valueError(vm, `warnings.${what} item ${i} isn't a 5-tuple`);
    hold(vm, item);
    const action = parts[0]!;
    if (!isStr(action)) throw typeError(vm, `action must be a string, not '${typeName(action)}'`);
    const goodMessage = checkMatched(vm, parts[1]!, text);
    const goodModule = checkMatched(vm, parts[3]!, module);
    const goodCategory = isSubclass(vm, category, parts[2]!);
    const line = asSsize(vm, parts[4]!);
    if (goodMessage && goodCategory && goodModule && (line === 0 || line === lineno)) return { action, item };
  }
  return undefined;
}

function findFilter(vm: Vm, category: Value, text: Value, lineno: number, module: Value): Found {
  const context = contextFilters(vm);
  if (context !== undefined) {
    const found = searchFilters(vm, context, "_warnings_context _filters", category, text, lineno, module);
    if (found !== undefined) return found;
  }
  const filters = refreshed(vm, FILTERS, "filters");
  if (!isList(filters)) throw valueError(vm, "_warnings.filters must be a list");
  return searchFilters(vm, filters, "filters", category, text, lineno, module) ?? { action: defaultAction(vm), item: None };
}

/** Whether the registry has the key; one of another version of the filters is emptied. */
function alreadyWarned(vm: Vm, registry: PyDict, key: Value, shouldSet: boolean): boolean {
  const { version } = stateOf(vm);
  if (dictGet(vm, registry, newStr("version")) !== version) {
    dictClear(vm, registry);
    dictSetText(vm, registry, "version", version);
  } else {
    const warned = dictGet(vm, registry, key);
    if (warned !== undefined && truth(vm, warned)) return true;
  }
  if (shouldSet) dictSet(vm, registry, key, True);
  return false;
}

function normalizeModule(filename: PyStr): Value {
  const text = textOf(filename);
  if (text === "") return newStr("<unknown>");
  return text.endsWith(".py") ? strFromJs(text.slice(0, -3)) : filename;
}

/** The plain display, for as long as the module warnings is missing. Errors in it are lost. */
function showWarning(vm: Vm, filename: PyStr, lineno: number, text: Value, category: Value, sourceLine: Value | undefined): void {
  try {
    const name = getAttrText(vm, category, "__name__");
    const stderr = vm.sysDict === undefined ? undefined : dictGetText(vm.sysDict, "stderr");
    if (stderr === undefined || stderr === None) return;
    const message = isStr(text) ? text : str(vm, text);
    const write = (s: string): unknown => callMethod(vm, stderr, intern(vm, "write"), [strFromJs(s)]);
    write(`${textOf(filename)}:${lineno}: ${textOf(str(vm, name))}: ${textOf(message)}\n`);
    if (sourceLine !== undefined && isStr(sourceLine)) return void write(`${textOf(sourceLine)}\n`);
    const line = readSourceLine(vm, filename, lineno);
    if (line !== "") write(`  ${line}\n`);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    dropError(vm, error);
  }
}

function callShowWarning(vm: Vm, category: Value, text: Value, message: Value, filename: PyStr, lineno: number, sourceLine: Value | undefined, source: Value | undefined): void {
  const show = warningsAttribute(vm, "_showwarnmsg", source !== undefined);
  if (show === undefined) return showWarning(vm, filename, lineno, text, category, sourceLine);
  if (!isCallable(show)) throw typeError(vm, "warnings._showwarnmsg() must be set to a callable");
  const type = warningsAttribute(vm, "WarningMessage", false);
  if (type === undefined) throw runtimeError(vm, "unable to get warnings.WarningMessage");
  const args: Value[] = [message, category, filename, lineno, None, sourceLine ?? None];
  if (source !== undefined) args.push(source);
  call(vm, show, [call(vm, type, args)]);
}

function warnExplicit(vm: Vm, categoryGiven: Value, messageGiven: Value, filename: PyStr, lineno: number, moduleGiven: Value | undefined, registryGiven: Value | undefined, sourceLine: Value | undefined, sourceGiven: Value | undefined): void {
  // The name of the module is None late in shutdown, when nobody is there to decide.
  if (moduleGiven === None) return;
  let category = categoryGiven;
  let message = messageGiven;
  if (registryGiven !== undefined && registryGiven !== None && !isDict(registryGiven)) throw typeError(vm, "'registry' must be a dict or None");
  let registry: PyDict | undefined = registryGiven === undefined || registryGiven === None ? undefined : hold(vm, registryGiven as PyDict);
  const module = moduleGiven ?? normalizeModule(filename);
  let text: Value;
  if (isInstance(vm, message, exc.WarningType.obj)) {
    text = str(vm, message);
    category = typeOf(message).obj;
  } else {
    text = message;
    message = call(vm, category, [message]);
  }
  const source = sourceGiven === None ? undefined : sourceGiven;
  const key = newTuple(vm, [text, category, lineno]);
  if (registry !== undefined && alreadyWarned(vm, registry, key, false)) return;
  const { action, item } = findFilter(vm, category, text, lineno, module);
  switch (textOf(action)) {
    case "error":
      throw new PyError(newRef(message as Container));
    case "ignore":
      return;
    case "always":
    case "all":
      break;
    case "once": {
      if (registry !== undefined) dictSet(vm, registry, key, True);
      registry ??= onceRegistry(vm);
      if (alreadyWarned(vm, registry, newTuple(vm, [text, category]), true)) return;
      break;
    }
    case "module":
      if (registry !== undefined) {
        dictSet(vm, registry, key, True);
        if (alreadyWarned(vm, registry, newTuple(vm, [text, category]), true)) return;
      }
      break;
    case "default":
      if (registry !== undefined) dictSet(vm, registry, key, True);
      break;
    default:
      if (registry !== undefined) dictSet(vm, registry, key, True);
      throw runtimeError(vm, `Unrecognized action (${reprText(vm, action)}) in warnings.filters:\n ${reprText(vm, item)}`);
  }
  callShowWarning(vm, category, text, message, filename, lineno, sourceLine, source);
}

const fileOf = (frame: Frame): string => textOf(frame.code.filename);
const isInternal = (filename: string): boolean => filename.includes("importlib") && filename.includes("_bootstrap");

/** The caller outside the import system and outside the files to skip. */
function nextExternalFrame(from: Frame, skip: readonly string[]): Frame | null {
  let frame = from.prev;
  while (frame !== null && (isInternal(fileOf(frame)) || skip.some((prefix) => fileOf(frame!).startsWith(prefix)))) frame = frame.prev;
  return frame;
}

function doWarn(vm: Vm, message: Value, category: Value, stackLevel: number, source: Value | undefined, skip: readonly string[]): void {
  let frame = vm.frame;
  let level = stackLevel;
  const plain = level <= 0 || (frame !== null && isInternal(fileOf(frame)));
  while (--level > 0 && frame !== null) frame = plain ? frame.prev : nextExternalFrame(frame, skip);
  const globals = frame === null ? vm.sysDict : frame.globals;
  const filename: PyStr = frame === null ? newStr("<sys>") : frame.code.filename;
  const lineno = frame === null ? 0 : (lineOf(frame.code, frame.pc) ?? 0);
  if (globals === undefined) return;
  let registry = dictGetText(globals, "__warningregistry__");
  if (registry === undefined) {
    registry = note(vm, newTrackedDict(vm));
    dictSetText(vm, globals, "__warningregistry__", registry);
  }
  const name = dictGetText(globals, "__name__");
  const module = name !== undefined && (name === None || isStr(name)) ? name : newStr("<string>");
  warnExplicit(vm, category, message, filename, lineno, hold(vm, module), registry, undefined, source);
}

function categoryOf(vm: Vm, message: Value, given: Value | undefined): Value {
  let category = given;
  if (isInstance(vm, message, exc.WarningType.obj)) category = typeOf(message).obj;
  else if (category === undefined || category === None) category = exc.UserWarningType.obj;
  let good = false;
  try {
    good = isSubclass(vm, category, exc.WarningType.obj);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    dropError(vm, error);
  }
  if (!good) throw typeError(vm, `category must be a Warning subclass, not '${typeName(category)}'`);
  return category;
}

function warnings_warn(vm: Vm, message: Value, categoryGiven?: Value, stacklevelGiven?: Value, source?: Value, skipGiven?: Value): void {
  let stacklevel = stacklevelGiven === undefined ? 1 : asSsize(vm, stacklevelGiven);
  if (skipGiven !== undefined && !isTuple(skipGiven)) throw typeError(vm, `warn() argument 'skip_file_prefixes' must be tuple, not ${argumentName(skipGiven)}`);
  const category = categoryOf(vm, message, categoryGiven);
  const skip: string[] = [];
  for (const prefix of skipGiven === undefined ? [] : (skipGiven.data as Value[])) {
    if (!isStr(prefix)) throw typeError(vm, `Found non-str '${typeName(prefix)}' in skip_file_prefixes.`);
    skip.push(textOf(prefix));
  }
  if (skip.length > 0 && stacklevel < 2) stacklevel = 2;
  doWarn(vm, message, category, stacklevel, source, skip);
}

/** Whom to ask for the source of a module: its spec's loader; __main__ of a script has none, and its own will do. */
function loaderOf(vm: Vm, globals: PyDict, name: Value | undefined, spec: Value | undefined): Value | undefined {
  if (spec === None && name !== undefined && isStr(name) && textOf(name) === "__main__") return dictGetText(globals, "__loader__");
  return callMethod(vm, importModule(vm, "_frozen_importlib_external", None, None, 0), intern(vm, "_bless_my_loader"), [globals]);
}

/** The line of source that the loader of a module's globals gives. */
function sourceLineOf(vm: Vm, globals: PyDict, lineno: number): Value | undefined {
  const ownName = dictGetText(globals, "__name__");
  const spec = dictGetText(globals, "__spec__");
  const loader = loaderOf(vm, globals, ownName, spec);
  if (loader === undefined || loader === None) return undefined;
  const name = (spec === undefined || spec === None ? undefined : lookupAttrText(vm, spec, "name")) ?? ownName;
  const getSource = name === undefined ? undefined : lookupAttrText(vm, loader, "get_source");
  if (getSource === undefined) return undefined;
  let source: Value;
  try {
    source = call(vm, getSource, [name!]);
  } catch (error) {
    if (!matches(error, exc.ImportErrorType)) throw error;
    dropError(vm, error);
    return undefined;
  }
  if (source === None) return undefined;
  if (!isStr(source)) throw typeError(vm, `must be str, not ${typeName(source)}`);
  const lines = callMethod(vm, strFromJs(textOf(source)), intern(vm, "splitlines"), []) as Container;
  return (lines.data as Value[])[lineno - 1];
}

function warnings_warn_explicit(vm: Vm, message: Value, category: Value, filename: Value, linenoGiven: Value, module?: Value, registry?: Value, globals?: Value, source?: Value): void {
  if (!isStr(filename)) throw typeError(vm, `warn_explicit() argument 'filename' must be str, not ${argumentName(filename)}`);
  const lineno = asCInt(vm, linenoGiven);
  let sourceLine: Value | undefined;
  if (globals !== undefined && globals !== None) {
    if (!isDict(globals)) throw typeError(vm, `module_globals must be a dict, not '${typeName(globals)}'`);
    sourceLine = sourceLineOf(vm, globals, lineno);
  }
  warnExplicit(vm, category, message, filename, lineno, module, registry, sourceLine, source);
}

export const warningsModule: ModuleSpec = defineModule({
  name: "_warnings",
  doc: "_warnings provides basic warning filtering support.\nIt is a helper module to speed up interpreter start-up.",
  functions: {
    warn: func(
      "($module, /, message, category=None, stacklevel=1, source=None, *,\n     skip_file_prefixes=())",
      "Issue a warning, or maybe ignore it or raise an exception.\n\n  message\n    Text of the warning message.\n  category\n    The Warning category subclass. Defaults to UserWarning.\n  stacklevel\n    How far up the call stack to make this warning appear. A value of 2 for\n    example attributes the warning to the caller of the code calling warn().\n  source\n    If supplied, the destroyed object which emitted a ResourceWarning\n  skip_file_prefixes\n    An optional tuple of module filename prefixes indicating frames to skip\n    during stacklevel computations for stack frame attribution.",
      warnings_warn,
    ),
    warn_explicit: func(
      "($module, /, message, category, filename, lineno,\n              module=<unrepresentable>, registry=None,\n              module_globals=None, source=None)",
      "Issue a warning, or maybe ignore it or raise an exception.",
      warnings_warn_explicit,
    ),
    _filters_mutated_lock_held: func("($module, /)", null, (vm: Vm) => {
      const state = stateOf(vm);
      if (state.lockDepth === 0) throw runtimeError(vm, "warnings lock is not held");
      state.version++;
    }),
    _acquire_lock: func("($module, /)", null, (vm: Vm) => void stateOf(vm).lockDepth++),
    _release_lock: func("($module, /)", null, (vm: Vm) => {
      const state = stateOf(vm);
      if (state.lockDepth === 0) throw newError(vm, exc.RuntimeErrorType, "cannot release un-acquired lock");
      state.lockDepth--;
    }),
  },
  exec: (vm: Vm, dict: PyDict) => {
    const { owned } = stateOf(vm);
    dictSetText(vm, dict, "filters", owned[FILTERS]!);
    dictSetText(vm, dict, "_onceregistry", owned[ONCE_REGISTRY]!);
    dictSetText(vm, dict, "_defaultaction", owned[DEFAULT_ACTION]!);
    if (owned[CONTEXT] !== None) dictSetText(vm, dict, "_warnings_context", owned[CONTEXT]!);
    connectWarnings(vm);
  },
});

/** Lets native code's warn() come here; also before the module is imported. */
export function connectWarnings(vm: Vm): void {
  vm.warnHook ??= (category, message, stacklevel, source) => doWarn(vm, strFromJs(message), category.obj, stacklevel, source, []);
}
