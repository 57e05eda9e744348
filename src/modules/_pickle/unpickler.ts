// Unpickler, its memo, load and loads. Mirrors Modules/_pickle.c; opcodes are in load.ts. See docs/modules.md.
import {
  Container, contiguousBytes, defineType, dictItems, dictSet, DictType, drop, dropMaybe, genericGetAttr, genericSetAttr, getBuffer, getIter, getset, intValue, isBigOrInt,
  isDict, isStr, lookupAttrText, method, newInt, newRef, newScopedDict, newSubclassInstance, newTuple, None, note, PyBUF_SIMPLE, type PyStr, releaseBuffer, runtimeError,
  textOf, TPFLAGS_BASETYPE, track, truth, typeError, typeName, typeOf, type TypeRec, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { constructorArguments, documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";
import { Loader, loadObject, nativeFindClass, NO_PERSISTENT_LOAD } from "./load.ts";
import { isNativeMethod, pickleState, unpicklingError } from "./state.ts";

const D = documented("_pickle", docs);

const loaderOf = (self: Container): Loader => self.data as Loader;

function textArgument(vm: Vm, v: Value | undefined, what: string, absent: string): string {
  if (v === undefined) return absent;
  if (!isStr(v)) throw typeError(vm, `${what} must be str, not ${typeName(v)}`);
  return textOf(v);
}

function setOptions(vm: Vm, l: Loader, name: string, fixImports: Value | undefined, encoding: Value | undefined, errors: Value | undefined, buffers: Value | undefined): void {
  l.fixImports = fixImports === undefined || truth(vm, fixImports);
  l.encoding = textArgument(vm, encoding, `${name}() argument 'encoding'`, "ASCII");
  l.errors = textArgument(vm, errors, `${name}() argument 'errors'`, "strict");
  l.buffers = buffers === undefined || buffers === None ? null : newRef(getIter(vm, buffers));
}

function setFile(vm: Vm, l: Loader, file: Value): void {
  const attribute = (name: string): Value | null => {
    const found = lookupAttrText(vm, file, name);
    return found === undefined ? null : newRef(found);
  };
  const { input } = l;
  input.peek = attribute("peek");
  input.readinto = attribute("readinto");
  input.read = attribute("read");
  input.readline = attribute("readline");
  if (input.read !== null && input.readline !== null && input.read !== None && input.readline !== None) return;
  if (input.read !== null && input.readline !== null) return;
  clearFile(vm, l);
  throw typeError(vm, "file must have 'read' and 'readline' attributes");
}

function clearFile(vm: Vm, l: Loader): void {
  const { input } = l;
  const { peek, readinto, read, readline } = input;
  input.peek = null;
  input.readinto = null;
  input.read = null;
  input.readline = null;
  for (const v of [peek, readinto, read, readline]) dropMaybe(vm, v);
}

function clear(vm: Vm, l: Loader): void {
  clearFile(vm, l);
  const { buffers, persistentLoadAttribute } = l;
  l.buffers = null;
  l.persistentLoadAttribute = null;
  dropMaybe(vm, buffers);
  dropMaybe(vm, persistentLoadAttribute);
  l.memo.clear(vm);
  l.input.set(new Uint8Array(0));
}

function persistentLoad(vm: Vm): Value {
  throw unpicklingError(vm, NO_PERSISTENT_LOAD);
}

function findClass(vm: Vm, self: Container, module: Value, name: Value): Value {
  return nativeFindClass(vm, loaderOf(self), module, name);
}

function load(vm: Vm, self: Container): Value {
  const l = loaderOf(self);
  if (l.input.read === null) throw unpicklingError(vm, `Unpickler.__init__() was not called by ${typeName(self)}.__init__()`);
  if (l.running) throw runtimeError(vm, "Unpickler object is already used");
  l.running = true;
  const hook = (name: string, own: unknown): Value | null => {
    const found = lookupAttrText(vm, self, name);
    return found === undefined || isNativeMethod(found, self, own) ? null : newRef(found);
  };
  try {
    pickleState(vm);
    l.persistentLoad = hook("persistent_load", persistentLoad);
    l.findClass = hook("find_class", findClass);
    return loadObject(vm, l);
  } finally {
    l.running = false;
    const { persistentLoad: persistent, findClass: find } = l;
    l.persistentLoad = null;
    l.findClass = null;
    dropMaybe(vm, persistent);
    dropMaybe(vm, find);
  }
}

const bind = constructorArguments("Unpickler", "(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())");

export const UnpicklerType: TypeRec = defineType({
  name: "_pickle.Unpickler",
  doc: D.doc("Unpickler"),
  ...D.signature("Unpickler"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    load: D.method("Unpickler.load", load),
    find_class: D.method("Unpickler.find_class", findClass),
    persistent_load: D.method("Unpickler.persistent_load", persistentLoad),
    __sizeof__: D.method("Unpickler.__sizeof__", () => 296 + 8 * 32),
  },
  getset: {
    memo: getset(
      (vm, self: Container) => {
        const proxy = new Container(UnpicklerMemoProxyType, newRef(self), null);
        track(vm, proxy);
        return note(vm, proxy);
      },
      (vm, self: Container, value) => {
        const { memo } = loaderOf(self);
        if (value === undefined) throw typeError(vm, "attribute deletion is not supported");
        const entries: [number, Value][] = [];
        if (typeOf(value) === UnpicklerMemoProxyType) entries.push(...loaderOf((value as Container).data as Container).memo.entries());
        else if (isDict(value)) {
          for (const [key, v] of dictItems(value)) {
            if (!isBigOrInt(key)) throw typeError(vm, "memo key must be integers");
            const index = Number(intValue(key));
            if (index < 0) throw valueError(vm, "memo key must be positive integers.");
            entries.push([index, v]);
          }
        } else throw typeError(vm, `'memo' attribute must be an UnpicklerMemoProxy object or dict, not ${typeName(value)}`);
        for (const [, v] of entries) newRef(v);
        memo.clear(vm);
        for (const [index, v] of entries) {
          memo.set(vm, index, v);
          drop(vm, v);
        }
      },
    ),
  },
  slots: {
    tp_new: (vm, type) => {
      if (type !== UnpicklerType) return newSubclassInstance(vm, type, new Loader());
      const made = new Container(type, new Loader(), null);
      track(vm, made);
      return note(vm, made);
    },
    tp_init: (vm, self: Container, args, kwnames) => {
      const [file, fixImports, encoding, errors, buffers] = bind(vm, args, kwnames) as [Value, Value?, Value?, Value?, Value?];
      const l = loaderOf(self);
      if (l.running) throw runtimeError(vm, "Unpickler object is already used");
      if (l.input.read !== null) clear(vm, l);
      setFile(vm, l, file);
      setOptions(vm, l, "Unpickler", fixImports, encoding, errors, buffers);
      l.protocol = 0;
    },
    tp_getattro: (vm, self: Container, name: PyStr) => {
      const assigned = loaderOf(self).persistentLoadAttribute;
      return assigned !== null && textOf(name) === "persistent_load" ? assigned : genericGetAttr(vm, self, name);
    },
    tp_setattro: (vm, self: Container, name: PyStr, value) => {
      if (textOf(name) !== "persistent_load") {
        genericSetAttr(vm, self, name, value);
        return;
      }
      const l = loaderOf(self);
      const old = l.persistentLoadAttribute;
      l.persistentLoadAttribute = value === undefined ? null : newRef(value);
      dropMaybe(vm, old);
    },
    tp_traverse: (self: Container, visit) => {
      const l = loaderOf(self);
      const { input } = l;
      for (const v of [input.peek, input.readinto, input.read, input.readline, l.buffers, l.persistentLoadAttribute, l.persistentLoad, l.findClass]) if (v !== null) visit(v);
      for (const v of l.stack) visit(v);
      for (const [, v] of l.memo.entries()) visit(v);
    },
    tp_clear: (vm, self: Container) => clear(vm, loaderOf(self)),
  },
});

/** {number: object} */
function memoCopy(vm: Vm, self: Container): Value {
  const dict = newScopedDict(vm);
  for (const [index, v] of loaderOf(self.data as Container).memo.entries()) dictSet(vm, dict, newInt(index), v);
  return dict;
}

export const UnpicklerMemoProxyType: TypeRec = defineType({
  name: "_pickle.UnpicklerMemoProxy",
  layoutChange: true,
  methods: {
    clear: method("($self, /)", "Remove all items from memo.", (vm: Vm, self: Container) => {
      loaderOf(self.data as Container).memo.clear(vm);
    }),
    copy: method("($self, /)", "Copy the memo to a new object.", memoCopy),
    __reduce__: method("($self, /)", "Implement pickling support.", (vm: Vm, self: Container) => newTuple(vm, [DictType.obj, newTuple(vm, [memoCopy(vm, self)])])),
  },
  slots: {
    tp_hash: null,
    tp_traverse: (self: Container, visit) => {
      if (self.data !== null) visit(self.data as Container);
    },
    tp_clear: (vm, self: Container) => {
      const unpickler = self.data as Container | null;
      self.data = null;
      if (unpickler !== null) drop(vm, unpickler);
    },
  },
});

export const loadFunctions = {
  load: D.func("load", (vm: Vm, file: Value, fixImports?: Value, encoding?: Value, errors?: Value, buffers?: Value) => {
    const l = new Loader();
    try {
      setFile(vm, l, file);
      setOptions(vm, l, "load", fixImports, encoding, errors, buffers);
      pickleState(vm);
      return loadObject(vm, l);
    } finally {
      clear(vm, l);
    }
  }),
  loads: D.func("loads", (vm: Vm, data: Value, fixImports?: Value, encoding?: Value, errors?: Value, buffers?: Value) => {
    const l = new Loader();
    const view = getBuffer(vm, data, PyBUF_SIMPLE);
    try {
      l.input.set(contiguousBytes(view));
      setOptions(vm, l, "loads", fixImports, encoding, errors, buffers);
      pickleState(vm);
      return loadObject(vm, l);
    } finally {
      releaseBuffer(vm, view);
      clear(vm, l);
    }
  }),
};
