// The slow path of the one counter that interrupts running code: collection, signals, stop requests, budgets. See docs/interpreter.md.
import { RESUME } from "../bytecode/opcode-ids.generated.ts";
import { deopt } from "../bytecode/opcodes.ts";
import { newError } from "../core/errors.ts";
import { lookAtMemory } from "../memory/budget.ts";
import { collectYoung } from "../memory/gc.ts";
import * as exc from "../types/exceptions.ts";
import { PENDING_GC, PENDING_PAUSE, PENDING_SIGNAL, PENDING_STOP, PENDING_TRACE, type Vm } from "../vm/vm.ts";
import { watchEntered } from "./monitoring.ts";
import type { Frame } from "./frame.ts";
import { topOfStack } from "./ops/call.ts";

/** How much work passes between two looks at the clock and the host. */
const SLICE = 1 << 18;

/** The first slices of a run are short: the loop's ways to the breaker are gone before V8 compiles it, which had to do it again for the first one else. */
const SHORT_SLICE = 1 << 12;

/** Work that a program may do after it was told that its budget is spent. */
const GRACE = 1 << 16;

/** Thrown out of run() when the machine stands still with all its frames in place: `resume()` goes on. */
export class Paused {}

/** Lets the breaker fire when the next limit is reached. */
export function setSlice(vm: Vm): void {
  let slice = SLICE;
  if (vm.shortSlices > 0) {
    vm.shortSlices--;
    slice = SHORT_SLICE;
  }
  if (vm.budget !== null) slice = Math.min(slice, vm.budget + 1);
  if (vm.pauseAfter !== null) slice = Math.min(slice, Math.max(vm.pauseAfter, 0) + 1);
  vm.slice = vm.breaker = slice;
}

/** V8 knows nothing of the loop yet. */
export function warmUp(vm: Vm): void {
  vm.shortSlices = 64;
  if (vm.budget === null && vm.pauseAfter === null) setSlice(vm);
}

/** The largest part of the data stack that is worth its renewal. */
const RENEWED = 1 << 11;

/** Slots above the running frame that a renewed stack has. */
const ROOM = 1 << 10;

/**
 * Moves the data stack to new memory, where V8 needs no write barriers: an old array would be entered into the remembered set for each
 * young object that is pushed. The array itself stays the same one; slots that are far above the running frame are given up.
 */
function renewStack(vm: Vm): void {
  const top = topOfStack(vm);
  if (top > RENEWED) return;
  const stack = vm.stack;
  const values = stack.slice(0, top + ROOM);
  stack.length = 0;
  // No call that could find the host's own stack full while the slots are gone.
  for (let i = 0; i < values.length; i++) stack[i] = values[i]!;
}

/** Called with frame.pc and frame.sp set, between two instructions. May raise; throws Paused where no native is between the machine and its host. */
export function handleBreaker(vm: Vm, frame: Frame): void {
  if (vm.breaker < 0) {
    if (vm.budget !== null) {
      vm.budget -= vm.slice;
      if (vm.budget < 0) {
        vm.budget = 0;
        vm.slice = vm.breaker = GRACE;
        // The first time it can be caught, to clean up; then it is final.
        vm.stopping = vm.budgetSpent;
        vm.budgetSpent = true;
        throw newError(vm, exc.RuntimeErrorType, "instruction budget exhausted");
      }
    }
    if (vm.pauseAfter !== null && (vm.pauseAfter -= vm.slice) < 0) vm.pending |= PENDING_PAUSE;
    setSlice(vm);
    renewStack(vm);
    vm.pollHost?.();
    lookAtMemory(vm);
    if (vm.auditHook !== null) {
      vm.slice = vm.breaker = vm.auditEvery;
      vm.auditHook();
    }
  }
  const pending = vm.pending;
  if (pending === 0) return;
  const word = frame.code.words[frame.pc]!;
  const resumes = deopt[word & 255] === RESUME;
  if ((pending & PENDING_TRACE) !== 0 && resumes && watchEntered(vm, frame.code)) {
    // The RESUME runs again, with what tools now want of it.
    frame.pc--;
    return;
  }
  // Behind a delegation nothing interrupts.
  if (resumes && ((word >>> 8) & 3) >= 2) return;
  if ((pending & PENDING_PAUSE) !== 0 && vm.nativeDepth === 1 && vm.scopeCount === vm.frameMark) {
    vm.pending &= ~PENDING_PAUSE;
    vm.pauseAfter = null;
    vm.nativeDepth = 0;
    vm.frameMark = 0;
    throw new Paused();
  }
  if ((pending & PENDING_GC) !== 0) {
    vm.pending &= ~PENDING_GC;
    collectYoung(vm);
  }
  if ((pending & PENDING_SIGNAL) !== 0) {
    vm.pending &= ~PENDING_SIGNAL;
    vm.runSignalHandlers?.();
  }
  if ((pending & PENDING_STOP) !== 0) {
    vm.pending &= ~PENDING_STOP;
    throw newError(vm, exc.KeyboardInterruptType, "");
  }
}
