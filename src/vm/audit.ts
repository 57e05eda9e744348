// The audit: recounts every reference of a Vm from its roots and its live containers, and names the objects whose count is off, with
// who refers to them and where the program stands. A test mode (VIVARIUM_AUDIT). See docs/memory.md.
import { Container, type GcNode, IMMORTAL, Instance, K_CODE, K_NULL, K_TYPE, Leaf, PyFloat, type PyObject, TPFLAGS_HEAPTYPE, TypeRec, type Value } from "../core/object.ts";
import { ownOperands, runningFrames } from "../interpreter/operands.ts";
import { type GcState, generationHead, GENERATIONS, listMembers, traverse } from "../memory/gc.ts";
import type { CodeData } from "../types/code.ts";
import { textOf } from "../types/str/str-object.ts";
import { type Frame, INIT } from "../interpreter/frame.ts";
import { describe, describeReference, ownersOf } from "./audit-names.ts";
import type { Vm } from "./vm.ts";

/** An object whose count is not the number of references to it. */
export interface Miscount {
  readonly object: PyObject;
  readonly count: number;
  readonly found: number;
  /** Who refers to it, one line for each reference found (at most eight). */
  readonly owners: readonly string[];
}

type Report = (owner: string, v: Value) => void;

const isCode = (v: PyObject): boolean => v.type.kind === K_CODE;

/** What native code keeps for the Vm and its modules: visited by the functions that they registered. */
function visitRoots(vm: Vm, report: Report): void {
  for (let i = 0; i < vm.scopeCount; i++) report("the scope of a native function", vm.scope[i]!);
  for (const [what, v] of [["the exception raised", vm.raised], ["the value of a StopIteration", vm.stopValue]] as const) {
    if (v !== null && v !== undefined) report(what, v);
  }
  for (let info: typeof vm.excInfo | null = vm.excInfo; info !== null; info = info.prev) if (info.value !== null) report("the exception handled", info.value);
  for (const [name, module] of vm.nativeInstances) report(`native module ${name}`, module);
  const gc = vm.gc as GcState | null;
  if (gc !== null) {
    report("gc.garbage", gc.garbage);
    report("gc.callbacks", gc.callbacks);
  }
  if (vm.importlib !== null) report("the import machinery", vm.importlib);
  if (vm.modules !== undefined) report("sys.modules", vm.modules);
  visitState(vm.monitoring, "sys.monitoring", report, new Set(), 0);
  for (const [what, v] of [["the hook for new asynchronous generators", vm.asyncgenFirstiter], ["the finalizer hook of asynchronous generators", vm.asyncgenFinalizer]] as const) if (v !== null) report(what, v);
  for (const hook of vm.auditHooks) report("an audit hook", hook);
  for (const visitState of vm.rootVisitors) visitState(report);
  for (const [name, state] of vm.moduleState) visitState(state, `state of ${name}`, report, new Set(), 0);
  const frames = runningFrames(vm);
  for (let k = 0; k < frames.length; k++) visitFrame(vm, frames[k]!, k === 0 ? null : frames[k - 1]!, report);
}

/** The records of a module's state: what they name, they own. */
function visitState(state: unknown, owner: string, report: Report, seen: Set<unknown>, depth: number): void {
  if (typeof state !== "object" || state === null || seen.has(state) || depth > 4) return;
  if (state instanceof PyFloat || state instanceof Leaf || state instanceof Container || state instanceof Instance) {
    report(owner, state);
    return;
  }
  seen.add(state);
  if (state instanceof TypeRec && (state.flags & TPFLAGS_HEAPTYPE) !== 0) report(owner, state.obj);
  if (state instanceof TypeRec || state instanceof WeakMap || ArrayBuffer.isView(state)) return;
  if (state instanceof Map) for (const [k, v] of state) {
    visitState(k, owner, report, seen, depth + 1);
    visitState(v, owner, report, seen, depth + 1);
  } else if (Array.isArray(state) || state instanceof Set) for (const v of state) visitState(v, owner, report, seen, depth + 1);
  else for (const [key, v] of Object.entries(state)) if (typeof v === "object") visitState(v, `${owner}.${key}`, report, seen, depth + 1);
}

/** Begins to audit a Vm every so many steps (0: only when asked); `write` gets the reports. Answers the function that tells how often it looked. */
export function startAudit(vm: Vm, every: number, write: (text: string) => void): () => number {
  let times = 0;
  if (every <= 0) return () => times;
  vm.auditEvery = every;
  vm.auditHook = () => {
    // A native function that is in the middle of its work (a sort) may hold counts of its own.
    if (runningFrames(vm).filter((f) => f.entry && f.cont === null).length > 1) return;
    times++;
    const wrong = audit(vm);
    if (wrong.length > 0) write(auditReport(vm, wrong));
  };
  vm.slice = vm.breaker = every;
  return () => times;
}

