// Calling objects from native code. Results are noted in the current scope; Python errors are thrown as PyError.
// Mirrors Objects/call.c. See docs/core.md.
import { None } from "../types/none.ts";
import { countPackedArguments } from "../memory/free-lists.ts";
import { noteOwned } from "../memory/ref.ts";
import { typeQualname } from "./type-names.ts";
import type { Vm } from "../vm/vm.ts";
import { getAttr, lookupAttr, lookupAttrText } from "./attribute.ts";
import { strText } from "./convert.ts";
import { isStr, textOf } from "../types/str/str-object.ts";
import { enterNative, leaveNative } from "./depth.ts";
import { takeFailure, typeError } from "./errors.ts";
import { K_BUILTIN, K_FUNCTION, K_METHOD, K_METHOD_DESCRIPTOR, K_MODULE, K_TYPE, type PyError, type PyObject, type PyStr, TPFLAGS_METHOD_DESCRIPTOR, TPFLAGS_HEAPTYPE, type TypeRec, TypeRec as TypeRecord, type Value } from "./object.ts";
import { arityError, bindArguments, bindQuick, type NativeDef } from "./signature.ts";
import { isType, lookup, recOf, typeName, typeOf } from "./type.ts";
import type { BuiltinData } from "../types/builtin-function.ts";
import type { MethodData } from "../types/method.ts";

type Args = readonly Value[];
type Kw = readonly PyStr[] | null;

/** A module that holds something of its own name was probably meant to be that. */
function notCallable(vm: Vm, callable: PyObject): PyError {
  let hint = "";
  if (callable.type.kind === K_MODULE && (callable.type.flags & TPFLAGS_HEAPTYPE) === 0) {
    const name = lookupAttrText(vm, callable, "__name__");
    const inner = name !== undefined && isStr(name) ? lookupAttr(vm, callable, name) : undefined;
    if (inner !== undefined && typeof inner !== "number" && inner.type.tp_call !== undefined) hint = `. Did you mean: '${textOf(name as PyStr)}.${textOf(name as PyStr)}(...)'?`;
  }
  return typeError(vm, `'${typeName(callable)}' object is not callable${hint}`);
}

/** callable(*args): keyword values stand last in args, named by kwnames. */
export function call(vm: Vm, callable: Value, args: Args, kwnames: Kw = null): Value {
  if (typeof callable === "number") throw typeError(vm, "'int' object is not callable");
  switch (callable.type.kind) {
    case K_FUNCTION:
      return noteOwned(vm, vm.callPython(callable, args, kwnames));
    case K_METHOD: {
      const { func, self } = (callable as any).data as MethodData;
      return call(vm, func, [self, ...args], kwnames);
    }
    case K_BUILTIN: {
      const data = (callable as any).data as BuiltinData;
      return callNative(vm, data.def, data.self, args, kwnames, true);
    }
    default: {
      const tp_call = callable.type.tp_call;
      if (tp_call === undefined) throw notCallable(vm, callable);
      if (callable.type.kind === K_TYPE) countPackedArguments(vm, (callable as any).data as TypeRec, args.length);
      enterNative(vm, "");
      try {
        return tp_call(vm, callable, args, kwnames);
      } finally {
        leaveNative(vm);
      }
    }
  }
}

/** The declaration under the name that a method bound to an object (or to a class) has in messages: its object's type says the first part. */
export function namedAfter(def: NativeDef, self: any): NativeDef {
  if (self === undefined) return def;
  const type: TypeRec = self instanceof TypeRecord ? self : isType(self) ? recOf(self) : typeOf(self);
  return Object.create(def, { qualname: { value: `${typeQualname(type)}.${def.name}` } }) as NativeDef;
}

