// Locals of frames, f_locals, frame.clear(). Mirrors Objects/frameobject.c. See docs/types.md.
import { newError } from "../core/errors.ts";
import { type Container, NULL, type Value } from "../core/object.ts";
import { drop, incref } from "../memory/ref.ts";
import { CO_FAST_HIDDEN, CO_OPTIMIZED } from "../bytecode/code-unit.ts";
import { dictItems, dictSet, newScopedDict, newTrackedDict } from "./dict/dict-object.ts";
import type { Vm } from "../vm/vm.ts";
import * as exc from "./exceptions.ts";
import { frameData, type FrameData } from "./frame.ts";
import { localValue, newLocalsProxy } from "./frame-locals-proxy.ts";
import { CREATED, genData, SUSPENDED } from "./generator.ts";
import { None } from "./none.ts";

/** A comprehension that runs within a module or class body has variables of its own there. */
function hasHiddenLocals(vm: Vm, data: FrameData): boolean {
  const kinds = data.code.unit.localspluskinds;
  for (let i = 0; i < kinds.length; i++) if ((kinds[i]! & CO_FAST_HIDDEN) !== 0 && localValue(vm, data, i) !== undefined) return true;
  return false;
}

/** frame.f_locals: the namespace of a module or class body, a proxy for functions. */
export function frameLocals(vm: Vm, frame: Container): Value {
  const data = frameData(frame);
  if ((data.code.flags & CO_OPTIMIZED) !== 0 || hasHiddenLocals(vm, data)) return newLocalsProxy(vm, frame);
  if (data.locals === null) {
    data.locals = newTrackedDict(vm);
    if (data.frame !== null) {
      incref(data.locals);
      data.frame.locals = data.locals;
    }
  }
  return data.locals;
}

/** locals(): what f_locals is, or a fresh dict of it. */
export function currentLocals(vm: Vm, frame: Container): Value {
  const data = frameData(frame);
  if ((data.code.flags & CO_OPTIMIZED) === 0 && !hasHiddenLocals(vm, data)) return frameLocals(vm, frame);
  const dict = newScopedDict(vm);
  const { code } = data;
  for (let i = 0; i < code.nlocalsplus; i++) {
    const v = localValue(vm, data, i);
    if (v !== undefined) dictSet(vm, dict, code.localNames[i]!, v);
  }
  if (data.extraLocals !== null) for (const [key, v] of dictItems(data.extraLocals)) dictSet(vm, dict, key, v);
  return dict;
}

/** frame.clear(). */
export function frameClear(vm: Vm, frame: Container): Value {
  const data = frameData(frame);
  if (data.frame !== null) {
    const gen = data.frame.generator;
    if (gen === null) throw newError(vm, exc.RuntimeErrorType, "cannot clear an executing frame");
    const { state } = genData(gen);
    if (state === SUSPENDED) throw newError(vm, exc.RuntimeErrorType, "cannot clear a suspended frame");
    if (state !== CREATED) throw newError(vm, exc.RuntimeErrorType, "cannot clear an executing frame");
    gen.type.tp_finalize!(vm, gen);
    return None;
  }
  const values = data.values;
  data.values = null;
  if (values !== null) for (const v of values) if (v !== NULL) drop(vm, v);
  for (const field of ["trace", "extraLocals"] as const) {
    const old = data[field];
    data[field] = null;
    if (old !== null) drop(vm, old);
  }
  return None;
}
