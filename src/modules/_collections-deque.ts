// deque and its iterators: an array with free room in front. Mirrors the first half of Modules/_collectionsmodule.c.
// See docs/modules.md.
import {
  asIndex,
  asSsize,
  callMethod,
  clipRange,
  Container,
  compareSequences,
  defineType,
  drop,
  EQ,
  False,
  forEach,
  hold,
  indexError,
  intern,
  isBigOrInt,
  isSubtype,
  enterRepr,
  leaveRepr,
  getIter,
  newGenericAlias,
  newRef,
  newStr,
  newSubclassInstance,
  newTuple,
  None,
  NotImplemented,
  note,
  noteOwned,
  overflowError,
  reprText,
  richCompareBool,
  runtimeError,
  setRef,
  shortName,
  strFromJs,
  TPFLAGS_BASETYPE,
  TPFLAGS_SEQUENCE,
  track,
  True,
  typeError,
  typeName,
  typeOf,
  type TypeRec,
  type Value,
  valueError,
  type Vm,
  call,
  closeScope,
  collectItems,
  checkAllocation,
  sizeOf,
} from "../core/api.ts";
import { constructorArguments, documented } from "./documented.ts";

const D = documented("_collections");

/** Items of a block. */
const BLOCK = 64;
const BLOCK_SIZE = 528;
const MIDDLE = BLOCK / 2;

/** The payload: items[head..] are the deque. */
export class Deque {
  items: Value[] = [];
  head = 0;
  /** -1 for no bound. */
  maxlen = -1;
  /** Changes with every change: iterators notice. */
  state = 0;
  /** Where the first item stands in CPython's first block of 64, which __sizeof__ shows. */
  left = MIDDLE;

  get length(): number {
    return this.items.length - this.head;
  }
  at(i: number): Value {
    return this.items[this.head + i]!;
  }
  /** The items as an array of their own, not counted. */
  slice(): Value[] {
    return this.items.slice(this.head);
  }
  replace(items: Value[]): void {
    this.items = items;
    this.head = 0;
    this.left = MIDDLE;
    this.state++;
  }
  pushRight(v: Value): void {
    this.items.push(v);
    this.state++;
  }
  pushLeft(v: Value): void {
    if (this.head === 0) {
      const room = Math.max(8, this.items.length);
      this.items = (new Array(room).fill(0) as Value[]).concat(this.items);
      this.head = room;
    }
    this.items[--this.head] = v;
    this.left = (this.left - 1) & (BLOCK - 1);
    this.state++;
  }
  popLeft(): Value {
    const v = this.items[this.head]!;
    this.items[this.head++] = 0;
    this.left = this.head === this.items.length ? MIDDLE : (this.left + 1) & (BLOCK - 1);
    this.state++;
    if (this.head > 32 && this.head * 2 > this.items.length) {
      this.items = this.items.slice(this.head);
      this.head = 0;
    }
    return v;
  }
  popRight(): Value {
    this.state++;
    const v = this.items.pop()!;
    if (this.head === this.items.length) this.left = MIDDLE;
    return v;
  }
}

const dequeOf = (self: Value): Deque => (self as Container).data as Deque;
const isDeque = (v: Value): v is Container => isSubtype(typeOf(v), DequeType);

function newDeque(vm: Vm, items: Value[], maxlen: number): Container {
  const payload = new Deque();
  payload.maxlen = maxlen;
  for (const v of items) newRef(v);
  payload.items = items;
  const made = new Container(DequeType, payload, null);
  track(vm, made);
  return note(vm, made);
}

function append(vm: Vm, self: Container, item: Value): void {
  const d = dequeOf(self);
  d.pushRight(newRef(item));
  if (d.maxlen >= 0 && d.length > d.maxlen) drop(vm, d.popLeft());
}

function appendLeft(vm: Vm, self: Container, item: Value): void {
  const d = dequeOf(self);
  d.pushLeft(newRef(item));
  if (d.maxlen >= 0 && d.length > d.maxlen) drop(vm, d.popRight());
}

function extend(vm: Vm, self: Container, iterable: Value): void {
  if (iterable === self) for (const v of dequeOf(self).slice()) append(vm, self, v);
  else {
    const d = dequeOf(self);
    if (d.length === 0) d.left = 1;
    forEach(vm, iterable, (item) => append(vm, self, item));
    if (d.length === 0) d.left = MIDDLE;
  }
}

function extendLeft(vm: Vm, self: Container, iterable: Value): void {
  if (iterable === self) for (const v of dequeOf(self).slice()) appendLeft(vm, self, v);
  else {
    const d = dequeOf(self);
    if (d.length === 0) d.left = BLOCK - 1;
    forEach(vm, iterable, (item) => appendLeft(vm, self, item));
    if (d.length === 0) d.left = MIDDLE;
  }
}

