// PickleBuffer: an object's buffer, to be pickled in or out of band. Mirrors Objects/picklebufobject.c. See docs/modules.md.
import {
  bindArguments, bufferError, BufferView, Container, defineType, drop, getBuffer, method, NativeDef, newSubclassInstance, note, releaseBuffer, TPFLAGS_BASETYPE, track,
  typeError, type TypeRec, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { isCContiguous, isFContiguous, PyBUF_FULL_RO, viewSize } from "../../types/buffer.ts";
import { memoryViewOf } from "../../types/memoryview.ts";

interface PickleBufferData {
  /** Null once released. */
  view: BufferView | null;
}

/** The buffer that is wrapped; ValueError once it is released. */
export function wrappedView(vm: Vm, self: Container): BufferView {
  const { view } = self.data as PickleBufferData;
  if (view === null) throw valueError(vm, "operation forbidden on released PickleBuffer object");
  return view;
}

function release(vm: Vm, self: Container): void {
  const data = self.data as PickleBufferData;
  const { view } = data;
  data.view = null;
  if (view !== null) releaseBuffer(vm, view);
}

/** A one-dimensional memoryview of the bytes. */
function raw(vm: Vm, self: Container): Value {
  const view = wrappedView(vm, self);
  if (!isCContiguous(view) && !isFContiguous(view)) bufferError(vm, "cannot extract raw buffer from non-contiguous buffer");
  const size = viewSize(view);
  // The view is of the object itself, not of this wrapper.
  const fresh = getBuffer(vm, view.owner!, PyBUF_FULL_RO);
  const flat = new BufferView(fresh.bytes, fresh.readonly, "B", 1, [size], [1], fresh.offset, fresh.owner);
  flat.internal = fresh.internal;
  if (fresh.owner !== null) drop(vm, fresh.owner);
  return memoryViewOf(vm, flat);
}

let definition: NativeDef | undefined;

export const PickleBufferType: TypeRec = defineType({
  name: "pickle.PickleBuffer",
  doc: "Wrapper for potentially out-of-band buffers",
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  hasWeakrefs: true,
  methods: {
    raw: method("($self, /)", "Return a memoryview of the raw memory underlying this buffer.\n\nWill raise BufferError is the buffer isn't contiguous.", raw),
    release: method("($self, /)", "Release the underlying buffer exposed by the PickleBuffer object.", release),
  },
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      if (args.length === 0 || (kwnames !== null && kwnames.length === args.length)) throw typeError(vm, "PickleBuffer() takes exactly 1 positional argument (0 given)");
      definition ??= new NativeDef("PickleBuffer", "(object, /)", null, () => undefined, "function", true);
      if (args.length > 1) throw typeError(vm, `PickleBuffer() takes at most 1 argument (${args.length} given)`);
      const [object] = bindArguments(vm, definition, args, kwnames) as [Value];
      const view = getBuffer(vm, object, PyBUF_FULL_RO);
      if (type !== PickleBufferType) return newSubclassInstance(vm, type, { view } satisfies PickleBufferData);
      const made = new Container(PickleBufferType, { view } satisfies PickleBufferData, null);
      track(vm, made);
      return note(vm, made);
    },
    tp_traverse: (self: Container, visit) => {
      const { view } = self.data as PickleBufferData;
      if (view !== null && view.owner !== null) visit(view.owner);
    },
    tp_clear: release,
    bf_getbuffer: (vm, self: Container, flags: number) => {
      const { view } = self.data as PickleBufferData;
      if (view === null) throw valueError(vm, "operation forbidden on released PickleBuffer object");
      return getBuffer(vm, view.owner!, flags);
    },
  },
});
