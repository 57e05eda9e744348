// The audit instruction by instruction: every instruction tells a hidden tool of sys.monitoring, which recounts at chosen ones, so that whoever runs a
// program again with ever narrower steps finds the instruction behind which a count is off. A test mode (VIVARIUM_AUDIT=steps:FROM:EVERY). See docs/memory.md.
import { opcodeNames } from "../bytecode/opcodes.ts";
import { func } from "../core/define.ts";
import type { Container } from "../core/object.ts";
import * as M from "../interpreter/monitoring.ts";
import { runningFrames } from "../interpreter/operands.ts";
import { closeScope } from "../memory/ref.ts";
import { newModuleFunction } from "../types/builtin-function.ts";
import { lineOf } from "../types/frame.ts";
import { None } from "../types/none.ts";
import { textOf } from "../types/str/str-object.ts";
import { audit, auditReport } from "./audit.ts";
import type { Vm } from "./vm.ts";

/** A tool number that Python's own tools do not use. */
const TOOL = 4;

/** Where the program stands, as `file:line function, instruction n NAME`. */
export function place(vm: Vm): string {
  const frame = vm.frame;
  if (frame === null) return "the end";
  const { code, pc } = frame;
  return `${textOf(code.filename)}:${lineOf(code, pc) ?? "?"} ${textOf(code.qualname)}, instruction ${pc} ${opcodeNames[M.baseWord(code, pc) & 255]}`;
}

/**
 * From the instruction numbered `from` on, each `every`-th one is preceded by an audit; the first that finds something reports it, with the instruction that
 * ran before. `every` 0 only counts. Answers the function that tells how many instructions ran.
 */
export function auditSteps(vm: Vm, from: number, every: number, write: (text: string) => void): () => number {
  let step = 0;
  let due = from;
  let told = false;
  let before = "the beginning";
  let sound = Math.max(0, from - 1);
  const look = (): void => {
    step++;
    if (told || every === 0) return;
    if (step < due) {
      if (step >= due - 1) before = place(vm);
      return;
    }
    // A native function that is in the middle of its work may hold counts of its own: the next instruction outside of it will tell.
    if (runningFrames(vm).filter((f) => f.entry && f.cont === null).length > 1) return;
    due = step + every;
    const wrong = audit(vm);
    if (wrong.length === 0) {
      sound = step;
      before = place(vm);
      return;
    }
    told = true;
    write(`audit: step ${step}, sound at ${sound}, behind ${before}\n${auditReport(vm, wrong, 5)}`);
  };
  const mark = vm.scopeCount;
  const callback = newModuleFunction(vm, func("($module, code, offset, /)", null, () => {
    look();
    return None;
  })("step"), "audit") as Container;
  callback.rc++;
  vm.monitoring.callbacks[TOOL]![M.INSTRUCTION] = callback;
  closeScope(vm, mark);
  M.setGlobalEvents(vm, TOOL, 1 << M.INSTRUCTION);
  return () => step;
}
