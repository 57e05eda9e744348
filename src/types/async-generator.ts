// Asynchronous generators: the awaitables of asend(), athrow() and aclose(), the hooks of sys.set_asyncgen_hooks. Mirrors the
// second half of Objects/genobject.c. See docs/types.md.
import { warn } from "../core/warn.ts";
import { call } from "../core/call.ts";
import { CO_ASYNC_GENERATOR, CO_COROUTINE } from "../bytecode/code-unit.ts";
import { defineType, method, NO_TEXT } from "../core/define.ts";
import { dropError, matches, runtimeError, stopIteration, typeError } from "../core/errors.ts";
import { dropStopValue, takeStopValue } from "../core/stop-iteration.ts";
import { guarded, quietRepr } from "../core/unraisable.ts";
import { Container, K_GENERATOR, PyError, type TypeRec, type Value } from "../core/object.ts";
import { track } from "../memory/gc-list.ts";
import { drop, hold, incref, note, noteOwned, ownAll } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import * as exc from "./exceptions.ts";
import { CLOSED as FRAME_CLOSED, CoroutineType, genData, generatorAttributes, type GeneratorData, generatorDocs, generatorSlots, GeneratorType, resume, sharedMethods, throwInto } from "./generator.ts";
import { None } from "./none.ts";
import { textOf } from "./str/str-object.ts";

/** What an async generator's `yield` hands to its driver. data: the value, owned. */
export const AsyncGenWrappedValueType: TypeRec = defineType({
  name: "async_generator_wrapped_value",
  slots: {
    tp_traverse: (self: Container, visit) => visit(self.data as Value),
    tp_clear: (vm, self: Container) => {
      const old = self.data as Value;
      self.data = None;
      drop(vm, old);
    },
  },
});

/** A wrapped value, noted. */
export function newAsyncGenWrapped(vm: Vm, v: Value): Container {
  incref(v);
  const o = new Container(AsyncGenWrappedValueType, v, null);
  track(vm, o);
  return note(vm, o);
}

const isWrapped = (v: Value): v is Container => typeof v !== "number" && v.type === AsyncGenWrappedValueType;

const INIT = 0;
const ITER = 1;
const CLOSED = 2;

/** One awaitable of an asynchronous generator. */
interface Driver {
  /** Owned. */
  generator: Container;
  /** asend: the value to send; athrow: what to throw; owned. Null for aclose(). */
  args: Value[] | null;
  state: number;
}

const driver = (self: Container): Driver => self.data as Driver;

/** First contact with a generator: it takes the finalizer and is shown to the firstiter hook. */
function initHooks(vm: Vm, self: Container): void {
  const gen = genData(self);
  if (gen.hooksInited) return;
  gen.hooksInited = true;
  if (vm.asyncgenFinalizer !== null) {
    incref(vm.asyncgenFinalizer);
    gen.finalizer = vm.asyncgenFinalizer;
  }
  if (vm.asyncgenFirstiter !== null) call(vm, hold(vm, vm.asyncgenFirstiter), [self]);
}

function newDriver(vm: Vm, type: TypeRec, generator: Container, args: Value[] | null): Container {
  incref(generator);
  if (args !== null) ownAll(args);
  const o = new Container(type, { generator, args, state: INIT } satisfies Driver, null);
  track(vm, o);
  return note(vm, o);
}

const ended = (error: unknown): error is PyError => matches(error, exc.StopAsyncIterationType) || matches(error, exc.GeneratorExitType);

/**
 * Runs one step of a generator. A wrapped value ends the awaitable with it: undefined, with vm.stopValue set; anything else is what the
 * event loop gets. The end of the generator is StopAsyncIteration.
 */
function step(vm: Vm, gen: GeneratorData, run: () => Value | undefined): Value | undefined {
  let result: Value | undefined;
  try {
    result = run();
    if (result === undefined) throw new PyError(exc.newException(vm, exc.StopAsyncIterationType, []));
  } catch (error) {
    if (ended(error)) gen.asyncClosed = true;
    gen.runningAsync = false;
    throw error;
  }
  if (!isWrapped(result)) return result;
  gen.runningAsync = false;
  const value = result.data as Value;
  dropStopValue(vm);
  if (value !== None) {
    incref(value);
    vm.stopValue = value;
  }
  return undefined;
}

/** The next thing a generator yields to its awaiter, noted; undefined when it returned. */
function sendInto(vm: Vm, generator: Container, value: Value): Value | undefined {
  const v = resume(vm, generator, value, null);
  return v === undefined ? undefined : noteOwned(vm, v);
}

/** Steps of an awaitable: a failure or the end closes it. */
function closing(self: Container, run: () => Value | undefined): Value | undefined {
  let result: Value | undefined;
  try {
    result = run();
  } catch (error) {
    driver(self).state = CLOSED;
    throw error;
  }
  if (result === undefined) driver(self).state = CLOSED;
  return result;
}

