// Pickler, its memo, dump and dumps. Mirrors Modules/_pickle.c; what is written stands in save.ts. See docs/modules.md.
import {
  addressOf, asCInt, asIndex, attributeErrorFor, Container, defineType, dictItems, dictSet, DictType, drop, dropMaybe, genericGetAttr, genericSetAttr, getset, intern,
  intValue, isBigOrInt, isDict, isTuple, lookupAttrText, member, method, newBytes, newInt, newRef, newScopedDict, newSubclassInstance, newTuple, None, note, type PyObject,
  type PyStr, overflowError, runtimeError, textOf, TPFLAGS_BASETYPE, track, truth, typeError, typeName, typeOf, type TypeRec, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { constructorArguments, documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";
import { dumpObject } from "./save.ts";
import { flush, Saver, type Saving } from "./saver.ts";
import { DEFAULT_PROTOCOL, HIGHEST_PROTOCOL, isNativeMethod, pickleState, picklingError } from "./state.ts";

const D = documented("_pickle", docs);

const saverOf = (self: Container): Saver => self.data as Saver;

function setProtocol(vm: Vm, s: Saver, protocol: Value | undefined, fixImports: Value | undefined): void {
  let n = DEFAULT_PROTOCOL;
  if (protocol !== undefined && protocol !== None) {
    n = asCInt(vm, protocol);
    if (n < 0) n = HIGHEST_PROTOCOL;
    else if (n > HIGHEST_PROTOCOL) throw valueError(vm, `pickle protocol must be <= ${HIGHEST_PROTOCOL}`);
  }
  const fix = fixImports === undefined || truth(vm, fixImports);
  s.protocol = n;
  s.bin = n > 0 ? 1 : 0;
  s.fixImports = fix && n < 3;
}

function setBufferCallback(vm: Vm, s: Saver, callback: Value | undefined): void {
  if (callback === undefined || callback === None) return;
  if (s.protocol < 5) throw valueError(vm, "buffer_callback needs protocol >= 5");
  s.bufferCallback = newRef(callback);
}

function setFile(vm: Vm, s: Saver, file: Value): void {
  const write = lookupAttrText(vm, file, "write");
  if (write === undefined) throw typeError(vm, "file must have a 'write' attribute");
  s.write = newRef(write);
}

/** Gives up everything that a pickler holds. */
function clear(vm: Vm, s: Saver): void {
  const { write, bufferCallback, dispatchTable, persistentIdAttribute } = s;
  s.write = null;
  s.bufferCallback = null;
  s.dispatchTable = null;
  s.persistentIdAttribute = null;
  dropMaybe(vm, write);
  dropMaybe(vm, bufferCallback);
  dropMaybe(vm, dispatchTable);
  dropMaybe(vm, persistentIdAttribute);
  replaceMemo(vm, s, new Map());
}

function replaceMemo(vm: Vm, s: Saver, memo: Map<PyObject, number>): void {
  const old = s.memo;
  s.memo = memo;
  for (const object of old.keys()) drop(vm, object);
}

/** What `self` overrides, owned for the time of a dump. */
function hook(vm: Vm, self: Container, name: string, own: unknown): Value | null {
  const found = lookupAttrText(vm, self, name);
  return found === undefined || isNativeMethod(found, self, own) ? null : newRef(found);
}

const persistentId = (): Value => None;

function dump(vm: Vm, self: Container, object: Value): void {
  const s = saverOf(self);
  if (s.write === null) throw picklingError(vm, `Pickler.__init__() was not called by ${typeName(self)}.__init__()`);
  if (s.running) throw runtimeError(vm, "Pickler object is already used");
  s.running = true;
  try {
    s.output.clear();
    s.persistentId = hook(vm, self, "persistent_id", persistentId);
    s.reducerOverride = hook(vm, self, "reducer_override", undefined);
    const p: Saving = { vm, s, out: s.output, state: pickleState(vm) };
    s.fastNesting = 0;
    dumpObject(p, object);
    flush(p);
  } finally {
    s.running = false;
    const { persistentId: id, reducerOverride } = s;
    s.persistentId = null;
    s.reducerOverride = null;
    dropMaybe(vm, id);
    dropMaybe(vm, reducerOverride);
    s.output.clear();
  }
}

const bind = constructorArguments("Pickler", "(file, protocol=None, fix_imports=True, buffer_callback=None)");

function newPickler(vm: Vm, type: TypeRec): Container {
  if (type !== PicklerType) return newSubclassInstance(vm, type, new Saver());
  const made = new Container(type, new Saver(), null);
  track(vm, made);
  return note(vm, made);
}

function intMember(field: "bin" | "fast") {
  return member(
    (_vm, self: Container) => newInt(saverOf(self)[field]),
    (vm, self: Container, value) => {
      if (value === undefined) throw typeError(vm, "can't delete numeric/char attribute");
      const n = asIndex(vm, value);
      if (BigInt.asIntN(64, BigInt(n)) !== BigInt(n)) throw overflowError(vm, "Python int too large to convert to C long");
      saverOf(self)[field] = Number(n);
    },
  );
}

export const PicklerType: TypeRec = defineType({
  name: "_pickle.Pickler",
  doc: D.doc("Pickler"),
  ...D.signature("Pickler"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    dump: D.method("Pickler.dump", dump),
    clear_memo: D.method("Pickler.clear_memo", (vm: Vm, self: Container) => {
      replaceMemo(vm, saverOf(self), new Map());
    }),
    persistent_id: D.method("Pickler.persistent_id", persistentId),
    __sizeof__: D.method("Pickler.__sizeof__", (_vm: Vm, self: Container) => 152 + 16 * tableSize(saverOf(self).memo.size)),
  },
  getset: {
    bin: intMember("bin"),
    fast: intMember("fast"),
    dispatch_table: member(
      (vm, self: Container) => {
        const { dispatchTable } = saverOf(self);
        if (dispatchTable === null) throw attributeErrorFor(vm, self, intern(vm, "dispatch_table"), `'${typeName(self)}' object has no attribute 'dispatch_table'`);
        return dispatchTable;
      },
      (vm, self: Container, value) => {
        const s = saverOf(self);
        const old = s.dispatchTable;
        s.dispatchTable = value === undefined ? null : newRef(value);
        dropMaybe(vm, old);
      },
    ),
    memo: getset(
      (vm, self: Container) => newProxy(vm, self),
      (vm, self: Container, value) => {
        const s = saverOf(self);
        if (value === undefined) throw typeError(vm, "attribute deletion is not supported");
        const memo = new Map<PyObject, number>();
        if (typeOf(value) === PicklerMemoProxyType) {
          for (const [object, index] of saverOf((value as Container).data as Container).memo) memo.set(object, index);
        } else if (isDict(value)) {
          for (const [, entry] of dictItems(value)) {
            if (!isTuple(entry) || (entry.data as Value[]).length !== 2) throw typeError(vm, "'memo' values must be 2-item tuples");
            const [index, object] = entry.data as [Value, Value];
            if (!isBigOrInt(index)) throw typeError(vm, "an integer is required");
            if (typeof object !== "number") memo.set(object, Number(intValue(index)));
          }
        } else throw typeError(vm, `'memo' attribute must be a PicklerMemoProxy object or dict, not ${typeName(value)}`);
        for (const object of memo.keys()) object.rc++;
        replaceMemo(vm, s, memo);
      },
    ),
  },
  slots: {
    tp_new: (vm, type) => newPickler(vm, type),
    tp_init: (vm, self: Container, args, kwnames) => {
      const [file, protocol, fixImports, callback] = bind(vm, args, kwnames) as [Value, Value?, Value?, Value?];
      const s = saverOf(self);
      if (s.running) throw runtimeError(vm, "Pickler object is already used");
      if (s.write !== null) clear(vm, s);
      setProtocol(vm, s, protocol, fixImports);
      setFile(vm, s, file);
      setBufferCallback(vm, s, callback);
      s.fast = 0;
      s.fastNesting = 0;
      s.fastMemo = null;
      const table = lookupAttrText(vm, self, "dispatch_table");
      const old = s.dispatchTable;
      s.dispatchTable = table === undefined ? null : newRef(table);
      dropMaybe(vm, old);
    },
    tp_getattro: (vm, self: Container, name: PyStr) => {
      const assigned = saverOf(self).persistentIdAttribute;
      return assigned !== null && textOf(name) === "persistent_id" ? assigned : genericGetAttr(vm, self, name);
    },
    tp_setattro: (vm, self: Container, name: PyStr, value) => {
      if (textOf(name) !== "persistent_id") {
        genericSetAttr(vm, self, name, value);
        return;
      }
      const s = saverOf(self);
      const old = s.persistentIdAttribute;
      s.persistentIdAttribute = value === undefined ? null : newRef(value);
      dropMaybe(vm, old);
    },
    tp_traverse: (self: Container, visit) => {
      const s = saverOf(self);
      for (const v of [s.write, s.bufferCallback, s.dispatchTable, s.persistentIdAttribute, s.persistentId, s.reducerOverride]) if (v !== null) visit(v);
      for (const object of s.memo.keys()) visit(object);
    },
    tp_clear: (vm, self: Container) => clear(vm, saverOf(self)),
  },
});

/** Slots of CPython's memo table. */
function tableSize(used: number): number {
  let size = 8;
  while (used * 3 >= size * 2) size *= used > 50000 ? 2 : 4;
  return size;
}

function newProxy(vm: Vm, pickler: Container): Container {
  const proxy = new Container(PicklerMemoProxyType, newRef(pickler), null);
  track(vm, proxy);
  return note(vm, proxy);
}

/** {id(object): (number, object)} */
function memoCopy(vm: Vm, self: Container): Value {
  const dict = newScopedDict(vm);
  for (const [object, index] of saverOf(self.data as Container).memo) dictSet(vm, dict, addressOf(vm, object), newTuple(vm, [index, object]));
  return dict;
}

export const PicklerMemoProxyType: TypeRec = defineType({
  name: "_pickle.PicklerMemoProxy",
  layoutChange: true,
  methods: {
    clear: method("($self, /)", "Remove all items from memo.", (vm: Vm, self: Container) => {
      replaceMemo(vm, saverOf(self.data as Container), new Map());
    }),
    copy: method("($self, /)", "Copy the memo to a new object.", memoCopy),
    __reduce__: method("($self, /)", "Implement pickle support.", (vm: Vm, self: Container) => newTuple(vm, [DictType.obj, newTuple(vm, [memoCopy(vm, self)])])),
  },
  slots: {
    tp_hash: null,
    tp_traverse: (self: Container, visit) => {
      if (self.data !== null) visit(self.data as Container);
    },
    tp_clear: (vm, self: Container) => {
      const pickler = self.data as Container | null;
      self.data = null;
      if (pickler !== null) drop(vm, pickler);
    },
  },
});

function onePickle(vm: Vm, object: Value, file: Value | undefined, protocol: Value | undefined, fixImports: Value | undefined, callback: Value | undefined): Uint8Array {
  const s = new Saver();
  try {
    setProtocol(vm, s, protocol, fixImports);
    if (file !== undefined) setFile(vm, s, file);
    setBufferCallback(vm, s, callback);
    const p: Saving = { vm, s, out: s.output, state: pickleState(vm) };
    dumpObject(p, object);
    flush(p);
    return s.output.take();
  } finally {
    clear(vm, s);
  }
}

export const dumpFunctions = {
  dump: D.func("dump", (vm: Vm, object: Value, file: Value, protocol?: Value, fixImports?: Value, callback?: Value) => {
    onePickle(vm, object, file, protocol, fixImports, callback);
  }),
  dumps: D.func("dumps", (vm: Vm, object: Value, protocol?: Value, fixImports?: Value, callback?: Value) => newBytes(onePickle(vm, object, undefined, protocol, fixImports, callback))),
};