function clear(vm: Vm, self: Container): void {
  const d = dequeOf(self);
  const old = d.slice();
  d.replace([]);
  for (const v of old) drop(vm, v);
}

function pop(vm: Vm, self: Container): Value {
  const d = dequeOf(self);
  if (d.length === 0) throw indexError(vm, "pop from an empty deque");
  return noteOwned(vm, d.popRight());
}

function popLeft(vm: Vm, self: Container): Value {
  const d = dequeOf(self);
  if (d.length === 0) throw indexError(vm, "pop from an empty deque");
  return noteOwned(vm, d.popLeft());
}

function copy(vm: Vm, self: Container): Value {
  const d = dequeOf(self);
  if (self.type === DequeType) return newDeque(vm, d.slice(), d.maxlen);
  const made = call(vm, self.type.obj, d.maxlen < 0 ? [self] : [self, d.maxlen]);
  if (!isDeque(made)) throw typeError(vm, `${shortName(self.type)}() must return a deque, not ${typeName(made)}`);
  return made;
}

/** Compares each item with `value`; `found` answers true to stop. */
function scan(vm: Vm, self: Container, value: Value, from: number, to: number, found: (i: number) => boolean, changed: () => never): void {
  const d = dequeOf(self);
  const state = d.state;
  for (let i = from; i < to; i++) {
    const mark = vm.scopeCount;
    const equal = richCompareBool(vm, hold(vm, d.at(i)), value, EQ);
    closeScope(vm, mark);
    if (equal && found(i)) return;
    if (d.state !== state) changed();
  }
}

const mutated = (vm: Vm) => (): never => {
  throw runtimeError(vm, "deque mutated during iteration");
};

function count(vm: Vm, self: Container, value: Value): Value {
  let n = 0;
  scan(vm, self, value, 0, dequeOf(self).length, () => {
    n++;
    return false;
  }, mutated(vm));
  return n;
}

function contains(vm: Vm, self: Container, value: Value): boolean {
  let yes = false;
  scan(vm, self, value, 0, dequeOf(self).length, () => (yes = true), mutated(vm));
  return yes;
}

function index(vm: Vm, self: Container, value: Value, start?: Value, stop?: Value): Value {
  const d = dequeOf(self);
  const [from, to] = clipRange(vm, start, stop, d.length);
  let at = -1;
  scan(vm, self, value, from, Math.min(to, d.length), (i) => {
    at = i;
    return true;
  }, mutated(vm));
  if (at < 0) throw valueError(vm, "deque.index(x): x not in deque");
  return at;
}

function remove(vm: Vm, self: Container, value: Value): void {
  const d = dequeOf(self);
  const state = d.state;
  let at = -1;
  scan(vm, self, value, 0, d.length, (i) => {
    at = i;
    return true;
  }, () => {
    throw indexError(vm, "deque mutated during remove().");
  });
  if (at < 0) throw valueError(vm, "deque.remove(x): x not in deque");
  if (d.state !== state) throw indexError(vm, "deque mutated during remove().");
  deleteAt(vm, d, at);
}

function deleteAt(vm: Vm, d: Deque, i: number): void {
  const old = d.items.splice(d.head + i, 1)[0]!;
  d.state++;
  drop(vm, old);
}

function insert(vm: Vm, self: Container, indexArgument: Value, value: Value): void {
  const i = ssize(vm, indexArgument);
  const d = dequeOf(self);
  const n = d.length;
  if (d.maxlen >= 0 && n >= d.maxlen) throw indexError(vm, "deque already at its maximum size");
  const at = i < 0 ? Math.max(0, i + n) : Math.min(i, n);
  if (at === 0) d.pushLeft(newRef(value));
  else {
    d.items.splice(d.head + at, 0, newRef(value));
    d.state++;
  }
}

function ssize(vm: Vm, v: Value): number {
  const n = asIndex(vm, v);
  if (n > 9223372036854775807n || n < -9223372036854775808n) throw overflowError(vm, "Python int too large to convert to C ssize_t");
  return Number(n);
}

function rotate(vm: Vm, self: Container, n?: Value): void {
  const by = n === undefined ? 1 : ssize(vm, n);
  const d = dequeOf(self);
  const length = d.length;
  if (length < 2 || by === 0) return;
  const shift = ((by % length) + length) % length;
  if (shift === 0) return;
  if (shift <= 4) for (let i = 0; i < shift; i++) d.pushLeft(d.popRight());
  else if (length - shift <= 4) for (let i = 0; i < length - shift; i++) d.pushRight(d.popLeft());
  else {
    const items = d.slice();
    d.replace(items.slice(length - shift).concat(items.slice(0, length - shift)));
  }
}