/** Marks the generator as running for an awaitable that starts. */
function begin(vm: Vm, self: Container, name: string): void {
  const d = driver(self);
  const gen = genData(d.generator);
  if (gen.runningAsync) {
    d.state = CLOSED;
    throw runtimeError(vm, `${name}(): asynchronous generator is already running`);
  }
  d.state = ITER;
  gen.runningAsync = true;
}

function asend_send(vm: Vm, self: Container, given: Value): Value | undefined {
  const d = driver(self);
  if (d.state === CLOSED) throw runtimeError(vm, "cannot reuse already awaited __anext__()/asend()");
  let value = given;
  if (d.state === INIT) {
    begin(vm, self, "anext");
    if (value === None) value = d.args![0]!;
  }
  const gen = genData(d.generator);
  gen.runningAsync = true;
  return closing(self, () => step(vm, gen, () => sendInto(vm, hold(vm, d.generator), value)));
}

function asend_throw(vm: Vm, self: Container, args: Value[]): Value | undefined {
  const d = driver(self);
  if (d.state === CLOSED) throw runtimeError(vm, "cannot reuse already awaited __anext__()/asend()");
  if (d.state === INIT) begin(vm, self, "anext");
  return closing(self, () => step(vm, genData(d.generator), () => genThrow(vm, d.generator, args, true)));
}

/** throw() on the generator itself; what it yields is noted. */
function genThrow(vm: Vm, generator: Container, args: Value[], closeOnExit: boolean): Value | undefined {
  if (args.length > 1) warn(vm, "DeprecationWarning", "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.");
  return throwInto(vm, hold(vm, generator), args[0]!, args[1], args[2], closeOnExit);
}

const IGNORED_EXIT = "async generator ignored GeneratorExit";

/** aclose() and athrow(): a step whose generator may ignore the exit or end. */
function closeStep(vm: Vm, self: Container, run: () => Value | undefined): Value | undefined {
  const d = driver(self);
  const gen = genData(d.generator);
  try {
    const result = run();
    if (result === undefined) throw new PyError(exc.newException(vm, exc.StopAsyncIterationType, []));
    if (!isWrapped(result)) return result;
  } catch (error) {
    gen.runningAsync = false;
    d.state = CLOSED;
    if (!ended(error)) throw error;
    dropError(vm, error);
    return undefined;
  }
  gen.runningAsync = false;
  d.state = CLOSED;
  throw runtimeError(vm, IGNORED_EXIT);
}

function athrow_send(vm: Vm, self: Container, value: Value): Value | undefined {
  const d = driver(self);
  const gen = genData(d.generator);
  if (d.state === CLOSED) throw runtimeError(vm, "cannot reuse already awaited aclose()/athrow()");
  if (gen.state === FRAME_CLOSED) {
    d.state = CLOSED;
    return undefined;
  }
  const { args } = d;
  if (d.state === INIT) {
    if (gen.runningAsync) {
      d.state = CLOSED;
      throw runtimeError(vm, `${args === null ? "aclose" : "athrow"}(): asynchronous generator is already running`);
    }
    if (gen.asyncClosed) {
      d.state = CLOSED;
      throw new PyError(exc.newException(vm, exc.StopAsyncIterationType, []));
    }
    if (value !== None) throw runtimeError(vm, "can't send non-None value to a just-started coroutine");
    d.state = ITER;
    gen.runningAsync = true;
    if (args !== null) {
      if (args.length === 0) throw typeError(vm, "athrow expected at least 1 argument, got 0");
      if (args.length > 3) throw typeError(vm, `athrow expected at most 3 arguments, got ${args.length}`);
      return closing(self, () => step(vm, gen, () => throwInto(vm, hold(vm, d.generator), args[0]!, args[1], args[2], false)));
    }
    gen.asyncClosed = true;
    return closeStep(vm, self, () => throwInto(vm, hold(vm, d.generator), exc.GeneratorExitType.obj, undefined, undefined, false));
  }
  // What ends here leaves the awaitable open: only the next use finds the generator ended.
  if (args !== null) return step(vm, gen, () => sendInto(vm, hold(vm, d.generator), value));
  return closeStep(vm, self, () => sendInto(vm, hold(vm, d.generator), value));
}

function athrow_throw(vm: Vm, self: Container, args: Value[]): Value | undefined {
  const d = driver(self);
  if (d.state === CLOSED) throw runtimeError(vm, "cannot reuse already awaited aclose()/athrow()");
  if (d.state === INIT) begin(vm, self, d.args === null ? "aclose" : "athrow");
  const run = (): Value | undefined => genThrow(vm, d.generator, args, true);
  return d.args !== null ? closing(self, () => step(vm, genData(d.generator), run)) : closeStep(vm, self, run);
}

type Step = (vm: Vm, self: Container, value: Value) => Value | undefined;
type Thrower = (vm: Vm, self: Container, args: Value[]) => Value | undefined;

