// Buffers of classes written in Python: __buffer__ and __release_buffer__ (PEP 688). Mirrors the buffer slots of Objects/typeobject.c. See docs/types.md.
import { callTypeMethod } from "../core/call.ts";
import { asSsize } from "../core/convert.ts";
import { defineType } from "../core/define.ts";
import { overflowError, typeError, valueError } from "../core/errors.ts";
import { Container, type TypeRec, type Value } from "../core/object.ts";
import { fullName, lookup, typeOf } from "../core/type.ts";
import { guarded } from "../core/unraisable.ts";
import { track } from "../memory/gc-list.ts";
import { drop, incref, note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { BufferView } from "./buffer.ts";
import { isMemoryView, type ManagedBuffer, type MemoryData, memoryViewOf, releaseMemoryView } from "./memoryview.ts";
import { None } from "./none.ts";

/** Keeps the memoryview that __buffer__ answered and its object alive for as long as the buffer is out. */
interface BufferWrapper {
  /** Null once dropped. */
  memory: Container | null;
  object: Value | null;
}

/** Slot bf_getbuffer of classes that define __buffer__ in Python. */
export function pythonGetBuffer(vm: Vm, self: Value, flags: number): BufferView {
  const memory = callTypeMethod(vm, self, "__buffer__", [flags]);
  if (!isMemoryView(memory)) throw typeError(vm, "__buffer__ returned non-memoryview object");
  const inner = memory.type.bf_getbuffer!(vm, memory, flags) as BufferView;
  incref(memory);
  incref(self);
  const wrapper = new Container(BufferWrapperType, { memory, object: self } satisfies BufferWrapper, null);
  track(vm, wrapper);
  note(vm, wrapper);
  const view = new BufferView(inner.bytes, inner.readonly, inner.format, inner.itemsize, inner.shape, inner.strides, inner.offset, wrapper);
  view.internal = inner;
  return view;
}

/** Slot bf_releasebuffer of classes that define __release_buffer__ in Python. */
export function pythonReleaseBuffer(vm: Vm, self: Value, view: BufferView): void {
  callReleaseBuffer(vm, self, view);
  const native = typeOf(self).solid.bf_releasebuffer;
  if (native !== undefined && native !== pythonReleaseBuffer && view.internal !== "released") native(vm, self, view);
}

function callReleaseBuffer(vm: Vm, self: Value, view: BufferView): void {
  const release = (): void => {
    const shown = memoryViewOf(vm, new BufferView(view.bytes, view.readonly, view.format, view.itemsize, view.shape, view.strides, view.offset, null));
    const data = shown.data as MemoryData;
    data.restricted = view;
    try {
      callTypeMethod(vm, self, "__release_buffer__", [shown]);
    } finally {
      if (data.managed !== null && data.exports === 0) releaseMemoryView(vm, shown);
    }
  };
  guarded(vm, null, release, () => `Exception ignored in __release_buffer__ of ${fullName(typeOf(self))}`);
}

/** object.__buffer__(flags) of types with a native buffer. */
export function wrapGetBuffer(vm: Vm, slot: (vm: Vm, self: Value, flags: number) => BufferView, self: Value, flags: Value): Value {
  const n = asSsize(vm, flags);
  if (n > 2147483647 || n < -2147483648) throw overflowError(vm, "buffer flags out of range");
  return memoryViewOf(vm, slot(vm, self, n));
}

/** object.__release_buffer__(memoryview) of types with a native buffer. */
export function wrapReleaseBuffer(vm: Vm, slot: (vm: Vm, self: Value, view: BufferView) => void, self: Value, memory: Value): Value {
  if (!isMemoryView(memory)) throw typeError(vm, "expected a memoryview object");
  const data = memory.data as MemoryData;
  if (data.managed === null) return None;
  const { restricted } = data;
  if (restricted !== undefined) {
    if (restricted.owner !== self) throw valueError(vm, "memoryview's buffer is not this object");
    if (restricted.internal === "released") throw valueError(vm, "memoryview's buffer has already been released");
    slot(vm, self, restricted);
    restricted.internal = "released";
    releaseMemoryView(vm, memory);
    return None;
  }
  if ((data.managed.data as ManagedBuffer).master.owner !== self) throw valueError(vm, "memoryview's buffer is not this object");
  releaseMemoryView(vm, memory);
  return None;
}

export const BufferWrapperType: TypeRec = defineType({
  name: "_buffer_wrapper",
  layoutChange: true,
  slots: {
    bf_releasebuffer: (vm, self: Container, view: BufferView) => {
      const { memory, object } = self.data as BufferWrapper;
      if (memory === null || object === null) return;
      const inner = view.internal as BufferView;
      memory.type.bf_releasebuffer!(vm, memory, inner);
      inner.owner = null;
      drop(vm, memory);
      const data = memory.data as MemoryData;
      const owner = data.managed === null ? null : (data.managed.data as ManagedBuffer).master.owner;
      if (owner !== object && lookup(typeOf(object), "__release_buffer__") !== undefined && typeOf(object).bf_releasebuffer === pythonReleaseBuffer) {
        callReleaseBuffer(vm, object, new BufferView(view.bytes, view.readonly, view.format, view.itemsize, view.shape, view.strides, view.offset, null));
      }
    },
    tp_traverse: (self: Container, visit) => {
      const { memory, object } = self.data as BufferWrapper;
      if (memory !== null) visit(memory);
      if (object !== null) visit(object);
    },
    tp_clear: (vm, self: Container) => {
      const data = self.data as BufferWrapper;
      const { memory, object } = data;
      data.memory = null;
      data.object = null;
      if (memory !== null) drop(vm, memory);
      if (object !== null) drop(vm, object);
    },
  },
});
