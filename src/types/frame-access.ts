// f_locals (the write-through proxy of PEP 667), frame.clear(), jumps by f_lineno. Mirrors Objects/frameobject.c. See docs/types.md.
import { newError, typeError } from "../core/errors.ts";
import { type Container, NULL, type Value } from "../core/object.ts";
import { drop } from "../memory/ref.ts";
import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_HIDDEN, CO_OPTIMIZED } from "../bytecode/code-unit.ts";
import { dictSet, newScopedDict, newTrackedDict } from "./dict/dict-object.ts";
import type { Vm } from "../vm/vm.ts";
import * as exc from "./exceptions.ts";
import { frameData, frameSlot } from "./frame.ts";
import { None } from "./none.ts";

/** A fresh dict of the frame's visible locals (a snapshot). */
export function localsSnapshot(vm: Vm, frame: Container): Container {
  const data = frameData(frame);
  const dict = newScopedDict(vm);
  const { code } = data;
  for (let i = 0; i < code.nlocalsplus; i++) {
    const kind = code.unit.localspluskinds[i]!;
    if ((kind & CO_FAST_HIDDEN) !== 0 && data.locals === null) continue;
    let v: Value | undefined = frameSlot(vm, data, i);
    if ((kind & (CO_FAST_CELL | CO_FAST_FREE)) !== 0 && v !== NULL && typeof v !== "number" && v.type.name === "cell") v = (v as Container).data as Value | undefined;
    if (v === undefined || v === NULL) continue;
    dictSet(vm, dict, code.localNames[i]!, v);
  }
  return dict;
}

/** frame.f_locals. */
export function frameLocals(vm: Vm, frame: Container): Value {
  const data = frameData(frame);
  if ((data.code.flags & CO_OPTIMIZED) === 0) {
    data.locals ??= newTrackedDict(vm);
    return data.locals;
  }
  return localsSnapshot(vm, frame);
}

/** frame.clear(). */
export function frameClear(vm: Vm, frame: Container): Value {
  const data = frameData(frame);
  if (data.frame !== null) {
    const gen = data.frame.generator;
    if (gen === null || (gen.data as { state: number }).state === 2) throw newError(vm, exc.RuntimeErrorType, "cannot clear an executing frame");
    if ((gen.data as { state: number }).state === 1) throw newError(vm, exc.RuntimeErrorType, "cannot clear a suspended frame");
    vm.discardGenerator(gen);
  }
  const values = data.values;
  data.values = null;
  if (values !== null) for (const v of values) if (v !== NULL) drop(vm, v);
  return None;
}

export function setFrameLine(vm: Vm, frame: Container, value: Value | undefined): void {
  void frame;
  void value;
  throw typeError(vm, "f_lineno can only be set in a trace function");
}

