// FrameLocalsProxy: frame.f_locals of a function, which reads and writes the frame's variables (PEP 667). Mirrors the first part of
// Objects/frameobject.c. See docs/types.md.
import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_HIDDEN } from "../bytecode/code-unit.ts";
import { callMethod } from "../core/call.ts";
import { equalValues, richCompare } from "../core/compare.ts";
import { reprText } from "../core/convert.ts";
import { defineType, method, NO_TEXT } from "../core/define.ts";
import { keyError, newError, typeError, valueError } from "../core/errors.ts";
import { hash } from "../core/hash.ts";
import { enterRepr, leaveRepr } from "../core/identity.ts";
import { forEach, getIter } from "../core/iterate.ts";
import { getItem } from "../core/number.ts";
import { Container, NULL, type PyDict, type PyStr, TPFLAGS_MAPPING, type TypeRec, type Value } from "../core/object.ts";
import { typeName } from "../core/type.ts";
import { track } from "../memory/gc-list.ts";
import { drop, dropMaybe, incref, note } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { newBool } from "./bool.ts";
import { dictDelete, dictGet, dictItems, dictLength, dictSet, isDict, newScopedDict, newTrackedDict } from "./dict/dict-object.ts";
import * as exc from "./exceptions.ts";
import { frameData, type FrameData, frameSlot, FrameType, setFrameSlot } from "./frame.ts";
import { newList } from "./list.ts";
import { None } from "./none.ts";
import { NotImplemented } from "./singletons.ts";
import { intern, isExactStr, strFromJs, textOf } from "./str/str-object.ts";
import { newTuple } from "./tuple.ts";

/** A proxy of a frame object, in the current scope. */
export function newLocalsProxy(vm: Vm, frame: Container): Container {
  incref(frame);
  const o = new Container(FrameLocalsProxyType, frame, null);
  track(vm, o);
  return note(vm, o);
}

export const isLocalsProxy = (v: Value): v is Container => typeof v !== "number" && v.type === FrameLocalsProxyType;

/** The value of variable `i`, looked for in its cell; undefined when unbound. */
export function localValue(vm: Vm, data: FrameData, i: number): Value | undefined {
  let v: Value | undefined = frameSlot(vm, data, i);
  const kind = data.code.unit.localspluskinds[i]!;
  if ((kind & (CO_FAST_CELL | CO_FAST_FREE)) !== 0 && v !== NULL && typeof v !== "number" && v.type.name === "cell") v = (v as Container).data as Value | undefined;
  return v === NULL || v === null ? undefined : v;
}

const frameOf = (self: Container): FrameData => frameData(self.data as Value);

/** Index of the variable that a key names: one that has a value, or for writing one that is not hidden; -1 for none. */
function indexOf(vm: Vm, data: FrameData, key: Value, read: boolean): number {
  const wanted = hash(vm, key);
  const { localNames } = data.code;
  const fits = (i: number): boolean => (read ? localValue(vm, data, i) !== undefined : (data.code.unit.localspluskinds[i]! & CO_FAST_HIDDEN) === 0);
  if (isExactStr(key)) {
    const text = textOf(key);
    for (let i = 0; i < localNames.length; i++) if ((localNames[i] === key || textOf(localNames[i]!) === text) && fits(i)) return i;
    return -1;
  }
  for (let i = 0; i < localNames.length; i++) if (hash(vm, localNames[i]!) === wanted && equalValues(vm, localNames[i]!, key) && fits(i)) return i;
  return -1;
}

function lookup(vm: Vm, self: Container, key: Value): Value | undefined {
  const data = frameOf(self);
  const i = indexOf(vm, data, key, true);
  if (i >= 0) return localValue(vm, data, i);
  return data.extraLocals === null ? undefined : dictGet(vm, data.extraLocals, key);
}

function subscript(vm: Vm, self: Container, key: Value): Value {
  const v = lookup(vm, self, key);
  if (v === undefined) throw newError(vm, exc.KeyErrorType, `local variable '${reprText(vm, key)}' is not defined`);
  return v;
}