/** A step as a method: its end is StopIteration with the value. */
function finished(vm: Vm, result: Value | undefined): Value {
  if (result !== undefined) return result;
  throw stopIteration(vm, takeStopValue(vm));
}

function throwArguments(vm: Vm, args: Value[]): Value[] {
  if (args.length === 0) throw typeError(vm, "throw expected at least 1 argument, got 0");
  if (args.length > 3) throw typeError(vm, `throw expected at most 3 arguments, got ${args.length}`);
  return args;
}

function driver_close(thrower: Thrower) {
  return (vm: Vm, self: Container): Value => {
    if (driver(self).state === CLOSED) return None;
    try {
      finished(vm, thrower(vm, self, [exc.GeneratorExitType.obj]));
    } catch (error) {
      if (!ended(error) && !matches(error, exc.StopIterationType)) throw error;
      dropError(vm, error);
      return None;
    }
    throw runtimeError(vm, "coroutine ignored GeneratorExit");
  };
}

/** Says that an awaitable was made and never awaited. */
function unawaited(vm: Vm, self: Container, name: string): void {
  const { generator } = driver(self);
  const message = `coroutine method '${name}' of '${textOf(genData(generator).qualname)}' was never awaited`;
  guarded(vm, null, () => warn(vm, "RuntimeWarning", message), () => `Exception ignored while finalizing async generator ${quietRepr(vm, generator)}`);
}

function driverType(name: string, next: Step, thrower: Thrower, methodName: (d: Driver) => string): TypeRec {
  return defineType({
    name,
    methods: {
      send: method("($self, object, /)", generatorDocs.send, (vm: Vm, self: Container, v: Value) => finished(vm, next(vm, self, v))),
      throw: method("($self, /, *args)", generatorDocs.throw, (vm: Vm, self: Container, args: Value[]) => finished(vm, thrower(vm, self, throwArguments(vm, args))), NO_TEXT),
      close: method("($self, /)", generatorDocs.close, driver_close(thrower)),
    },
    slots: {
      am_await: (_vm, self) => self,
      tp_iter: (_vm, self) => self,
      tp_iternext: (vm, self: Container) => next(vm, self, None),
      tp_finalize: (vm, self: Container) => {
        const d = driver(self);
        if (d !== null && d.state === INIT) unawaited(vm, self, methodName(d));
      },
      tp_traverse: (self: Container, visit) => {
        const d = driver(self);
        if (d === null) return;
        visit(d.generator);
        if (d.args !== null) for (const v of d.args) visit(v);
      },
      tp_clear: (vm, self: Container) => {
        const d = driver(self);
        if (d === null) return;
        self.data = null;
        if (d.args !== null) for (const v of d.args) drop(vm, v);
        drop(vm, d.generator);
      },
    },
  });
}

export const AsyncGenASendType: TypeRec = driverType("async_generator_asend", asend_send, asend_throw, () => "asend");
export const AsyncGenAThrowType: TypeRec = driverType("async_generator_athrow", athrow_send, athrow_throw, (d) => (d.args === null ? "aclose" : "athrow"));

export const AsyncGeneratorType: TypeRec = defineType({
  name: "async_generator",
  kind: K_GENERATOR,
  hasWeakrefs: true,
  methods: {
    asend: method("($self, object, /)", "asend(v) -> send 'v' in generator.", (vm: Vm, self: Container, value: Value) => {
      initHooks(vm, self);
      return newDriver(vm, AsyncGenASendType, self, [value]);
    }),
    athrow: method(
      "($self, /, *args)",
      "athrow(value)\nathrow(type[,value[,tb]])\n\nraise exception in generator.\nthe (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python.",
      (vm: Vm, self: Container, args: Value[]) => {
        if (args.length > 1) warn(vm, "DeprecationWarning", "the (type, exc, tb) signature of athrow() is deprecated, use the single-arg signature instead.");
        initHooks(vm, self);
        return newDriver(vm, AsyncGenAThrowType, self, args.slice());
      },
      NO_TEXT,
    ),
    aclose: method("($self, /)", "aclose() -> raise GeneratorExit inside generator.", (vm: Vm, self: Container) => {
      initHooks(vm, self);
      return newDriver(vm, AsyncGenAThrowType, self, null);
    }),
    ...sharedMethods("async generators are generic over the types of their yield and send values"),
  },
  getset: generatorAttributes("ag", "ag_await", "async generator"),
  slots: {
    ...generatorSlots,
    am_aiter: (_vm, self) => self,
    am_anext: (vm, self: Container) => {
      initHooks(vm, self);
      return newDriver(vm, AsyncGenASendType, self, [None]);
    },
  },
});

/** The type of what a code object with these flags makes. */
export function typeForFlags(flags: number): TypeRec {
  return (flags & CO_ASYNC_GENERATOR) !== 0 ? AsyncGeneratorType : (flags & CO_COROUTINE) !== 0 ? CoroutineType : GeneratorType;
}
