// _thread for a machine of one thread: locks, thread-local data and what threading.py asks; no thread can be started.
// Mirrors Modules/_threadmodule.c. See docs/modules.md.
import {
  argumentName, addressText,
  asCInt,
  asDouble,
  asIndex,
  callMethod,
  Container,
  defineModule,
  defineType,
  exc,
  False,
  getAttrText,
  getItem,
  genericGetAttr,
  genericSetAttr,
  intValue,
  isStr,
  isTuple,
  lookup,
  type ModuleSpec,
  newFloat,
  newInt,
  newStr,
  newSubclassInstance,
  newTuple,
  None,
  note,
  overflowError,
  runtimeError,
  strFromJs,
  TPFLAGS_BASETYPE,
  track,
  True,
  truth,
  typeError,
  
  type TypeRec,
  type Value,
  valueError,
  type Vm,
  getset,
  call,
  PyError,
} from "../core/api.ts";
import { instanceDict } from "../core/attribute.ts";
import { isCallable } from "../core/call.ts";
import { isDict } from "../types/dict/dict-object.ts";
import { ObjectType } from "../types/object-type.ts";
import { defineStructSequence } from "../types/struct-sequence.ts";
import { describedFunctions, describedMethods, docOf } from "./described.ts";
import { environmentOf } from "./os-error.ts";

/** The identifier of the only thread. */
export const MAIN_THREAD = 0x7f00_0000_0740;
const TIMEOUT_MAX = 9223372036;

const bool = (v: boolean): Value => (v ? True : False);

interface LockData {
  locked: boolean;
}
const lockOf = (self: Container): LockData => self.data as LockData;

/** Nobody else could release a lock that is held: waiting sleeps, then fails; without an end it is a deadlock. */
function waitForLock(vm: Vm, blocking: Value | undefined, timeout: Value | undefined): Value {
  const block = blocking === undefined || truth(vm, blocking);
  const seconds = timeout === undefined ? -1 : asDouble(vm, timeout);
  checkTimeout(vm, block, seconds);
  if (!block) return False;
  if (seconds < 0) throw runtimeError(vm, "deadlock: the lock is held, and there is no other thread to release it");
  vm.host.clock?.sleep(BigInt(Math.round(seconds * 1e9)));
  return False;
}

function checkTimeout(vm: Vm, block: boolean, seconds: number): void {
  if (!block && seconds !== -1) throw valueError(vm, "can't specify a timeout for a non-blocking call");
  if (seconds < 0 && seconds !== -1) throw valueError(vm, "timeout value must be a non-negative number");
  if (seconds > TIMEOUT_MAX) throw overflowError(vm, "timeout value is too large");
}

function acquire(vm: Vm, self: Container, blocking?: Value, timeout?: Value): Value {
  const lock = lockOf(self);
  if (lock.locked) return waitForLock(vm, blocking, timeout);
  if (timeout !== undefined) checkTimeout(vm, blocking === undefined || truth(vm, blocking), asDouble(vm, timeout));
  lock.locked = true;
  return True;
}

function release(vm: Vm, self: Container): void {
  const lock = lockOf(self);
  if (!lock.locked) throw runtimeError(vm, "release unlocked lock");
  lock.locked = false;
}

const locked = (_vm: Vm, self: Container): Value => bool(lockOf(self).locked);

export const LockType: TypeRec = defineType({
  name: "_thread.lock",
  doc: docOf("_thread.lock"),
  signature: "()",
  hasWeakrefs: true,
  methods: describedMethods("_thread.lock", {
    acquire_lock: acquire,
    acquire,
    release_lock: release,
    release,
    locked_lock: locked,
    locked,
    __enter__: (vm: Vm, self: Container) => acquire(vm, self),
    __exit__: (vm: Vm, self: Container) => release(vm, self),
    _at_fork_reinit: (_vm: Vm, self: Container) => void (lockOf(self).locked = false),
  }),
  slots: {
    tp_new: (vm) => newLock(vm),
    tp_repr: (vm, self) => strFromJs(`<${lockOf(self).locked ? "locked" : "unlocked"} _thread.lock object at ${addressText(vm, self)}>`),
  },
});

function newLock(vm: Vm): Container {
  const lock = new Container(LockType, { locked: false } satisfies LockData, null);
  track(vm, lock);
  return note(vm, lock);
}

interface RLockData {
  count: number;
}
const rlockOf = (self: Container): RLockData => self.data as RLockData;

function rlockRelease(vm: Vm, self: Container): void {
  const lock = rlockOf(self);
  if (lock.count === 0) throw runtimeError(vm, "cannot release un-acquired lock");
  lock.count--;
}

