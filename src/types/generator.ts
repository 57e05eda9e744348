// generator, coroutine, async_generator: objects that own a frame between resumptions. Mirrors Objects/genobject.c. See docs/types.md.
import { audit } from "../core/audit.ts";
import { warn } from "../core/warn.ts";
import { guarded, quietRepr, writeUnraisable } from "../core/unraisable.ts";
import { isTuple } from "./tuple.ts";
import { reprText } from "../core/convert.ts";
import { addressText } from "../core/identity.ts";
import { track } from "../memory/gc-list.ts";
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE } from "../bytecode/code-unit.ts";
import { call } from "../core/call.ts";
import { lookupAttr } from "../core/attribute.ts";
import { classMethod, defineType, getset, member, method, NO_TEXT, quickly } from "../core/define.ts";
import { QUICK_SEND } from "../core/native-def.ts";
import { dropError, fail, newError, stopIteration, throwRaised, typeError, valueError } from "../core/errors.ts";
import { takeStopValue } from "../core/stop-iteration.ts";
import { Container, K_GENERATOR, NULL, PyError, type PyStr, type TypeRec, type Value } from "../core/object.ts";
import { isSubtype, recOf, typeName } from "../core/type.ts";
import { drop, dropMaybe, hold, incref, note, noteOwned } from "../memory/ref.ts";
import type { Frame } from "../interpreter/frame.ts";
import type { ExcInfo, Vm } from "../vm/vm.ts";
import { False, True } from "./bool.ts";
import { codeOf } from "./code.ts";
import * as exc from "./exceptions.ts";
import { frameObject } from "./frame.ts";
import { newGenericAlias } from "./generic-alias.ts";
import { None } from "./none.ts";
import { intern, isStr, strFromJs, textOf } from "./str/str-object.ts";

/** Bit of RESUME's argument: only the handler that every generator has surrounds the `yield` before it. */
const RESUME_DEPTH1 = 4;
/** The number of monitoring's event (interpreter/monitoring.ts). */
const PY_UNWIND = 13;

/** Life of a generator. */
export const CREATED = 0;
export const SUSPENDED = 1;
export const RUNNING = 2;
export const CLOSED = 3;

export class GeneratorData {
  state = CREATED;
  /** Null once closed. */
  frame: Frame | null;
  /** The first `count` are locals and operands while not running, owned; the others are what was there before, or NULL. */
  slots: Value[];
  /** 0 while running and once closed. */
  count: number;
  name: PyStr;
  qualname: PyStr;
  code: Value;
  readonly flags: number;
  /** What the generator handles; linked over the caller's while it runs. */
  excInfo: ExcInfo = { value: null, prev: null };
  /** Coroutines: where they were made, when sys.set_coroutine_origin_tracking_depth asks. */
  origin: Value | null = null;
  /** Async generators. */
  finalizer: Value | null = null;
  /** Name and code were given up: the generator dies. */
  cleared = false;
  hooksInited = false;
  asyncClosed = false;
  runningAsync = false;
  constructor(frame: Frame | null, slots: Value[], count: number, name: PyStr, qualname: PyStr, code: Value, flags: number) {
    this.frame = frame;
    this.slots = slots;
    this.count = count;
    this.name = name;
    this.qualname = qualname;
    this.code = code;
    this.flags = flags;
    incref(name);
    incref(qualname);
    incref(code);
  }
}

export const genData = (self: Value): GeneratorData => (self as Container).data as GeneratorData;

export const genQualname = (self: Value): string => textOf(genData(self).qualname);

/** What a generator of these flags is called in messages. */
export function kindOf(flags: number): string {
  return (flags & CO_ASYNC_GENERATOR) !== 0 ? "async generator" : (flags & CO_COROUTINE) !== 0 ? "coroutine" : "generator";
}

/**
 * Resumes with a value (or, thrown, with an exception whose count is taken over). Answers what was yielded, owned; undefined when it
 * returned (the value, unless None, is in vm.stopValue). Throws what it raised.
 */