/** Repeats in place; keeps the newest `maxlen` items. */
function repeatInPlace(vm: Vm, self: Container, times: number): Value {
  const d = dequeOf(self);
  if (times <= 0) clear(vm, self);
  else if (times > 1 && d.length > 0) {
    const once = d.slice();
    const total = d.maxlen < 0 ? once.length * times : Math.min(once.length * times, d.maxlen + once.length);
    checkAllocation(vm, total * 8);
    for (let i = 1; i < times; i++) {
      if (d.maxlen >= 0 && i * once.length >= d.maxlen + once.length) {
        // The bound is reached: every further round looks the same.
        break;
      }
      for (const v of once) append(vm, self, v);
    }
  }
  return self;
}

function repr(vm: Vm, self: Container): Value {
  if (enterRepr(vm, self)) return newStr("[...]");
  try {
    const d = dequeOf(self);
    const items = collectItems(vm, self);
    for (const v of items) noteOwned(vm, v);
    const list = `[${items.map((v) => reprText(vm, v)).join(", ")}]`;
    return strFromJs(`${shortName(self.type)}(${list}${d.maxlen < 0 ? "" : `, maxlen=${d.maxlen}`})`);
  } finally {
    leaveRepr(vm, self);
  }
}

function reduce(vm: Vm, self: Container): Value {
  const { maxlen } = dequeOf(self);
  const state = self.type === DequeType ? None : callMethod(vm, self, intern(vm, "__getstate__"), []);
  const args = maxlen < 0 ? newTuple(vm, []) : newTuple(vm, [newTuple(vm, []), maxlen]);
  return newTuple(vm, [self.type.obj, args, state, getIter(vm, self)]);
}

const initArguments = constructorArguments("deque", "(iterable=(), maxlen=None)");

export const DequeType: TypeRec = defineType({
  name: "collections.deque",
  doc: D.doc("deque"),
  ...D.signature("deque"),
  flags: TPFLAGS_BASETYPE | TPFLAGS_SEQUENCE,
  layoutChange: true,
  hasWeakrefs: true,
  methods: {
    append: D.method("deque.append", append),
    appendleft: D.method("deque.appendleft", appendLeft),
    clear: D.method("deque.clear", clear),
    copy: D.method("deque.copy", copy),
    __copy__: D.method("deque.__copy__", copy),
    count: D.method("deque.count", count),
    extend: D.method("deque.extend", extend),
    extendleft: D.method("deque.extendleft", extendLeft),
    index: D.method("deque.index", index, "($self, value, start=0, stop=None, /)"),
    insert: D.method("deque.insert", insert),
    pop: D.method("deque.pop", pop),
    popleft: D.method("deque.popleft", popLeft),
    remove: D.method("deque.remove", remove),
    reverse: D.method("deque.reverse", (_vm: Vm, self: Container) => {
      const d = dequeOf(self);
      d.replace(d.slice().reverse());
    }),
    rotate: D.method("deque.rotate", rotate),
    __reduce__: D.method("deque.__reduce__", reduce),
    __reversed__: D.method("deque.__reversed__", (vm: Vm, self: Container) => newIterator(vm, ReverseIteratorType, self, 0)),
    __sizeof__: D.method("deque.__sizeof__", (vm: Vm, self: Container) => {
      const d = dequeOf(self);
      return sizeOf(vm, self) + BLOCK_SIZE * Math.max(1, Math.ceil((d.left + d.length) / BLOCK));
    }),
    __class_getitem__: D.classMethod("deque.__class_getitem__", (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  },
  getset: { maxlen: D.getset("deque.maxlen", (_vm, self) => (dequeOf(self).maxlen < 0 ? None : dequeOf(self).maxlen)) },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, new Deque()),
    tp_init: (vm, self, args, kwnames) => {
      const [iterable, maxlenArgument] = initArguments(vm, args, kwnames) as [Value?, Value?];
      let maxlen = -1;
      if (maxlenArgument !== undefined && maxlenArgument !== None) {
        if (!isBigOrInt(maxlenArgument)) throw typeError(vm, "an integer is required");
        maxlen = ssize(vm, maxlenArgument);
        if (maxlen < 0) throw valueError(vm, "maxlen must be non-negative");
      }
      dequeOf(self).maxlen = maxlen;
      if (dequeOf(self).length > 0) clear(vm, self);
      if (iterable !== undefined) extend(vm, self, iterable);
    },
    tp_hash: null,
    tp_repr: repr,
    tp_richcompare: (vm, left, right, op) => {
      if (!isDeque(left) || !isDeque(right)) return NotImplemented;
      if (left === right && (op === 1 || op === 2 || op === 5)) return True;
      if (left === right) return False;
      const a = dequeOf(left);
      const b = dequeOf(right);
      if (a.length !== b.length && (op === 2 || op === 3)) return op === 3 ? True : False;
      return compareSequences(vm, { data: a.slice() }, { data: b.slice() }, op);
    },
    tp_iter: (vm, self) => newIterator(vm, IteratorType, self, 0),
    tp_traverse: (self: Container, visit) => {
      const d = dequeOf(self);
      for (let i = d.head; i < d.items.length; i++) visit(d.items[i]!);
    },
    tp_clear: clear,
    sq_length: (_vm, self) => dequeOf(self).length,
    sq_concat: (vm, self: Container, other: Value) => {
      if (!isDeque(other)) throw typeError(vm, `can only concatenate deque (not "${typeName(other)}") to deque`);
      const made = copy(vm, self);
      extend(vm, made as Container, other);
      return made;
    },
    sq_repeat: (vm, self: Container, times) => repeatInPlace(vm, copy(vm, self) as Container, times),
    sq_item: (vm, self, i) => {
      const d = dequeOf(self);
      if (i < 0 || i >= d.length) throw indexError(vm, "deque index out of range");
      return d.at(i);
    },
    sq_ass_item: (vm, self, i, value) => {
      const d = dequeOf(self);
      if (i < 0 || i >= d.length) throw indexError(vm, "deque index out of range");
      if (value === undefined) deleteAt(vm, d, i);
      else setRef(vm, d.items, d.head + i, value);
    },
    sq_contains: contains,
    sq_inplace_concat: (vm, self: Container, other) => {
      extend(vm, self, other);
      return self;
    },
    sq_inplace_repeat: repeatInPlace,
  },
});

