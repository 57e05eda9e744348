// Tuples, lists, dicts and sets as pickle opcodes, in batches. Mirrors save_tuple, batch_list, batch_dict and save_set of Modules/_pickle.c. See
// docs/modules.md.
import {
  call, closeScope, type Container, dictLength, enterNative, FrozenSetType, getAttrText, getIter, hold, isTuple, iterNext, leaveNative, newList, newTuple,
  NULL, openScope, PyError, reprText, runtimeError, SetType, typeError, type Value,
} from "../../core/api.ts";
import { setItems, setLength } from "../../types/set/set-object.ts";
import { saveReduce } from "./save-reduce.ts";
import { save } from "./save.ts";
import { APPEND, APPENDS, enterFast, leaveFast, MARK, memoize, noted, POP, POP_MARK, saveGet, type Saving, serializing, SETITEM, SETITEMS, TUPLE } from "./saver.ts";
import { BATCH_SIZE } from "./state.ts";

export function saveTuple(p: Saving, object: Container): void {
  const { vm, s, out } = p;
  const n = (object.data as Value[]).length;
  if (n === 0) {
    if (s.bin !== 0) out.byte(vm, 0x29);
    else out.text(vm, "(t");
    return;
  }
  const short = n <= 3 && s.protocol >= 2;
  if (!short) out.byte(vm, MARK);
  let i = 0;
  try {
    for (; i < n; i++) {
      const mark = openScope(vm);
      save(p, (object.data as Value[])[i]!);
      closeScope(vm, mark);
    }
  } catch (error) {
    if (error instanceof PyError) serializing(vm, error, object, `item ${i}`);
    throw error;
  }
  // Saving the items may have saved the tuple itself: it is part of a cycle.
  const known = s.memo.get(object);
  if (known === undefined) {
    out.byte(vm, short ? 0x84 + n : TUPLE);
    memoize(p, object);
    return;
  }
  if (short) for (let k = 0; k < n; k++) out.byte(vm, POP);
  else if (s.bin !== 0) out.byte(vm, POP_MARK);
  else for (let k = 0; k <= n; k++) out.byte(vm, POP);
  saveGet(p, known);
}

export function saveList(p: Saving, object: Container): void {
  const { vm, s, out } = p;
  if (s.fast !== 0) enterFast(p, object);
  if (s.bin !== 0) out.byte(vm, 0x5d);
  else out.text(vm, "(l");
  const n = (object.data as Value[]).length;
  memoize(p, object);
  if (n !== 0) {
    if (s.protocol > 0) {
      enterNative(vm, " while pickling an object");
      try {
        batchList(p, object);
      } finally {
        leaveNative(vm);
      }
    } else saveItems(p, getIter(vm, object), object);
  }
  if (s.fast !== 0) leaveFast(p, object);
}

function batchList(p: Saving, object: Container): void {
  const { vm, out } = p;
  const items = (): Value[] => object.data as Value[];
  let total = 0;
  const one = (): void => {
    const mark = openScope(vm);
    save(p, hold(vm, items()[total]!));
    closeScope(vm, mark);
  };
  try {
    if (items().length === 1) {
      one();
      out.byte(vm, APPEND);
      return;
    }
    do {
      let batch = 0;
      out.byte(vm, MARK);
      while (total < items().length) {
        one();
        total++;
        if (++batch === BATCH_SIZE) break;
      }
      out.byte(vm, APPENDS);
    } while (total < items().length);
  } catch (error) {
    if (error instanceof PyError) serializing(vm, error, object, `item ${total}`);
    throw error;
  }
}

/** Items of an iterator in batches. */
function batched(p: Saving, iterator: Value, first: number, many: number, write: (item: Value) => void): void {
  const { vm, s, out } = p;
  const next = (): Value | undefined => iterNext(vm, iterator);
  if (s.bin === 0) {
    for (;;) {
      const mark = openScope(vm);
      const item = next();
      if (item !== undefined) {
        write(item);
        out.byte(vm, first);
      }
      closeScope(vm, mark);
      if (item === undefined) return;
    }
  }
  let n: number;
  do {
    const mark = openScope(vm);
    const item = next();
    if (item === undefined) return;
    let following = next();
    if (following === undefined) {
      write(item);
      out.byte(vm, first);
      closeScope(vm, mark);
      return;
    }
    out.byte(vm, MARK);
    write(item);
    n = 1;
    while (following !== undefined) {
      const inner = openScope(vm);
      write(following);
      n++;
      closeScope(vm, inner);
      if (n === BATCH_SIZE) break;
      following = next();
    }
    out.byte(vm, many);
    closeScope(vm, mark);
  } while (n === BATCH_SIZE);
}