export function resume(vm: Vm, self: Container, value: Value, thrown: Container | null): Value | undefined {
  const gen = genData(self);
  if (gen.state === RUNNING) {
    if (thrown !== null) drop(vm, thrown);
    throw valueError(vm, `${kindOf(gen.flags)} already executing`);
  }
  if (gen.state === CLOSED) {
    if ((gen.flags & CO_COROUTINE) !== 0) {
      if (thrown !== null) drop(vm, thrown);
      throw newError(vm, exc.RuntimeErrorType, "cannot reuse already awaited coroutine");
    }
    if (thrown !== null) throw new PyError(thrown);
    return undefined;
  }
  if (gen.state === CREATED && value !== None && thrown === null) {
    throw typeError(vm, `can't send non-None value to a just-started ${kindOf(gen.flags)}`);
  }
  const result = vm.resumeFrame(self, value, thrown);
  if (result === undefined) throwRaised(vm);
  if (vm.yielded) {
    vm.yielded = false;
    return result;
  }
  const old = vm.stopValue;
  if (result === None) {
    None.rc--;
    vm.stopValue = undefined;
  } else vm.stopValue = result;
  if (old !== undefined) drop(vm, old);
  return undefined;
}

/** next(self), noted; undefined at the end. */
function gen_iternext(vm: Vm, self: Container): Value | undefined {
  const v = resume(vm, self, None, null);
  return v === undefined ? undefined : noteOwned(vm, v);
}

function gen_send(vm: Vm, self: Container, value: Value): Value | undefined {
  const v = resume(vm, self, value, null);
  if (v !== undefined) return noteOwned(vm, v);
  if ((genData(self).flags & CO_ASYNC_GENERATOR) !== 0) return fail(vm, newError(vm, exc.StopAsyncIterationType, ""));
  return fail(vm, stopIteration(vm, takeStopValue(vm)));
}

/** The exception of throw(type[, value[, tb]]), owned. */
export function thrownException(vm: Vm, type: Value, value: Value | undefined, tb: Value | undefined): Container {
  if (tb !== undefined && tb !== None && (typeof tb === "number" || tb.type.name !== "traceback")) throw typeError(vm, "throw() third argument must be a traceback object");
  let e: Container;
  if (exc.isExceptionClass(type)) {
    if (value !== undefined && exc.isException(value) && isSubtype(value.type, recOf(type))) e = value;
    else {
      const args = value === undefined || value === None ? [] : isTuple(value) ? (value.data as Value[]) : [value];
      try {
        e = call(vm, type, args) as Container;
        if (!exc.isException(e)) throw typeError(vm, `calling ${reprText(vm, type)} should have returned an instance of BaseException, not ${typeName(e)}`);
      } catch (error) {
        // What the class raises is thrown in instead.
        if (!(error instanceof PyError)) throw error;
        return error.exc;
      }
    }
  } else if (exc.isException(type)) {
    if (value !== undefined && value !== None) throw typeError(vm, "instance exception may not have a separate value");
    e = type;
  } else throw typeError(vm, `exceptions must be classes or instances deriving from BaseException, not ${typeName(type)}`);
  if (tb !== undefined && tb !== None) {
    incref(tb);
    exc.setOwned(vm, e, "traceback", tb as Container);
  }
  incref(e);
  return e;
}

/** The object that a suspended generator waits for in `yield from` or `await`, borrowed. */
export function yieldFromTarget(self: Container): Value | undefined {
  const gen = genData(self);
  if (gen.state !== SUSPENDED || gen.frame === null) return undefined;
  const words = gen.frame.code.words;
  // A suspension inside SEND's loop resumes at a RESUME with argument 2 (yield from) or 3 (await).
  const w = words[gen.frame.pc + 1]!;
  if ((w & 255) !== 128 && (w & 255) !== 196) return undefined;
  return ((w >>> 8) & 3) >= 2 ? gen.slots[gen.count - 1] : undefined;
}

