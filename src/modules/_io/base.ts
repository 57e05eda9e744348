// _IOBase, _RawIOBase, _BufferedIOBase and _TextIOBase: what all streams share. Mirrors Modules/_io/iobase.c. See docs/io.md.
import {
  asBytesLike, asSsize, call, callMethod, closeScope, type Container, defineType, dropError, exc, False, forEach, genericGetAttr, genericSetAttr, getAttrText, getset, intern, isBytes, length, lookupAttrText, matches,
  newByteArray, newBytes, newError, newList, newStr, newSubclassInstance, newTuple, None, openScope, PyError, pushRef, stopping, TPFLAGS_BASETYPE, True, truth, typeError, typeName, type TypeRec, type Value, valueError, type Vm, writeUnraisable,
} from "../../core/api.ts";
import { instanceDict, replaceInstanceDict } from "../../core/attribute.ts";
import { dictGetText, dictSetText, isDict, newScopedDict } from "../../types/dict/dict-object.ts";
import { hasBuffer, PyBUF_WRITABLE, withBuffer } from "../../types/buffer.ts";
import { describedMethods, docOf } from "../described.ts";

export const DEFAULT_BUFFER_SIZE = 131072;
export const bool = (v: boolean): Value => (v ? True : False);

/** io.UnsupportedOperation of this Vm: a class of two bases, OSError and ValueError. */
export function unsupportedOperation(vm: Vm): Value {
  return vm.stateOf("_io.UnsupportedOperation", () => {
    const type = getAttrText(vm, exc.OSErrorType.obj, "__class__");
    const dict = newScopedDict(vm);
    dictSetText(vm, dict, "__module__", newStr("io"));
    const made = call(vm, type, [newStr("UnsupportedOperation"), newTuple(vm, [exc.OSErrorType.obj, exc.ValueErrorType.obj]), dict]);
    (made as Container).rc++;
    return made;
  });
}

/** UnsupportedOperation(message), ready to throw. */
export function unsupported(vm: Vm, message: string): PyError {
  const made = call(vm, unsupportedOperation(vm), [newStr(message)]) as Container;
  made.rc++;
  return new PyError(made);
}

/** Calls a method by name. */
export function invoke(vm: Vm, object: Value, name: string, args: readonly Value[] = []): Value {
  return callMethod(vm, object, intern(vm, name), args);
}

export function closedError(vm: Vm): PyError {
  return valueError(vm, "I/O operation on closed file.");
}

/** Is the stream closed, by what its `closed` says? */
export function isClosed(vm: Vm, self: Value): boolean {
  return truth(vm, getAttrText(vm, self, "closed"));
}

export function checkClosed(vm: Vm, self: Value, message = "I/O operation on closed file."): void {
  if (isClosed(vm, self)) throw valueError(vm, message);
}

/** Runs both steps, whatever the first does; when both fail, the second's error has the first's in its context. */
export function both<T>(vm: Vm, first: () => unknown, second: () => T): T {
  let failure: unknown;
  try {
    first();
  } catch (error) {
    failure = error;
  }
  let answer: T;
  try {
    answer = second();
  } catch (error) {
    if (failure instanceof PyError && error instanceof PyError) {
      if (failure.exc === error.exc) dropError(vm, failure);
      // The error's own reference goes to the context.
      else exc.setOwned(vm, error.exc, "context", failure.exc);
    }
    throw error;
  }
  if (failure !== undefined) throw failure;
  return answer;
}

function baseClosed(vm: Vm, self: Container): boolean {
  return dictGetText(instanceDict(vm, self), "__IOBase_closed") !== undefined;
}

/** _IOBase.close: flushes, then marks the stream as closed even when that fails. */
export function baseClose(vm: Vm, self: Container): void {
  if (baseClosed(vm, self)) return;
  both(vm, () => invoke(vm, self, "flush"), () => dictSetText(vm, instanceDict(vm, self), "__IOBase_closed", True));
}

/** A stream whose `closed` cannot be asked was never in order: nothing is to be done for it. */
function unusableOrClosed(vm: Vm, self: Container): boolean {
  try {
    const closed = lookupAttrText(vm, self, "closed");
    return closed === undefined || truth(vm, closed);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    dropError(vm, error);
    return true;
  }
}

/** Closes a stream that dies open; errors go to sys.unraisablehook. */
export function finalizeStream(vm: Vm, self: Container): void {
  const mark = openScope(vm);
  const raised = vm.raised;
  vm.raised = null;
  try {
    if (!unusableOrClosed(vm, self)) {
      if (self.data !== null && typeof self.data === "object") (self.data as { finalizing?: boolean }).finalizing = true;
      invoke(vm, self, "close");
    }
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    writeUnraisable(vm, error, self);
  } finally {
    closeScope(vm, mark);
    vm.raised = raised;
  }
}

