// _tracemalloc: which lines allocated the blocks that live. Mirrors Modules/_tracemalloc.c over interpreter/tracemalloc.ts. See docs/memory.md.
import {
  asCInt, defineModule, dropMaybe, func, IMMORTAL, intern, type ModuleSpec, newBool, newInt, newList, newTuple, None, type PyTuple, tupleOfOwned, typeError, type Value, valueError, type Vm,
} from "../core/api.ts";
import { MAX_FRAMES, type Site, startTracing, stopTracing, type Tracer, tracerOf } from "../interpreter/tracemalloc.ts";
import { lineOf } from "../types/frame.ts";

/** The limit outlives stop(): get_traceback_limit shows it. */
const state = (vm: Vm): { limit: number } => vm.stateOf("_tracemalloc", () => ({ limit: tracerOf(vm)?.limit ?? 1 }));

/** Runs a look at the traces, which leaves none itself. */
function untraced<T>(tracer: Tracer, look: () => T): T {
  tracer.suspended = true;
  try {
    return look();
  } finally {
    tracer.suspended = false;
  }
}

/** The lines of a traceback, most recent first; one tuple per traceback. */
function framesOf(vm: Vm, site: Site): PyTuple {
  if (site.frames === null) {
    const lines: Value[] = [];
    if (site.place === null) lines.push(newTuple(vm, [intern(vm, "<unknown>"), 0]));
    for (let { place } = site; place !== null; place = place.caller) lines.push(newTuple(vm, [intern(vm, place.code.unit.filename), lineOf(place.code, place.pc) ?? 0]));
    for (const v of lines) if (typeof v !== "number" && v.rc < IMMORTAL) v.rc++;
    site.frames = tupleOfOwned(vm, lines);
  }
  return site.frames;
}

function start(vm: Vm, ...args: Value[]): void {
  if (args.length > 1) throw typeError(vm, `start expected at most 1 argument, got ${args.length}`);
  const limit = args[0] === undefined ? 1 : asCInt(vm, args[0]);
  if (limit < 1 || limit > MAX_FRAMES) throw valueError(vm, `the number of frames must be in range [1; ${MAX_FRAMES}]`);
  if (tracerOf(vm) === null) state(vm).limit = limit;
  startTracing(vm, limit);
}

const dropTuples = (vm: Vm, tuples: readonly PyTuple[]): void => {
  for (const tuple of tuples) dropMaybe(vm, tuple);
};

export const tracemallocModule: ModuleSpec = defineModule({
  name: "_tracemalloc",
  doc: "Debug module to trace memory blocks allocated by Python.",
  functions: {
    is_tracing: func("($module, /)", "Return True if the tracemalloc module is tracing Python memory allocations.", (vm: Vm) => newBool(tracerOf(vm) !== null)),
    clear_traces: func("($module, /)", "Clear traces of memory blocks allocated by Python.", (vm: Vm) => dropTuples(vm, tracerOf(vm)?.clear() ?? [])),
    _get_traces: func(
      "($module, /)",
      "Get traces of all memory blocks allocated by Python.\n\nReturn a list of (size: int, traceback: tuple) tuples.\ntraceback is a tuple of (filename: str, lineno: int) tuples.\n\nReturn an empty list if the tracemalloc module is disabled.",
      (vm: Vm) => {
        const tracer = tracerOf(vm);
        if (tracer === null) return newList(vm, []);
        return untraced(tracer, () => {
          tracer.update();
          const traces: Value[] = [];
          for (const { site, size } of Array.from(tracer.blocks())) traces.push(newTuple(vm, [0, newInt(size), framesOf(vm, site), site.total]));
          return newList(vm, traces);
        });
      },
    ),
    _get_object_traceback: func(
      "($module, obj, /)",
      "Get the traceback where the Python object obj was allocated.\n\nReturn a tuple of (filename: str, lineno: int) tuples.\nReturn None if the tracemalloc module is disabled or did not\ntrace the allocation of the object.",
      (vm: Vm, object: Value) => {
        const tracer = tracerOf(vm);
        if (tracer === null || typeof object === "number") return None;
        const site = tracer.siteOf(object);
        return site === undefined ? None : untraced(tracer, () => framesOf(vm, site));
      },
    ),
    start: func("($module, nframe=1, /)", "Start tracing Python memory allocations.\n\nAlso set the maximum number of frames stored in the traceback of a\ntrace to nframe.", start),
    stop: func("($module, /)", "Stop tracing Python memory allocations.\n\nAlso clear traces of memory blocks allocated by Python.", (vm: Vm) => dropTuples(vm, stopTracing(vm))),
    get_traceback_limit: func(
      "($module, /)",
      "Get the maximum number of frames stored in the traceback of a trace.\n\nBy default, a trace of an allocated memory block only stores\nthe most recent frame: the limit is 1.",
      (vm: Vm) => state(vm).limit,
    ),
    get_tracemalloc_memory: func(
      "($module, /)",
      "Get the memory usage in bytes of the tracemalloc module.\n\nThis memory is used internally to trace memory allocations.",
      (vm: Vm) => newInt(tracerOf(vm)?.ownSize() ?? 0),
    ),
    get_traced_memory: func(
      "($module, /)",
      "Get the current size and peak size of memory blocks traced by tracemalloc.\n\nReturns a tuple: (current: int, peak: int).",
      (vm: Vm) => {
        const tracer = tracerOf(vm);
        if (tracer === null) return newTuple(vm, [0, 0]);
        tracer.update();
        return untraced(tracer, () => newTuple(vm, [newInt(tracer.current), newInt(tracer.peak)]));
      },
    ),
    reset_peak: func(
      "($module, /)",
      "Set the peak size of memory blocks traced by tracemalloc to the current size.\n\nDo nothing if the tracemalloc module is not tracing memory allocations.",
      (vm: Vm) => {
        const tracer = tracerOf(vm);
        if (tracer === null) return;
        tracer.update();
        tracer.peak = tracer.current;
      },
    ),
  },
});