/** A generator or coroutine: delegation goes to its functions directly. */
function isDelegate(v: Value): v is Container {
  return typeof v !== "number" && v.type.kind === K_GENERATOR && (genData(v).flags & CO_ASYNC_GENERATOR) === 0;
}

/** Is the argument of throw() GeneratorExit, as a class or an instance? */
function isGeneratorExit(v: Value): boolean {
  if (exc.isExceptionClass(v)) return isSubtype(recOf(v), exc.GeneratorExitType);
  return exc.isException(v) && isSubtype(v.type, exc.GeneratorExitType);
}

/** throw() with delegation to the object waited for. */
function throwMethod(vm: Vm, self: Container, args: Value[]): Value {
  if (args.length === 0) throw typeError(vm, "throw expected at least 1 argument, got 0");
  if (args.length > 3) throw typeError(vm, `throw expected at most 3 arguments, got ${args.length}`);
  const [type, value, tb] = args as [Value, Value | undefined, Value | undefined];
  if (value !== undefined) warn(vm, "DeprecationWarning", "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.");
  return throwInto(vm, self, type, value, tb, true);
}

export function throwInto(vm: Vm, self: Container, type: Value, value: Value | undefined, tb: Value | undefined, closeOnExit: boolean): Value {
  const target = yieldFromTarget(self);
  if (target === undefined) return finishThrow(vm, self, thrownException(vm, type, value, tb));
  hold(vm, target);
  const closes = closeOnExit && isGeneratorExit(type);
  let answer: Value | undefined;
  let raised: PyError | undefined;
  const delegate = isDelegate(target);
  // What looking it up raises goes to the caller of throw().
  const method = closes || delegate ? undefined : lookupAttr(vm, target, intern(vm, "throw"));
  const linked = !closes && (delegate || method !== undefined);
  if (linked) vm.linkDelegating(self);
  else genData(self).state = RUNNING;
  try {
    if (closes) closeTarget(vm, target);
    else if (delegate) answer = throwInto(vm, target, type, value, tb, closeOnExit);
    else {
      if (method !== undefined) answer = call(vm, method, value === undefined ? [type] : tb === undefined ? [type, value] : [type, value, tb]);
    }
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    raised = error;
  } finally {
    if (linked) vm.unlinkDelegating(self);
    else genData(self).state = SUSPENDED;
  }
  if (answer !== undefined) return answer;
  if (raised === undefined) return finishThrow(vm, self, thrownException(vm, type, value, tb));
  if (!closes && isSubtype(raised.exc.type, exc.StopIterationType)) {
    const result = exc.excField(raised.exc, "value") ?? None;
    hold(vm, result);
    dropError(vm, raised);
    return finishDelegation(vm, self, result);
  }
  return finishThrow(vm, self, raised.exc);
}

/** The delegate has returned: the generator goes on behind its SEND loop. */
function finishDelegation(vm: Vm, self: Container, result: Value): Value {
  vm.leaveDelegation(self);
  const v = resume(vm, self, result, null);
  if (v !== undefined) return noteOwned(vm, v);
  throw stopIteration(vm, takeStopValue(vm));
}

function finishThrow(vm: Vm, self: Container, e: Container): Value {
  const v = resume(vm, self, None, e);
  if (v !== undefined) return noteOwned(vm, v);
  if ((genData(self).flags & CO_ASYNC_GENERATOR) !== 0) throw newError(vm, exc.StopAsyncIterationType, "");
  throw stopIteration(vm, takeStopValue(vm));
}

function closeTarget(vm: Vm, target: Value): void {
  if (isDelegate(target)) {
    gen_close(vm, target);
    return;
  }
  let method: Value | undefined;
  try {
    method = lookupAttr(vm, target, intern(vm, "close"));
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    writeUnraisable(vm, error, null, `Exception ignored while closing generator ${quietRepr(vm, target)}`);
  }
  if (method !== undefined) call(vm, method, []);
}