function checkAble(name: string, message: string) {
  return (vm: Vm, self: Value): Value => {
    if (invoke(vm, self, name) !== True) throw unsupported(vm, message);
    return True;
  };
}
export const checkReadable = checkAble("readable", "File or stream is not readable.");
export const checkWritable = checkAble("writable", "File or stream is not writable.");
export const checkSeekable = checkAble("seekable", "File or stream is not seekable.");

/** A size argument: None and absent are -1. */
export function sizeArgument(vm: Vm, v: Value | undefined): number {
  if (v === undefined || v === None) return -1;
  if (typeof v !== "number" && v.type.nb_index === undefined) throw typeError(vm, `argument should be integer or None, not '${typeName(v)}'`);
  return asSsize(vm, v);
}

function readline(vm: Vm, self: Value, size?: Value): Value {
  const limit = sizeArgument(vm, size);
  const peek = lookupAttrText(vm, self, "peek");
  const parts: number[] = [];
  while (limit < 0 || parts.length < limit) {
    const mark = openScope(vm);
    let wanted = 1;
    if (peek !== undefined) {
      const seen = call(vm, peek, [1]);
      if (!isBytes(seen)) throw newError(vm, exc.OSErrorType, `peek() should have returned a bytes object, not '${typeName(seen)}'`);
      const bytes = seen.data as Uint8Array;
      if (bytes.length > 0) {
        const at = bytes.indexOf(10);
        wanted = at < 0 ? bytes.length : at + 1;
        if (limit >= 0) wanted = Math.min(wanted, limit - parts.length);
      }
    }
    const got = invoke(vm, self, "read", [wanted]);
    if (!isBytes(got)) throw newError(vm, exc.OSErrorType, `read() should have returned a bytes object, not '${typeName(got)}'`);
    const bytes = got.data as Uint8Array;
    for (const b of bytes) parts.push(b);
    const done = bytes.length === 0 || bytes[bytes.length - 1] === 10;
    closeScope(vm, mark);
    if (done) break;
  }
  return newBytes(Uint8Array.from(parts));
}

function readlines(vm: Vm, self: Value, hint?: Value): Value {
  const limit = sizeArgument(vm, hint);
  const list = newList(vm, []);
  let size = 0;
  forEach(vm, self, (line) => {
    pushRef(list.data as Value[], line);
    if (limit > 0) {
      size += length(vm, line);
      if (size > limit) return true;
    }
    return false;
  });
  return list;
}

export function writelines(vm: Vm, self: Value, lines: Value): void {
  checkClosed(vm, self);
  forEach(vm, lines, (line) => void invoke(vm, self, "write", [line]));
}

/** next(stream) by way of its readline(). */
export const nextLine = stopping((vm: Vm, self: Value) => {
  const line = invoke(vm, self, "readline");
  return length(vm, line) === 0 ? undefined : line;
});

