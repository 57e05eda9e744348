// CALL_INTRINSIC_1 and _2. Mirrors Python/intrinsics.c. See docs/interpreter.md.
import { getAttr, lookupAttrText } from "../../core/attribute.ts";
import { call } from "../../core/call.ts";
import { matches, newError } from "../../core/errors.ts";
import { setItem, unaryOp } from "../../core/number.ts";
import { type Container, PyError, type Value } from "../../core/object.ts";
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR } from "../../bytecode/code-unit.ts";
import { dealloc } from "../../memory/dealloc.ts";
import { own } from "../../memory/ref.ts";
import { newAsyncGenWrapped } from "../../types/async-generator.ts";
import { dictGetText } from "../../types/dict/dict-object.ts";
import * as exc from "../../types/exceptions.ts";
import { prepReraiseStar } from "../../types/exception-group.ts";
import type { FunctionData } from "../../types/function.ts";
import { None } from "../../types/none.ts";
import { isStr, textOf } from "../../types/str/str-object.ts";
import { newTuple } from "../../types/tuple.ts";
import { newParamSpec, newTypeAlias, newTypeVar, newTypeVarTuple, setTypeParamDefault, subscriptGeneric } from "../../types/typing-objects.ts";
import { incref } from "../../memory/ref.ts";
import type { Vm } from "../../vm/vm.ts";
import type { Frame } from "../frame.ts";
import { reprText } from "../../core/convert.ts";
import { typeName } from "../../core/type.ts";
import { listOf } from "../../core/dir.ts";

export function intrinsic1(vm: Vm, frame: Frame, sp: number, arg: number): number {
  const S = vm.stack;
  const v = S[sp - 1]!;
  const mark = vm.scopeCount;
  S[sp - 1] = own(vm, mark, apply1(vm, frame, v, arg));
  if (typeof v !== "number" && --v.rc === 0) dealloc(vm, v);
  return sp;
}

function apply1(vm: Vm, frame: Frame, v: Value, arg: number): Value {
  switch (arg) {
    case 1: {
      const hook = dictGetText(vm.sysDict, "displayhook");
      if (hook === undefined) throw newError(vm, exc.RuntimeErrorType, "lost sys.displayhook");
      return call(vm, hook, [v]);
    }
    case 2:
      importStar(vm, frame, v);
      return None;
    case 3:
      return stopIterationError(vm, frame, v as Container);
    case 4:
      return newAsyncGenWrapped(vm, v);
    case 5:
      return unaryOp(vm, v, "nb_positive");
    case 6:
      return newTuple(vm, ((v as Container).data as Value[]).slice());
    case 7:
      return newTypeVar(vm, v, undefined, undefined);
    case 8:
      return newParamSpec(vm, v);
    case 9:
      return newTypeVarTuple(vm, v);
    case 10:
      return subscriptGeneric(vm, v);
    case 11:
      return newTypeAlias(vm, v);
    default:
      throw new Error(`unknown intrinsic ${arg}`);
  }
}

export function intrinsic2(vm: Vm, frame: Frame, sp: number, arg: number): number {
  const S = vm.stack;
  const a = S[sp - 2]!;
  const b = S[sp - 1]!;
  void frame;
  const mark = vm.scopeCount;
  let result: Value;
  switch (arg) {
    case 1: result = prepReraiseStar(vm, a, b); break;
    case 2: result = newTypeVar(vm, a, b, undefined); break;
    case 3: result = newTypeVar(vm, a, undefined, b); break;
    case 4: {
      const f = (a as Container).data as FunctionData;
      incref(b);
      const old = f.typeParams;
      f.typeParams = b;
      if (old !== null && typeof old !== "number" && --old.rc === 0) dealloc(vm, old);
      result = a;
      break;
    }
    default: result = setTypeParamDefault(vm, a, b);
  }
  S[sp - 2] = own(vm, mark, result);
  if (typeof a !== "number" && --a.rc === 0) dealloc(vm, a);
  if (typeof b !== "number" && --b.rc === 0) dealloc(vm, b);
  return sp - 1;
}

/** A StopIteration that leaves a generator becomes RuntimeError (PEP 479). */
function stopIterationError(vm: Vm, frame: Frame, e: Container): Value {
  const flags = frame.code.flags;
  let message: string | undefined;
  if (matches(new PyError(e), exc.StopIterationType)) {
    message = (flags & CO_ASYNC_GENERATOR) !== 0 ? "async generator raised StopIteration" : (flags & CO_COROUTINE) !== 0 ? "coroutine raised StopIteration" : (flags & CO_GENERATOR) !== 0 ? "generator raised StopIteration" : undefined;
  } else if ((flags & CO_ASYNC_GENERATOR) !== 0 && matches(new PyError(e), exc.StopAsyncIterationType)) message = "async generator raised StopAsyncIteration";
  if (message === undefined) return e;
  const error = newError(vm, exc.RuntimeErrorType, message).exc;
  e.rc += 2;
  exc.setOwned(vm, error, "cause", e);
  exc.setOwned(vm, error, "context", e);
  (error.data as exc.ExcData).suppressContext = true;
  vm.scope[vm.scopeCount++] = error;
  return error;
}

/** from module import *. */
function importStar(vm: Vm, frame: Frame, module: Value): void {
  const locals = frame.locals;
  if (locals === null) throw newError(vm, exc.SystemErrorType, "no locals found during 'import *'");
  const all = lookupAttrText(vm, module, "__all__");
  let names: Value[];
  let skip = false;
  if (all === undefined) {
    const dict = lookupAttrText(vm, module, "__dict__");
    if (dict === undefined) throw newError(vm, exc.ImportErrorType, "from-import-* object has no __dict__ and no __all__");
    names = listOf(vm, dict);
    skip = true;
  } else names = listOf(vm, all);
  for (const name of names) {
    if (!isStr(name)) {
      const where = lookupAttrText(vm, module, "__name__");
      const shown = where !== undefined && isStr(where) ? textOf(where) : reprText(vm, module);
      throw newError(vm, exc.TypeErrorType, skip ? `Key in ${shown}.__dict__ must be str, not ${typeName(name)}` : `Item in ${shown}.__all__ must be str, not ${typeName(name)}`);
    }
    if (skip && textOf(name).startsWith("_")) continue;
    const value = getAttr(vm, module, name);
    setItem(vm, locals, name, value);
  }
}
