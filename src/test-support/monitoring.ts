// Events of sys.monitoring that other code than Python's tells (a Cython function, say): CodeLike stands for the code, a place of it for an instruction.
// Mirrors Modules/_testcapi/monitoring.c and PyMonitoring_* of Python/instrumentation.c. See docs/test-support.md.
import {
  asIndex, asSsize, type Container, defineType, dropMaybe, exc, func, indexError, isException, memoryError, monitoring as M, newStr, newSubclassInstance, None, noteOwned, runtimeError, typeError, typeName, type TypeRec, type Value, valueError, type Vm,
} from "../core/api.ts";
import { callTool } from "../interpreter/ops/instrumented.ts";

/** For each place: the tools (a bit each) that want its event. */
interface CodeLike {
  readonly places: Uint8Array;
  /** What the places were made for: a version of the Vm's monitoring. */
  version: number;
}

export const CodeLikeType: TypeRec = defineType({
  name: "monitoring.CodeLike",
  doc: "CodeLike objects",
  slots: {
    tp_new: (vm, type, args) => {
      if (args.length !== 1) throw typeError(vm, `function takes exactly 1 argument (${args.length} given)`);
      const places = asSsize(vm, args[0]!);
      if (places < 0 || places > 65536) throw memoryError(vm);
      return newSubclassInstance(vm, type, { places: new Uint8Array(places), version: 0 } satisfies CodeLike);
    },
    tp_str: (_vm, self) => newStr(`PyCodeLikeObject${[...codeLike(self).places].map((tools) => `:  ${tools}`).join("")}`),
  },
});

const codeLike = (self: Value): CodeLike => (self as Container).data as CodeLike;

function checked(vm: Vm, v: Value): CodeLike {
  if (typeof v === "number" || v.type !== CodeLikeType) throw typeError(vm, `expected a code-like, got ${typeName(v)}`);
  return codeLike(v);
}

/** Asks the tools that want the event; the highest first. A tool that answers DISABLE is not asked at this place again. */
function tellTools(vm: Vm, like: CodeLike, place: number, event: number, args: Value[]): void {
  const m = vm.monitoring;
  for (let tool = 7; tool >= 0; tool--) {
    if ((like.places[place]! & (1 << tool)) === 0 || m.tracing > 0 || !callTool(vm, tool, event, args)) continue;
    if (event < M.LOCAL_EVENT_COUNT) like.places[place]! &= ~(1 << tool);
    else {
      const old = m.callbacks[tool]![event]!;
      m.callbacks[tool]![event] = null;
      dropMaybe(vm, old);
      throw valueError(vm, `Cannot disable ${M.eventNames[event]} events. Callback removed.`);
    }
  }
}

/** Who is told, and what: `args` gives what follows code and offset; undefined stands for an exception that nobody raised. */
function fire(vm: Vm, event: number, code: Value, offset: Value, args: readonly (Value | undefined)[]): Value {
  const like = checked(vm, code);
  const place = asSsize(vm, offset);
  if (place < 0 || place >= like.places.length) throw indexError(vm, "offset out of range");
  if (like.places[place] === 0) return 0;
  if (args.includes(undefined)) throw valueError(vm, `Firing event ${event} with no exception set`);
  tellTools(vm, like, place, event, event === M.LINE ? [code, ...(args as Value[])] : [code, place, ...(args as Value[])]);
  return like.places[place]!;
}

const plain = (event: number, signature: string) => func(signature, null, (vm: Vm, code: Value, offset: Value, ...args: Value[]) => fire(vm, event, code, offset, args));

const ofException = (event: number) =>
  func("($module, code, offset, exception, /)", null, (vm: Vm, code: Value, offset: Value, error: Value) => fire(vm, event, code, offset, [isException(error) ? error : undefined]));

/** Tools get a StopIteration, made of the value unless it is one. */
function stopIterationEvent(vm: Vm, code: Value, offset: Value, value: Value): Value {
  const error = isException(value) && typeof value !== "number" && value.type === exc.StopIterationType ? value : noteOwned(vm, exc.newException(vm, exc.StopIterationType, [value]));
  return fire(vm, M.STOP_ITERATION, code, offset, [error]);
}

function enterScope(vm: Vm, code: Value, ...events: Value[]): void {
  const like = checked(vm, code);
  if (events.length > like.places.length) throw runtimeError(vm, "too many events");
  if (like.version === vm.monitoring.version) return;
  like.version = vm.monitoring.version;
  events.forEach((event, place) => {
    like.places[place] = vm.monitoring.tools[Number(asIndex(vm, event))] ?? 0;
  });
}

const NONE = "($module, code, offset, /)";
const ONE = "($module, code, offset, arg, /)";

export const monitoringFunctions = {
  fire_event_py_start: plain(M.PY_START, NONE),
  fire_event_py_resume: plain(M.PY_RESUME, NONE),
  fire_event_py_return: plain(M.PY_RETURN, ONE),
  fire_event_py_yield: plain(M.PY_YIELD, ONE),
  fire_event_c_return: plain(M.C_RETURN, ONE),
  fire_event_call: plain(M.CALL, "($module, code, offset, callable, arg0, /)"),
  fire_event_line: plain(M.LINE, ONE),
  fire_event_jump: plain(M.JUMP, ONE),
  fire_event_branch_left: plain(M.BRANCH_LEFT, ONE),
  fire_event_branch_right: plain(M.BRANCH_RIGHT, ONE),
  fire_event_py_throw: ofException(M.PY_THROW),
  fire_event_raise: ofException(M.RAISE),
  fire_event_c_raise: ofException(M.C_RAISE),
  fire_event_reraise: ofException(M.RERAISE),
  fire_event_exception_handled: ofException(M.EXCEPTION_HANDLED),
  fire_event_py_unwind: ofException(M.PY_UNWIND),
  fire_event_stop_iteration: func(ONE, null, stopIterationEvent),
  monitoring_enter_scope: func("($module, code, event1, event2=0, /)", null, (vm: Vm, code: Value, first: Value, second?: Value) => enterScope(vm, code, first, ...(second === undefined ? [] : [second]))),
  monitoring_exit_scope: func("($module, /)", null, () => None),
};
