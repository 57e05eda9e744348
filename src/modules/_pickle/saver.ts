// What a pickler knows: settings, memo, output; and what all ways of writing share. Mirrors PicklerObject of Modules/_pickle.c. See docs/modules.md.
import { addressText, call, closeScope, fullName, fullTypeNameOf, hold, newBytes, None, openScope, PyError, type PyObject, typeOf, type Value, valueError, type Vm } from "../../core/api.ts";
import { addNote } from "../../types/exception-notes.ts";
import { Output } from "./output.ts";
import type { PickleState } from "./state.ts";

/** From this nesting on, fast mode looks for cycles. */
const FAST_NESTING_LIMIT = 50;
const byte = (c: string): number => c.charCodeAt(0);
export const MARK = byte("(");
export const POP = byte("0");
export const POP_MARK = byte("1");
export const REDUCE = byte("R");
export const APPEND = byte("a");
export const APPENDS = byte("e");
export const SETITEM = byte("s");
export const SETITEMS = byte("u");
export const BUILD = byte("b");
export const TUPLE = byte("t");
export const TUPLE2 = 0x86;
const MEMOIZE = 0x94;

/** Everything that one pickler knows; the fields own their objects. */
export class Saver {
  readonly output = new Output();
  /** Objects written so far and their numbers; the keys are owned. */
  memo: Map<PyObject, number> = new Map();
  protocol = 0;
  bin = 0;
  fast = 0;
  fixImports = false;
  /** The file's write method; null for dumps. */
  write: Value | null = null;
  bufferCallback: Value | null = null;
  dispatchTable: Value | null = null;
  /** What was assigned to `persistent_id` of the pickler. */
  persistentIdAttribute: Value | null = null;
  /** Those of the dump that is going on; null where nothing is overridden. */
  persistentId: Value | null = null;
  reducerOverride: Value | null = null;
  fastNesting = 0;
  fastMemo: Set<PyObject> | null = null;
  running = false;
}

/** One dump: the pickler's state with what it needs all the time. */
export interface Saving {
  readonly vm: Vm;
  readonly s: Saver;
  readonly out: Output;
  readonly state: PickleState;
}

export function serializing(vm: Vm, error: unknown, object: Value, what: string): void {
  addNote(vm, error, `when serializing ${fullTypeNameOf(typeOf(object))} ${what}`);
}

/** Runs `step`; its errors say where they happened. */
export function noted(p: Saving, object: Value | undefined, what: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    if (error instanceof PyError) serializing(p.vm, error, object ?? None, what);
    throw error;
  }
}

/** Hands what was written so far to the file. */
export function flush(p: Saving): void {
  const { vm, s, out } = p;
  if (s.write === null) return;
  const mark = openScope(vm);
  call(vm, hold(vm, s.write), [newBytes(out.take())]);
  closeScope(vm, mark);
}

export function memoize(p: Saving, object: PyObject): void {
  const { vm, s, out } = p;
  if (s.fast !== 0) return;
  const index = s.memo.size;
  s.memo.set(object, index);
  if (s.memo.size > index) object.rc++;
  if (s.protocol >= 4) out.byte(vm, MEMOIZE);
  else if (s.bin === 0) out.text(vm, `p${index}\n`);
  else if (index < 256) out.two(vm, 0x71, index);
  else out.number(vm, 0x72, index, 4);
}

export function saveGet(p: Saving, index: number): void {
  const { vm, s, out } = p;
  if (s.bin === 0) out.text(vm, `g${index}\n`);
  else if (index < 256) out.two(vm, 0x68, index);
  else out.number(vm, 0x6a, index, 4);
}

export function enterFast(p: Saving, object: PyObject): void {
  const { vm, s } = p;
  if (++s.fastNesting < FAST_NESTING_LIMIT) return;
  s.fastMemo ??= new Set();
  if (s.fastMemo.has(object)) {
    s.fastNesting = -1;
    throw valueError(vm, `fast mode: can't pickle cyclic objects including object type ${fullName(object.type)} at ${addressText(vm, object)}`);
  }
  s.fastMemo.add(object);
}

export function leaveFast(p: Saving, object: PyObject): void {
  if (p.s.fastNesting-- >= FAST_NESTING_LIMIT) p.s.fastMemo?.delete(object);
}