interface DequeIterator {
  deque: Value | undefined;
  /** Items still to come. */
  left: number;
  state: number;
}

function newIterator(vm: Vm, type: TypeRec, deque: Container, skip: number): Container {
  const d = dequeOf(deque);
  const made = new Container(type, { deque: newRef(deque), left: Math.max(0, d.length - skip), state: d.state } satisfies DequeIterator, null);
  track(vm, made);
  return note(vm, made);
}

function defineIterator(name: string, backwards: boolean): TypeRec {
  const type: TypeRec = defineType({
    name: `collections.${name}`,
    layoutChange: true,
    methods: {
      __length_hint__: D.method(`${name}.__length_hint__`, (_vm: Vm, self: Container) => (self.data as DequeIterator).left),
      __reduce__: D.method(`${name}.__reduce__`, (vm: Vm, self: Container) => {
        const { deque, left } = self.data as DequeIterator;
        return newTuple(vm, [self.type.obj, newTuple(vm, [deque ?? None, dequeOf(deque!).length - left])]);
      }),
    },
    slots: {
      tp_new: (vm, made, args, kwnames) => {
        const n = args.length - (kwnames?.length ?? 0);
        if (n < 1) throw typeError(vm, `function takes at least 1 argument (${n} given)`);
        if (n > 2) throw typeError(vm, `function takes at most 2 arguments (${n} given)`);
        if (!isDeque(args[0]!)) throw typeError(vm, `argument 1 must be collections.deque, not ${typeName(args[0]!)}`);
        return newIterator(vm, made, args[0], n === 2 ? Math.max(0, asSsize(vm, args[1]!)) : 0);
      },
      tp_iter: (_vm, self) => self,
      tp_iternext: (vm, self: Container) => {
        const it = self.data as DequeIterator;
        if (it.deque === undefined) return undefined;
        const d = dequeOf(it.deque);
        if (d.state !== it.state) {
          it.left = 0;
          throw runtimeError(vm, "deque mutated during iteration");
        }
        if (it.left === 0) return undefined;
        const i = backwards ? it.left - 1 : d.length - it.left;
        it.left--;
        return d.at(i);
      },
      tp_traverse: (self: Container, visit) => {
        const { deque } = self.data as DequeIterator;
        if (deque !== undefined) visit(deque);
      },
      tp_clear: (vm, self: Container) => {
        const it = self.data as DequeIterator;
        const { deque } = it;
        it.deque = undefined;
        it.left = 0;
        if (deque !== undefined) drop(vm, deque);
      },
    },
  });
  return type;
}

export const IteratorType: TypeRec = defineIterator("_deque_iterator", false);
export const ReverseIteratorType: TypeRec = defineIterator("_deque_reverse_iterator", true);