/** Calls a native function; `self` undefined for functions without one. An answer of undefined becomes None. */
export function callNative(vm: Vm, def: NativeDef, self: any, args: Args, kwnames: Kw, isBound = false): Value {
  const fn = def.fn;
  const n = args.length;
  if (kwnames === null || kwnames.length === 0) {
    if (def.direct >= 0) {
      if (n > def.direct || n < def.signature.minPositional) arityError(vm, isBound ? namedAfter(def, self) : def, n);
      const answer =
        self === undefined
          ? n === 0 ? fn(vm) : n === 1 ? fn(vm, args[0]) : n === 2 ? fn(vm, args[0], args[1]) : fn(vm, ...args)
          : n === 0 ? fn(vm, self) : n === 1 ? fn(vm, self, args[0]) : n === 2 ? fn(vm, self, args[0], args[1]) : fn(vm, self, ...args);
      return answer === undefined ? noAnswer(vm) : answer;
    }
    if (def.rest) {
      const answer = self === undefined ? fn(vm, args.slice()) : fn(vm, self, args.slice());
      return answer === undefined ? noAnswer(vm) : answer;
    }
  }
  const bound = bindQuick(def, args, kwnames) ?? bindArguments(vm, isBound ? namedAfter(def, self) : def, args, kwnames);
  const answer = self === undefined ? fn(vm, ...bound) : fn(vm, self, ...bound);
  return answer === undefined ? noAnswer(vm) : answer;
}

/** A native function answered undefined: None, unless it failed. */
function noAnswer(vm: Vm): Value {
  if (vm.failure !== null) throw takeFailure(vm);
  return None;
}

/** Calls what lookupSpecial answered. */
export function callMethodOwned(vm: Vm, bound: Value, args: Args, kwnames: Kw): Value {
  return call(vm, bound, args, kwnames);
}

/** The special method `name` of an object, looked up on its type and bound; undefined when the type has none. */
export function lookupSpecial(vm: Vm, self: Value, name: string): Value | undefined {
  const type = typeOf(self);
  const found = lookup(type, name);
  if (found === undefined || typeof found === "number") return found;
  const get = found.type.tp_descr_get;
  return get === undefined ? found : get(vm, found, self, type.obj);
}

/** Calls the special method `name`, which must be there: `type(self).name(self, *args)`. */
export function callTypeMethod(vm: Vm, self: Value, name: string, args: Args, kwnames: Kw = null): Value {
  const type = typeOf(self);
  const found = lookup(type, name);
  if (found === undefined) throw typeError(vm, `'${typeName(self)}' object has no ${name}`);
  if (typeof found === "number") throw typeError(vm, "'int' object is not callable");
  if (found.type.kind === K_FUNCTION) {
    const n = args.length;
    return noteOwned(vm, vm.callPython(found, n === 0 ? [self] : n === 1 ? [self, args[0]!] : [self, ...args], kwnames));
  }
  if ((found.type.flags & TPFLAGS_METHOD_DESCRIPTOR) !== 0 || found.type.kind === K_METHOD_DESCRIPTOR) return call(vm, found, [self, ...args], kwnames);
  const get = found.type.tp_descr_get;
  return call(vm, get === undefined ? found : get(vm, found, self, type.obj), args, kwnames);
}

/** self.name(*args) through attribute lookup. */
export function callMethod(vm: Vm, self: Value, name: PyStr, args: Args, kwnames: Kw = null): Value {
  return call(vm, getAttr(vm, self, name), args, kwnames);
}

export function isCallable(v: Value): boolean {
  return typeof v !== "number" && v.type.tp_call !== undefined;
}

/** "module.qualname()" of a callable, for messages about its arguments. */
export function functionText(vm: Vm, callable: Value): string {
  const qualname = lookupAttrText(vm, callable, "__qualname__");
  if (qualname === undefined || !isStr(qualname)) return strText(vm, callable);
  const module = lookupAttrText(vm, callable, "__module__");
  const prefix = module !== undefined && isStr(module) && textOf(module) !== "builtins" ? `${textOf(module)}.` : "";
  return `${prefix}${textOf(qualname)}()`;
}