export const RLockType: TypeRec = defineType({
  name: "_thread.RLock",
  doc: docOf("_thread.RLock"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  hasWeakrefs: true,
  methods: describedMethods("_thread.RLock", {
    acquire: (vm: Vm, self: Container, blocking?: Value, timeout?: Value) => {
      if (timeout !== undefined) checkTimeout(vm, blocking === undefined || truth(vm, blocking), asDouble(vm, timeout));
      rlockOf(self).count++;
      return True;
    },
    release: rlockRelease,
    locked: (_vm: Vm, self: Container) => bool(rlockOf(self).count > 0),
    __enter__: (_vm: Vm, self: Container) => {
      rlockOf(self).count++;
      return True;
    },
    __exit__: rlockRelease,
    _is_owned: (_vm: Vm, self: Container) => bool(rlockOf(self).count > 0),
    _recursion_count: (_vm: Vm, self: Container) => rlockOf(self).count,
    _acquire_restore: (vm: Vm, self: Container, state: Value) => {
      if (!isTuple(state)) throw typeError(vm, `_acquire_restore() argument 1 must be tuple, not ${argumentName(state)}`);
      rlockOf(self).count = Number(asIndex(vm, getItem(vm, state, 0)));
    },
    _release_save: (vm: Vm, self: Container) => {
      const lock = rlockOf(self);
      if (lock.count === 0) throw runtimeError(vm, "cannot release un-acquired lock");
      const state = newTuple(vm, [lock.count, MAIN_THREAD]);
      lock.count = 0;
      return state;
    },
    _at_fork_reinit: (_vm: Vm, self: Container) => void (rlockOf(self).count = 0),
  }),
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, { count: 0 } satisfies RLockData),
    tp_repr: (vm, self) => {
      const { count } = rlockOf(self);
      return strFromJs(`<${count > 0 ? "locked" : "unlocked"} ${self.type.name} object owner=${count > 0 ? MAIN_THREAD : 0} count=${count} at ${addressText(vm, self)}>`);
    },
  },
});

/** Thread-local data is an object's own: there is one thread. */
export const LocalType: TypeRec = defineType({
  name: "_thread._local",
  doc: docOf("_thread._local"),
  signature: "()",
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  hasDict: true,
  hasWeakrefs: true,
  slots: {
    tp_new: (vm, type, args) => {
      if (args.length > 0 && lookup(type, "__init__") === lookup(ObjectType, "__init__")) throw typeError(vm, "Initialization arguments are not supported");
      return newSubclassInstance(vm, type, null);
    },
    // Its `__dict__` is no descriptor's: classes derived from it find it here.
    tp_getattro: (vm, self, name) => (isStr(name) && name.data === "__dict__" ? instanceDict(vm, self) : genericGetAttr(vm, self, name)),
    tp_setattro: (vm, self, name, value) => {
      if (isStr(name) && name.data === "__dict__") throw new PyError(exc.newException(vm, exc.AttributeErrorType, [newStr(`'${self.type.name}' object attribute '__dict__' is read-only`)]));
      genericSetAttr(vm, self, name, value);
    },
  },
});

interface HandleData {
  ident: number | bigint;
  done: boolean;
}
const handleOf = (self: Container): HandleData => self.data as HandleData;

export const ThreadHandleType: TypeRec = defineType({
  name: "_thread._ThreadHandle",
  doc: docOf("_thread._ThreadHandle"),
  methods: describedMethods(
    "_thread._ThreadHandle",
    {
      is_done: (_vm: Vm, self: Container) => bool(handleOf(self).done),
      _set_done: (vm: Vm, self: Container) => {
        if (handleOf(self).ident === 0) throw runtimeError(vm, "thread not started");
        handleOf(self).done = true;
      },
      join: (vm: Vm, self: Container, timeout?: Value) => {
        const handle = handleOf(self);
        if (handle.ident === 0) throw runtimeError(vm, "thread not started");
        if (timeout !== undefined && timeout !== None) asDouble(vm, timeout);
        if (!handle.done && handle.ident === MAIN_THREAD) throw runtimeError(vm, "Cannot join current thread");
        return None;
      },
    },
    { join: "($self, timeout=None, /)" },
  ),
  getset: { ident: getset((_vm, self) => newInt(handleOf(self).ident)) },
  slots: {
    tp_new: (vm) => newHandle(vm, 0),
    tp_repr: (vm, self) => strFromJs(`<_thread._ThreadHandle object at ${addressText(vm, self)}: ident=${handleOf(self).ident}>`),
  },
});