/** Stands at a `yield` that no `try` or `with` surrounds, and nobody is to be told of its end: no code of it would run any more. */
function leavesQuietly(vm: Vm, gen: GeneratorData): boolean {
  const { frame } = gen;
  if (frame === null || vm.monitoring.wants(PY_UNWIND)) return false;
  const word = frame.code.words[frame.pc + 1]!;
  return ((word & 255) === 128 || (word & 255) === 196) && ((word >>> 8) & RESUME_DEPTH1) !== 0;
}

/** close(): throws GeneratorExit in; answers the value returned. */
export function gen_close(vm: Vm, self: Container): Value {
  const gen = genData(self);
  if (gen.state === CLOSED) return None;
  if (gen.state === CREATED) {
    vm.discardGenerator(self);
    return None;
  }
  const target = yieldFromTarget(self);
  let pending: Container | null = null;
  if (target !== undefined) {
    hold(vm, target);
    gen.state = RUNNING;
    try {
      closeTarget(vm, target);
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      pending = error.exc;
    }
    gen.state = SUSPENDED;
  } else if (leavesQuietly(vm, gen)) {
    vm.discardGenerator(self);
    return None;
  }
  try {
    const v = resume(vm, self, None, pending ?? exc.newException(vm, exc.GeneratorExitType, []));
    if (v !== undefined) {
      drop(vm, v);
      throw newError(vm, exc.RuntimeErrorType, `${kindOf(gen.flags)} ignored GeneratorExit`);
    }
    return takeStopValue(vm) ?? None;
  } catch (error) {
    if (error instanceof PyError && (isSubtype(error.exc.type, exc.StopIterationType) || isSubtype(error.exc.type, exc.GeneratorExitType))) {
      const result = isSubtype(error.exc.type, exc.StopIterationType) ? (exc.excField(error.exc, "value") ?? None) : None;
      hold(vm, result);
      dropError(vm, error);
      return result;
    }
    throw error;
  }
}

/** Destruction of a generator that has not finished: close() it; coroutines never awaited warn. */
function gen_finalize(vm: Vm, self: Container): void {
  const gen = genData(self);
  if (gen.state === CLOSED) return;
  if (gen.finalizer !== null && (gen.flags & CO_ASYNC_GENERATOR) !== 0 && !gen.asyncClosed) {
    guarded(vm, null, () => call(vm, gen.finalizer!, [self]), () => `Exception ignored while finalizing generator ${quietRepr(vm, self)}`);
    return;
  }
  if ((gen.flags & CO_COROUTINE) !== 0 && gen.state === CREATED) guarded(vm, null, () => vm.warnUnawaited?.(self), () => `Exception ignored while finalizing coroutine ${quietRepr(vm, self)}`);
  if (gen.state === CREATED) {
    vm.discardGenerator(self);
    return;
  }
  guarded(vm, null, () => gen_close(vm, self), () => `Exception ignored while closing generator ${quietRepr(vm, self)}`);
}

function gen_repr(vm: Vm, self: Container): Value {
  return strFromJs(`<${kindOf(genData(self).flags) === "async generator" ? "async_generator" : kindOf(genData(self).flags)} object ${textOf(genData(self).qualname)} at ${addressText(vm, self)}>`);
}

function setName(field: "name" | "qualname") {
  return (vm: Vm, self: Container, value: Value | undefined): void => {
    if (value === undefined || !isStr(value)) throw typeError(vm, `__${field}__ must be set to a string object`);
    incref(value);
    const old = genData(self)[field];
    genData(self)[field] = value;
    drop(vm, old);
  };
}

const auditRead = (vm: Vm, self: Container, name: string): void => audit(vm, "object.__getattr__", () => [self, strFromJs(name)]);