export function saveItems(p: Saving, iterator: Value, object: Value): void {
  let index = 0;
  batched(p, iterator, APPEND, APPENDS, (item) => {
    try {
      save(p, item);
    } catch (error) {
      if (error instanceof PyError) serializing(p.vm, error, object, `item ${index}`);
      throw error;
    }
    index++;
  });
}

function savePair(p: Saving, key: Value, value: Value, object: Value): void {
  save(p, key);
  try {
    save(p, value);
  } catch (error) {
    if (error instanceof PyError) serializing(p.vm, error, object, `item ${reprText(p.vm, key)}`);
    throw error;
  }
}

export function savePairs(p: Saving, iterator: Value, object: Value): void {
  batched(p, iterator, SETITEM, SETITEMS, (item) => {
    if (!isTuple(item) || (item.data as Value[]).length !== 2) throw typeError(p.vm, "dict items iterator must return 2-tuples");
    const [key, value] = item.data as [Value, Value];
    savePair(p, key, value, object);
  });
}

export function saveDict(p: Saving, object: Container): void {
  const { vm, s, out } = p;
  if (s.fast !== 0) enterFast(p, object);
  if (s.bin !== 0) out.byte(vm, 0x7d);
  else out.text(vm, "(d");
  memoize(p, object);
  if (dictLength(object) !== 0) {
    if (s.protocol > 0) {
      enterNative(vm, " while pickling an object");
      try {
        batchDict(p, object);
      } finally {
        leaveNative(vm);
      }
    } else savePairs(p, getIter(vm, call(vm, getAttrText(vm, object, "items"), [])), object);
  }
  if (s.fast !== 0) leaveFast(p, object);
}

/** Writes the first entry of a dict from place `at` on; answers the place after it, -1 at the end. */
function saveEntry(p: Saving, object: Container, at: number): number {
  const { vm } = p;
  const { entries } = object.data as { entries: Value[] };
  while (at < entries.length && entries[at] === NULL) at += 2;
  if (at >= entries.length) return -1;
  const mark = openScope(vm);
  const key = hold(vm, entries[at]!);
  savePair(p, key, hold(vm, entries[at + 1]!), object);
  closeScope(vm, mark);
  return at + 2;
}

function batchDict(p: Saving, object: Container): void {
  const { vm, out } = p;
  const size = dictLength(object);
  if (size === 1) {
    saveEntry(p, object, 0);
    out.byte(vm, SETITEM);
    return;
  }
  let at = 0;
  let n: number;
  do {
    n = 0;
    out.byte(vm, MARK);
    while ((at = saveEntry(p, object, at)) > 0) if (++n === BATCH_SIZE) break;
    out.byte(vm, SETITEMS);
    if (dictLength(object) !== size) throw runtimeError(vm, "dictionary changed size during iteration");
  } while (n === BATCH_SIZE);
}

export function saveSet(p: Saving, object: Container): void {
  const { vm, s, out } = p;
  if (s.protocol < 4) {
    saveReduce(p, newTuple(vm, [SetType.obj, newTuple(vm, [newList(vm, setItems(object))])]), object);
    return;
  }
  out.byte(vm, 0x8f);
  memoize(p, object);
  const size = setLength(object);
  if (size === 0) return;
  const items = setItems(object);
  for (const item of items) hold(vm, item);
  let at = 0;
  let n: number;
  do {
    n = 0;
    out.byte(vm, MARK);
    saveElements(p, object, items, at, Math.min(items.length, at + BATCH_SIZE));
    n = Math.min(items.length - at, BATCH_SIZE);
    at += n;
    out.byte(vm, 0x90);
    if (setLength(object) !== size) throw runtimeError(vm, "set changed size during iteration");
  } while (n === BATCH_SIZE);
}

function saveElements(p: Saving, object: Container, items: readonly Value[], from: number, to: number): void {
  noted(p, object, "element", () => {
    for (let i = from; i < to; i++) {
      const mark = openScope(p.vm);
      save(p, items[i]!);
      closeScope(p.vm, mark);
    }
  });
}

export function saveFrozenSet(p: Saving, object: Container): void {
  const { vm, s, out } = p;
  if (s.fast !== 0) enterFast(p, object);
  if (s.protocol < 4) {
    saveReduce(p, newTuple(vm, [FrozenSetType.obj, newTuple(vm, [newList(vm, setItems(object))])]), object);
    return;
  }
  out.byte(vm, MARK);
  const items = setItems(object);
  saveElements(p, object, items, 0, items.length);
  if (s.fast !== 0) leaveFast(p, object);
  const known = s.memo.get(object);
  if (known !== undefined) {
    out.byte(vm, POP_MARK);
    saveGet(p, known);
    return;
  }
  out.byte(vm, 0x91);
  memoize(p, object);
}