function assign(vm: Vm, self: Container, key: Value, value: Value | undefined): void {
  const data = frameOf(self);
  const i = indexOf(vm, data, key, false);
  if (i >= 0) {
    if (value === undefined) throw valueError(vm, "cannot remove local variables from FrameLocalsProxy");
    const old = frameSlot(vm, data, i);
    const kind = data.code.unit.localspluskinds[i]!;
    incref(value);
    if ((kind & (CO_FAST_CELL | CO_FAST_FREE)) !== 0 && old !== NULL && typeof old !== "number" && old.type.name === "cell") {
      const cell = old as Container;
      const before = cell.data as Value | null | undefined;
      cell.data = value;
      dropMaybe(vm, before);
    } else {
      setFrameSlot(vm, data, i, value);
      if (old !== NULL) drop(vm, old);
    }
    return;
  }
  if (value === undefined) {
    if (data.extraLocals === null) throw keyError(vm, key);
    dictDelete(vm, data.extraLocals, key);
    return;
  }
  data.extraLocals ??= newTrackedDict(vm);
  dictSet(vm, data.extraLocals, key, value);
}

/** Names and values of all variables that have a value, then what was added. */
function entries(vm: Vm, self: Container): [Value, Value][] {
  const data = frameOf(self);
  const found: [Value, Value][] = [];
  for (let i = 0; i < data.code.localNames.length; i++) {
    const v = localValue(vm, data, i);
    if (v !== undefined) found.push([data.code.localNames[i]!, v]);
  }
  if (data.extraLocals !== null) for (const entry of dictItems(data.extraLocals)) found.push(entry);
  return found;
}

function toDict(vm: Vm, self: Container): PyDict {
  const dict = newScopedDict(vm);
  for (const [name, value] of entries(vm, self)) dictSet(vm, dict, name, value);
  return dict;
}

const isMergeable = (v: Value): boolean => isDict(v) || isLocalsProxy(v);

function merge(vm: Vm, into: (key: Value, value: Value) => void, source: Value): void {
  forEach(vm, callMethod(vm, source, intern(vm, "keys"), []), (key) => into(key, getItem(vm, source, key)));
}

function union(vm: Vm, left: Value, right: Value): Value {
  if (!isMergeable(left) || !isMergeable(right)) return NotImplemented;
  const dict = newScopedDict(vm);
  merge(vm, (key, value) => dictSet(vm, dict, key, value), left);
  merge(vm, (key, value) => dictSet(vm, dict, key, value), right);
  return dict;
}

const names = (vm: Vm, self: Container): Container => newList(vm, entries(vm, self).map(([name]) => name));