/** The attributes that the three kinds share under names of their own. */
export function generatorAttributes(prefix: string, awaits: string, kind: string) {
  const running = (_vm: Vm, self: Container): Value => (prefix === "ag" ? genData(self).runningAsync : genData(self).state === RUNNING) ? True : False;
  return {
    __name__: getset((_vm, self) => genData(self).name, setName("name"), `name of the ${kind}`),
    __qualname__: getset((_vm, self) => genData(self).qualname, setName("qualname"), `qualified name of the ${kind}`),
    [awaits]: getset((_vm: Vm, self: Container) => yieldFromTarget(self) ?? None, undefined, prefix === "gi" ? "object being iterated by yield from, or None" : "object being awaited on, or None"),
    [`${prefix}_running`]: prefix === "ag" ? member(running) : getset(running),
    [`${prefix}_suspended`]: getset((_vm: Vm, self: Container) => (genData(self).state === SUSPENDED ? True : False)),
    [`${prefix}_frame`]: getset((vm: Vm, self: Container) => (auditRead(vm, self, `${prefix}_frame`), genData(self).frame === null ? None : frameObject(vm, genData(self).frame!))),
    [`${prefix}_code`]: getset((vm: Vm, self: Container) => (auditRead(vm, self, `${prefix}_code`), genData(self).code)),
  };
}

/** Slots that the three kinds share. */
export const generatorSlots = {
  tp_repr: gen_repr,
  tp_finalize: gen_finalize,
  tp_traverse: (self: Container, visit: (v: Value) => void): void => {
    const gen = genData(self);
    for (let i = 0; i < gen.count; i++) visit(gen.slots[i]!);
    if (!gen.cleared) {
      visit(gen.name);
      visit(gen.qualname);
      visit(gen.code);
    }
    if (gen.excInfo.value !== null) visit(gen.excInfo.value);
    if (gen.origin !== null) visit(gen.origin);
    if (gen.finalizer !== null) visit(gen.finalizer);
    if (gen.frame?.func != null) visit(gen.frame.func);
    if (gen.frame?.pyFrame != null) visit(gen.frame.pyFrame);
  },
  tp_clear: (vm: Vm, self: Container): void => {
    const gen = genData(self);
    if (gen.state === RUNNING) return;
    if (gen.frame !== null) vm.discardGenerator(self);
    const { origin, finalizer } = gen;
    gen.origin = null;
    gen.finalizer = null;
    dropMaybe(vm, origin);
    dropMaybe(vm, finalizer);
    if (!gen.cleared) {
      gen.cleared = true;
      drop(vm, gen.code);
      drop(vm, gen.name);
      drop(vm, gen.qualname);
    }
  },
};

/** Documentation of the methods of generators; coroutines have their own. */
export const generatorDocs = {
  send: "send(value) -> send 'value' into generator,\nreturn next yielded value or raise StopIteration.",
  throw: "throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\nStopIteration.\nthe (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python.",
  close: "close() -> raise GeneratorExit inside generator.",
};

const coroutineDocs = {
  send: "send(arg) -> send 'arg' into coroutine,\nreturn next iterated value or raise StopIteration.",
  throw: "throw(value)\nthrow(type[,value[,traceback]])\n\nRaise exception in coroutine, return next iterated value or raise\nStopIteration.\nthe (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python.",
  close: "close() -> raise GeneratorExit inside coroutine.",
};

const SIZEOF = method("($self, /)", "gen.__sizeof__() -> size of gen in memory, in bytes", (_vm: Vm, self: Container) => genSize(self));

/** What CPython's object with its frame takes. */
function genSize(self: Container): number {
  const code = codeOf(genData(self).code);
  return 152 + 8 * (code.nlocalsplus + code.stacksize);
}

/** Methods that the three kinds share. */
export function sharedMethods(doc: string) {
  return {
    __sizeof__: SIZEOF,
    __class_getitem__: classMethod("($type, object, /)", doc, (vm: Vm, type: TypeRec, item: Value) => newGenericAlias(vm, type.obj, item)),
  };
}