export const IOBaseType: TypeRec = defineType({
  name: "_io._IOBase",
  doc: docOf("_io._IOBase"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  hasDict: true,
  hasWeakrefs: true,
  methods: describedMethods(
    "_io._IOBase",
    {
      seek: (vm: Vm) => {
        throw unsupported(vm, "seek");
      },
      tell: (vm: Vm, self: Value) => invoke(vm, self, "seek", [0, 1]),
      truncate: (vm: Vm) => {
        throw unsupported(vm, "truncate");
      },
      flush: (vm: Vm, self: Container) => {
        if (baseClosed(vm, self)) throw closedError(vm);
      },
      close: baseClose,
      seekable: () => False,
      readable: () => False,
      writable: () => False,
      _checkClosed: (vm: Vm, self: Value) => checkClosed(vm, self),
      _checkSeekable: checkSeekable,
      _checkReadable: checkReadable,
      _checkWritable: checkWritable,
      fileno: (vm: Vm) => {
        throw unsupported(vm, "fileno");
      },
      isatty: (vm: Vm, self: Value) => {
        checkClosed(vm, self);
        return False;
      },
      __enter__: (vm: Vm, self: Value) => {
        checkClosed(vm, self);
        return self;
      },
      __exit__: (vm: Vm, self: Value) => invoke(vm, self, "close"),
      readline,
      readlines,
      writelines,
    },
    { __exit__: "($self, /, *args)" },
  ),
  getset: {
    closed: getset((vm, self) => bool(baseClosed(vm, self))),
    __dict__: getset(
      (vm, self) => instanceDict(vm, self),
      (vm, self, value) => {
        if (value === undefined) throw typeError(vm, "cannot delete __dict__");
        if (!isDict(value)) throw typeError(vm, `__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
        replaceInstanceDict(vm, self, value);
      },
    ),
  },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, null),
    tp_iter: (vm, self) => {
      checkClosed(vm, self);
      return self;
    },
    tp_iternext: nextLine,
    tp_finalize: finalizeStream,
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
  },
});

function rawReadall(vm: Vm, self: Value): Value {
  const parts: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const mark = openScope(vm);
    const got = invoke(vm, self, "read", [DEFAULT_BUFFER_SIZE]);
    if (got === None) {
      if (parts.length === 0) return None;
      break;
    }
    if (!isBytes(got)) throw typeError(vm, "read() should return bytes");
    const bytes = got.data as Uint8Array;
    closeScope(vm, mark);
    if (bytes.length === 0) break;
    parts.push(bytes);
    total += bytes.length;
  }
  return newBytes(joinBytes(parts, total));
}

export function joinBytes(parts: readonly Uint8Array[], total: number): Uint8Array {
  const all = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** What raw streams must bring along. */
function notImplemented(vm: Vm): never {
  throw new PyError(exc.newException(vm, exc.NotImplementedErrorType, []));
}

export const RawIOBaseType: TypeRec = defineType({
  name: "_io._RawIOBase",
  doc: docOf("_io._RawIOBase"),
  base: () => IOBaseType,
  flags: TPFLAGS_BASETYPE,
  hasDict: true,
  hasWeakrefs: true,
  methods: describedMethods("_io._RawIOBase", {
    readinto: notImplemented,
    write: notImplemented,
    read: (vm: Vm, self: Value, size?: Value) => {
      const n = size === undefined ? -1 : asSsize(vm, size);
      if (n < 0) return invoke(vm, self, "readall");
      const buffer = newByteArray(vm, new Uint8Array(n));
      const got = invoke(vm, self, "readinto", [buffer]);
      if (got === None) return None;
      const count = asSsize(vm, got);
      if (count < 0 || count > n) throw valueError(vm, `readinto returned ${count} outside buffer size ${n}`);
      return newBytes(asBytesLike(vm, buffer).slice(0, count));
    },
    readall: rawReadall,
  }),
});

function readIntoGeneric(vm: Vm, self: Value, buffer: Value, name: "read" | "read1"): Value {
  return withWritable(vm, buffer, (into) => {
    const got = invoke(vm, self, name, [into.length]);
    if (!isBytes(got)) throw typeError(vm, "read() should return bytes");
    const bytes = got.data as Uint8Array;
    if (bytes.length > into.length) throw valueError(vm, `read() returned too much data: ${into.length} bytes requested, ${bytes.length} returned`);
    into.set(bytes);
    return bytes.length;
  });
}

/** The writable bytes of an argument of readinto(). */
export function withWritable<T>(vm: Vm, buffer: Value, use: (bytes: Uint8Array) => T, name = "readinto"): T {
  const readonly = `${name}() argument must be read-write bytes-like object, not ${typeName(buffer)}`;
  if (!hasBuffer(buffer)) throw typeError(vm, readonly);
  let started = false;
  try {
    return withBuffer(vm, buffer, (bytes) => {
      started = true;
      return use(bytes);
    }, PyBUF_WRITABLE);
  } catch (error) {
    if (started || !matches(error, exc.BufferErrorType)) throw error;
    dropError(vm, error);
    throw typeError(vm, readonly);
  }
}

const refuse = (name: string) => (vm: Vm): never => {
  throw unsupported(vm, name);
};

export const BufferedIOBaseType: TypeRec = defineType({
  name: "_io._BufferedIOBase",
  doc: docOf("_io._BufferedIOBase"),
  base: () => IOBaseType,
  flags: TPFLAGS_BASETYPE,
  hasDict: true,
  hasWeakrefs: true,
  methods: describedMethods("_io._BufferedIOBase", {
    detach: refuse("detach"),
    read: refuse("read"),
    read1: refuse("read1"),
    write: refuse("write"),
    readinto: (vm: Vm, self: Value, buffer: Value) => readIntoGeneric(vm, self, buffer, "read"),
    readinto1: (vm: Vm, self: Value, buffer: Value) => readIntoGeneric(vm, self, buffer, "read1"),
  }),
});

export const TextIOBaseType: TypeRec = defineType({
  name: "_io._TextIOBase",
  doc: docOf("_io._TextIOBase"),
  base: () => IOBaseType,
  flags: TPFLAGS_BASETYPE,
  hasDict: true,
  hasWeakrefs: true,
  methods: describedMethods("_io._TextIOBase", { detach: refuse("detach"), read: refuse("read"), readline: refuse("readline"), write: refuse("write") }),
  getset: {
    encoding: getset(() => None, undefined, docOf("_io._TextIOBase.encoding")),
    newlines: getset(() => None, undefined, docOf("_io._TextIOBase.newlines")),
    errors: getset(() => None, undefined, docOf("_io._TextIOBase.errors")),
  },
});