function newHandle(vm: Vm, ident: number | bigint): Container {
  const handle = new Container(ThreadHandleType, { ident, done: false } satisfies HandleData, null);
  track(vm, handle);
  return note(vm, handle);
}

export const ExceptHookArgsType: TypeRec = defineStructSequence({
  name: "_thread._ExceptHookArgs",
  doc: docOf("_thread._ExceptHookArgs"),
  fields: ["exc_type", "exc_value", "exc_traceback", "thread"].map((name) => [name, docOf(`_thread._ExceptHookArgs.${name}`)]),
  visible: 4,
});

function cannotStart(vm: Vm): never {
  throw runtimeError(vm, "can't start new thread");
}

function startNew(vm: Vm, func: Value, args: Value, kwargs?: Value): never {
  if (!isCallable(func)) throw typeError(vm, "first arg must be callable");
  if (!isTuple(args)) throw typeError(vm, "2nd arg must be a tuple");
  if (kwargs !== undefined && !isDict(kwargs)) throw typeError(vm, "optional 3rd arg must be a dictionary");
  return cannotStart(vm);
}

function exceptHook(vm: Vm, args: Value): Value {
  if (typeof args === "number" || args.type !== ExceptHookArgsType) throw typeError(vm, "_thread._excepthook argument type must be ExceptHookArgs");
  const [type, value, traceback, thread] = (args as Container).data as Value[];
  if (type === exc.SystemExitType.obj) return None;
  const sys = call(vm, vm.defaultImport!, [newStr("sys")]);
  const stderr = getAttrText(vm, sys, "stderr");
  if (stderr === None) return None;
  const name = thread === None ? newInt(MAIN_THREAD) : getAttrText(vm, thread!, "name");
  const text = isStr(name) ? String(name.data) : String(intValue(name));
  callMethod(vm, stderr, newStr("write"), [strFromJs(`Exception in thread ${text}:\n`)]);
  const module = call(vm, vm.defaultImport!, [newStr("traceback")]);
  call(vm, getAttrText(vm, module, "print_exception"), [type!, value!, traceback!, stderr], [newStr("file")]);
  return None;
}

export const threadModule: ModuleSpec = defineModule({
  name: "_thread",
  doc: docOf("_thread"),
  functions: describedFunctions("_thread", {
    start_new_thread: startNew,
    start_new: startNew,
    start_joinable_thread: (vm: Vm, func: Value, handle?: Value) => {
      if (!isCallable(func)) throw typeError(vm, "thread function must be callable");
      if (handle !== undefined && handle !== None && (typeof handle === "number" || handle.type !== ThreadHandleType)) throw typeError(vm, "'handle' must be a _ThreadHandle");
      return cannotStart(vm);
    },
    daemon_threads_allowed: () => True,
    allocate_lock: newLock,
    allocate: newLock,
    exit_thread: (vm: Vm) => {
      throw new PyError(exc.newException(vm, exc.SystemExitType, []));
    },
    exit: (vm: Vm) => {
      throw new PyError(exc.newException(vm, exc.SystemExitType, []));
    },
    interrupt_main: (vm: Vm, signal?: Value) => {
      const n = signal === undefined ? 2 : asCInt(vm, signal);
      if (n < 1 || n >= 65) throw valueError(vm, "signal number out of range");
      vm.stateOf<{ tripped: Set<number> }>("_signal.tripped", () => ({ tripped: new Set() })).tripped.add(n);
      vm.pending |= 2;
    },
    get_ident: () => MAIN_THREAD,
    get_native_id: (vm: Vm) => environmentOf(vm).pid(),
    _count: () => 0,
    stack_size: (vm: Vm, size?: Value) => {
      if (size !== undefined && asCInt(vm, size) < 0) throw valueError(vm, "size must be 0 or a positive value");
      return 0;
    },
    _excepthook: exceptHook,
    _is_main_interpreter: () => True,
    _shutdown: () => None,
    _make_thread_handle: (vm: Vm, ident: Value) => newHandle(vm, asIndex(vm, ident)),
    _get_main_thread_ident: () => MAIN_THREAD,
    _get_name: () => newStr("vivarium"),
    set_name: (vm: Vm, name: Value) => {
      if (!isStr(name)) throw typeError(vm, `set_name() argument 'name' must be str, not ${argumentName(name)}`);
    },
  }),
  types: {
    error: exc.RuntimeErrorType,
    lock: LockType,
    LockType,
    RLock: RLockType,
    _local: LocalType,
    _ThreadHandle: ThreadHandleType,
    _ExceptHookArgs: ExceptHookArgsType,
  },
  attributes: { TIMEOUT_MAX: () => newFloat(TIMEOUT_MAX), _NAME_MAXLEN: () => 15 },
});