export const GeneratorType: TypeRec = defineType({
  name: "generator",
  kind: K_GENERATOR,
  hasWeakrefs: true,
  methods: {
    send: quickly(QUICK_SEND, method("($self, object, /)", generatorDocs.send, gen_send)),
    throw: method("($self, /, *args)", generatorDocs.throw, throwMethod, NO_TEXT),
    close: method("($self, /)", generatorDocs.close, gen_close),
    ...sharedMethods("generators are generic over the types of their yield, send, and return values"),
  },
  getset: generatorAttributes("gi", "gi_yieldfrom", "generator"),
  slots: { ...generatorSlots, tp_iter: (_vm, self) => self, tp_iternext: gen_iternext },
});

export const CoroutineType: TypeRec = defineType({
  name: "coroutine",
  kind: K_GENERATOR,
  hasWeakrefs: true,
  methods: {
    send: quickly(QUICK_SEND, method("($self, object, /)", coroutineDocs.send, gen_send)),
    throw: method("($self, /, *args)", coroutineDocs.throw, throwMethod, NO_TEXT),
    close: method("($self, /)", coroutineDocs.close, gen_close),
    ...sharedMethods("coroutines are generic over the types of their yield, send, and return values"),
  },
  getset: { ...generatorAttributes("cr", "cr_await", "coroutine"), cr_origin: member((_vm, self) => genData(self).origin ?? None) },
  slots: { ...generatorSlots, am_await: (vm, self) => newCoroutineWrapper(vm, self) },
});

/** coroutine.__await__(): data is the coroutine. */
function newCoroutineWrapper(vm: Vm, coroutine: Value): Container {
  incref(coroutine);
  const o = new Container(CoroutineWrapperType, coroutine, null);
  track(vm, o);
  return note(vm, o);
}

export const CoroutineWrapperType: TypeRec = defineType({
  name: "coroutine_wrapper",
  doc: "A wrapper object implementing __await__ for coroutines.",
  methods: {
    send: method("($self, object, /)", coroutineDocs.send, (vm: Vm, self: Container, v: Value) => gen_send(vm, self.data, v)),
    throw: method("($self, /, *args)", coroutineDocs.throw, (vm: Vm, self: Container, args: Value[]) => throwMethod(vm, self.data, args), NO_TEXT),
    close: method("($self, /)", coroutineDocs.close, (vm: Vm, self: Container) => gen_close(vm, self.data)),
  },
  slots: {
    tp_iter: (_vm, self) => self,
    tp_iternext: (vm, self: Container) => gen_iternext(vm, self.data),
    tp_traverse: (self, visit) => visit(self.data),
    tp_clear: (vm, self) => {
      const old = self.data as Value;
      self.data = None;
      drop(vm, old);
    },
  },
});

/** What the variables of a running generator hold: they are on the data stack then. */
export function runningValues(vm: Vm, gen: Container): readonly Value[] {
  const { state, frame } = genData(gen);
  if (state !== RUNNING || frame === null || frame.parked) return [];
  return vm.stack.slice(frame.base, frame.base + frame.code.nlocalsplus).filter((v) => v !== NULL);
}

/** The awaitable's iterator: for `await v`. */
export function awaitableIterator(vm: Vm, v: Value): Value {
  if (typeof v !== "number" && (v.type === CoroutineType || (v.type === GeneratorType && (genData(v).flags & CO_ITERABLE_COROUTINE) !== 0))) return v;
  const slot = typeof v === "number" ? undefined : v.type.am_await;
  if (slot === undefined) throw typeError(vm, `'${typeName(v)}' object can't be awaited`);
  const it = slot(vm, v);
  if (typeof it !== "number" && (it.type === CoroutineType || (it.type === GeneratorType && (genData(it).flags & CO_ITERABLE_COROUTINE) !== 0))) throw typeError(vm, "__await__() returned a coroutine");
  if (typeof it === "number" || it.type.tp_iternext === undefined) throw typeError(vm, `__await__() returned non-iterator of type '${typeName(it)}'`);
  return it;
}