function visitFrame(vm: Vm, frame: Frame, callee: Frame | null, report: Report): void {
  const S = vm.stack;
  const { code, base } = frame;
  const name = textOf(code.qualname);
  // What a parked frame holds is in its generator.
  if (frame.parked) return visitFrameRecord(frame, report);
  for (let i = 0; i < code.nlocalsplus; i++) report(`local ${textOf(code.localNames[i]!)} of ${name}`, S[base + i]!);
  const bottom = base + code.nlocalsplus;
  const own = ownOperands(frame, callee);
  for (let i = 0; i < own; i++) report(`operand ${i} of ${name}`, S[bottom + i]!);
  if (frame.rest === INIT) report(`the instance that ${name} sets up`, S[frame.ret]!);
  visitFrameRecord(frame, report);
}

function visitFrameRecord(frame: Frame, report: Report): void {
  const name = textOf(frame.code.qualname);
  if (frame.locals !== null) report(`the frame of ${name}, its namespace`, frame.locals);
  if (frame.cont !== null) for (const v of frame.cont.values) report(`the frame of ${name}, what goes on behind it`, v);
  if (frame.ownsCode) report(`the frame of ${name}, its code`, frame.codeObject);
  // A generator's own traversal shows these.
  if (frame.generator !== null) return;
  if (frame.func !== null) report(`the frame of ${name}, its function`, frame.func);
  if (frame.pyFrame !== null) report(`the frame of ${name}, its frame object`, frame.pyFrame);
}

/** How much an audit looked at. */
export interface AuditSize {
  objects: number;
}

/** Recounts everything; answers what is off. */
export function audit(vm: Vm, size?: AuditSize): Miscount[] {
  const found = new Map<PyObject, number>();
  const todo: PyObject[] = [];
  const add = (v: Value): void => {
    if (typeof v === "number" || v.type.kind === K_NULL) return;
    const n = found.get(v);
    if (n === undefined) {
      found.set(v, 1);
      todo.push(v);
    } else found.set(v, n + 1);
  };
  visitRoots(vm, (_owner, v) => add(v));
  for (const o of allContainers(vm)) {
    if (!found.has(o)) {
      found.set(o, 0);
      todo.push(o);
    }
  }
  for (let o = todo.pop(); o !== undefined; o = todo.pop()) {
    children(o, add);
    // Static types are in no list, but their dictionaries refer to what is.
    for (let type: TypeRec | null = o.type; type !== null && !found.has(type.obj) && type.obj !== undefined; type = type.base) {
      found.set(type.obj, 0);
      todo.push(type.obj);
    }
  }
  if (size !== undefined) size.objects = found.size;
  const wrong: PyObject[] = [];
  for (const [o, n] of found) if (o.rc < IMMORTAL / 2 && o.rc !== n && n < IMMORTAL / 2) wrong.push(o);
  return wrong.length === 0 ? [] : explain(vm, wrong, found);
}

function* allContainers(vm: Vm): Iterable<GcNode> {
  for (let i = 0; i < GENERATIONS; i++) yield* listMembers(generationHead(vm, i));
  yield* listMembers(vm.permanent);
}

/** All that an object holds a count of. */
function children(o: PyObject, visit: (v: Value) => void): void {
  if (isCode(o)) {
    const { consts, shown } = (o as Container).data as CodeData;
    for (const c of consts) visit(c);
    for (const c of Object.values(shown)) visit(c);
    return;
  }
  if (o.type.kind === K_TYPE) {
    const record = (o as Container).data as TypeRec;
    if ((record.flags & TPFLAGS_HEAPTYPE) !== 0 && !record.cleared) {
      visit(record.htName);
      visit(record.htQualname);
      if (record.subclassRef !== null) visit(record.subclassRef);
    } else if ((record.flags & TPFLAGS_HEAPTYPE) === 0 && record.dict !== undefined) visit(record.dict);
  }
  if (!o.type.leaf) traverse(o as GcNode, visit);
}

function explain(vm: Vm, wrong: readonly PyObject[], found: ReadonlyMap<PyObject, number>): Miscount[] {
  const owners = new Map<PyObject, string[]>(wrong.map((o) => [o, []]));
  visitRoots(vm, (owner, v) => {
    if (typeof v !== "number") owners.get(v)?.push(owner);
  });
  const references: [PyObject, PyObject][] = [];
  for (const o of found.keys()) {
    children(o, (v) => {
      if (typeof v !== "number" && owners.has(v)) references.push([o, v]);
    });
  }
  const names = ownersOf(new Set(references.map(([o]) => o)), found.keys());
  for (const [o, v] of references) {
    const list = owners.get(v)!;
    if (list.length < 8) list.push(describeReference(o, v, names));
  }
  return wrong.map((object) => ({ object, count: object.rc, found: found.get(object)!, owners: owners.get(object)! }));
}

/** The lines of a report: where the program stands, then the objects. */
export function auditReport(vm: Vm, wrong: readonly Miscount[], limit = 20): string {
  const frames = runningFrames(vm);
  const place = frames.length === 0 ? "at the end" : `in ${textOf(frames[0]!.code.qualname)} at instruction ${frames[0]!.pc}`;
  const lines = [`audit: ${wrong.length} counts are off ${place}`];
  for (const m of wrong.slice(0, limit)) {
    lines.push(`  ${describe(m.object)}: counts ${m.count}, found ${m.found}`);
    for (const owner of m.owners) lines.push(`    from ${owner}`);
  }
  return lines.join("\n") + "\n";
}
