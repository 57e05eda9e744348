// Frame records: a call's code, place on the data stack and instruction. Not a Python object: types/frame.ts makes one on demand. See docs/interpreter.md.
import type { Container, PyDict, Value } from "../core/object.ts";
import type { Continuation } from "./continuation.ts";
import type { ExcInfo, Vm } from "../vm/vm.ts";
import type { CodeData } from "../types/code.ts";

export class Frame {
  /** Caller. */
  prev: Frame | null = null;
  code: CodeData = null as never;
  /** The function called, owned; null for exec'd code. */
  func: Container | null = null;
  globals: PyDict = null as never;
  /** A dictionary as a rule; exec() accepts anything that can be asked for names. */
  builtins: Value = null as never;
  /** Namespace of module and class bodies, owned; null in functions. */
  locals: Value | null = null;
  /** The code object, kept alive through func or owned here (ownsCode). */
  codeObject: Value = null as never;
  ownsCode = false;
  /** Data stack index of the first fast local. */
  base = 0;
  /** Where the result goes: everything from here up belonged to the call. */
  ret = 0;
  /** Index of the instruction that runs (or was suspended at). */
  pc = 0;
  /** Top of the operand stack while suspended or calling. */
  sp = 0;
  /** The frame was entered from native code: returning leaves run(). */
  entry = false;
  /** A generator's frame in `yield from` whose delegate runs: its slots are in the generator still, its place on the data stack is kept free. */
  parked = false;
  /** What a native does when this frame, an entry frame, returns to it; null when that native's own JavaScript goes on. */
  cont: Continuation | null = null;
  /** The frame object, when somebody asked for it; owned. */
  pyFrame: Container | null = null;
  /** The generator that this frame belongs to; borrowed. */
  generator: Container | null = null;
  /** What the instruction that entered the frame does with its result, one of the constants below; 0: takes it for its own. */
  rest = 0;
  excInfo: ExcInfo | null = null;
  /** Instruction that ran last, where a LINE event depends on it. */
  tracedPc = 0;
}

/** An `__init__` that the call of its class entered: the result of the call is the instance, which stands at `ret` already. */
export const INIT = 1;
// Special methods (ops/special.ts): operators of the left and of the right operand, in place; what the others are is said by what becomes of
// their result.
export const FORWARD = 2;
export const REFLECTED = 3;
export const INPLACE = 4;
export const SUBSCRIPTED = 5;
export const COMPARED = 6;
export const TESTED = 7;
export const MEASURED = 8;
export const CONTAINED = 9;
export const DISCARDED = 10;
export const ITERATED = 11;
export const ADVANCED = 12;
export const SIZED = 13;
export const REPLACED = 14;
/** `__next__` that a call of next() entered. */
export const NEXT = 15;
/** A generator that a call of next() or send() resumed: where it returns StopIteration is raised. */
export const RESUMED = 16;
/** `__call__` of an instance, which stays where the result goes. */
export const HELD = 17;

/** A frame record from the pool, linked on top of the running one. */
export function pushFrame(vm: Vm): Frame {
  const frame = vm.framePool.pop() ?? new Frame();
  frame.prev = vm.frame;
  vm.frame = frame;
  vm.depth++;
  return frame;
}

/** Gives a finished record back to the pool. Its fields must have been dropped. */
export function releaseFrame(vm: Vm, frame: Frame): void {
  frame.func = null;
  frame.locals = null;
  frame.pyFrame = null;
  frame.generator = null;
  frame.prev = null;
  frame.ownsCode = false;
  frame.entry = false;
  frame.cont = null;
  frame.rest = 0;
  vm.framePool.push(frame);
}