export const FrameLocalsProxyType: TypeRec = defineType({
  name: "FrameLocalsProxy",
  flags: TPFLAGS_MAPPING,
  methods: {
    __contains__: method("($self, object, /)", null, (vm: Vm, self: Container, key: Value) => newBool(lookup(vm, self, key) !== undefined)),
    __getitem__: method("($self, object, /)", null, subscript),
    update: method("($self, object, /)", null, (vm: Vm, self: Container, other: Value) => {
      if (!isMergeable(other)) throw typeError(vm, "update() argument must be dict or another FrameLocalsProxy");
      merge(vm, (key, value) => assign(vm, self, key, value), other);
    }),
    __reversed__: method("($self, /)", null, (vm: Vm, self: Container) => newList(vm, entries(vm, self).map(([name]) => name).reverse())),
    copy: method("($self, /)", null, (vm: Vm, self: Container) => toDict(vm, self)),
    keys: method("($self, /)", null, names),
    values: method("($self, /)", null, (vm: Vm, self: Container) => newList(vm, entries(vm, self).map(([, value]) => value))),
    items: method("($self, /)", null, (vm: Vm, self: Container) => newList(vm, entries(vm, self).map((entry) => newTuple(vm, entry)))),
    get: method(
      "($self, /, *args)",
      null,
      (vm: Vm, self: Container, args: Value[]) => {
        if (args.length < 1 || args.length > 2) throw typeError(vm, "get expected 1 or 2 arguments");
        return lookup(vm, self, args[0]!) ?? args[1] ?? None;
      },
      NO_TEXT,
    ),
    pop: method(
      "($self, /, *args)",
      null,
      (vm: Vm, self: Container, args: Value[]) => {
        if (args.length === 0) throw typeError(vm, "pop expected at least 1 argument, got 0");
        if (args.length > 2) throw typeError(vm, `pop expected at most 2 arguments, got ${args.length}`);
        const [key, fallback] = args as [Value, Value | undefined];
        const data = frameOf(self);
        if (indexOf(vm, data, key, false) >= 0) throw valueError(vm, "cannot remove local variables from FrameLocalsProxy");
        const found = data.extraLocals === null ? undefined : dictGet(vm, data.extraLocals, key);
        if (found === undefined) {
          if (fallback !== undefined) return fallback;
          throw keyError(vm, key);
        }
        incref(found);
        if (typeof found !== "number") vm.scope[vm.scopeCount++] = found;
        dictDelete(vm, data.extraLocals!, key);
        return found;
      },
      NO_TEXT,
    ),
    setdefault: method(
      "($self, /, *args)",
      null,
      (vm: Vm, self: Container, args: Value[]) => {
        if (args.length < 1 || args.length > 2) throw typeError(vm, "setdefault expected 1 or 2 arguments");
        const found = lookup(vm, self, args[0]!);
        if (found !== undefined) return found;
        const value = args[1] ?? None;
        assign(vm, self, args[0]!, value);
        return value;
      },
      NO_TEXT,
    ),
  },
  slots: {
    tp_new: (vm, _type, args: readonly Value[], kwnames: readonly PyStr[] | null) => {
      const given = args.length - (kwnames?.length ?? 0);
      if (given !== 1) throw typeError(vm, `FrameLocalsProxy expected 1 argument, got ${given}`);
      const frame = args[0]!;
      if (typeof frame === "number" || frame.type !== FrameType) throw typeError(vm, `expect frame, not ${typeName(frame)}`);
      if (kwnames !== null && kwnames.length > 0) throw typeError(vm, "FrameLocalsProxy takes no keyword arguments");
      return newLocalsProxy(vm, frame as Container);
    },
    tp_repr: (vm, self: Container) => {
      if (enterRepr(vm, self)) return strFromJs("{...}");
      try {
        return strFromJs(reprText(vm, toDict(vm, self)));
      } finally {
        leaveRepr(vm, self);
      }
    },
    tp_iter: (vm, self: Container) => getIter(vm, names(vm, self)),
    tp_hash: null,
    tp_richcompare: (vm, left: Container, right, op) => {
      if (isLocalsProxy(right)) return op === 2 ? newBool(left.data === right.data) : op === 3 ? newBool(left.data !== right.data) : NotImplemented;
      return isDict(right) ? richCompare(vm, toDict(vm, left), right, op) : NotImplemented;
    },
    nb_or: union,
    nb_inplace_or: (vm, left: Container, right) => {
      if (!isMergeable(right)) return NotImplemented;
      merge(vm, (key, value) => assign(vm, left, key, value), right);
      return left;
    },
    mp_length: (vm, self: Container) => {
      const data = frameOf(self);
      let count = data.extraLocals === null ? 0 : dictLength(data.extraLocals);
      for (let i = 0; i < data.code.localNames.length; i++) if (localValue(vm, data, i) !== undefined) count++;
      return count;
    },
    mp_subscript: subscript,
    mp_ass_subscript: assign,
    sq_contains: (vm, self: Container, key) => lookup(vm, self, key) !== undefined,
    tp_traverse: (self: Container, visit) => visit(self.data as Value),
    tp_clear: (vm, self: Container) => {
      const old = self.data as Value;
      self.data = None;
      drop(vm, old);
    },
  },
});
