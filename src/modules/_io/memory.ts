// BytesIO and StringIO: streams in memory. Mirrors Modules/_io/bytesio.c and stringio.c. See docs/io.md.
import { type Text, textAt, textConcat, textJoin, textLength, textRepeat, textSlice } from "../../base/text.ts";
import { textFind, textReplace } from "../../base/text-search.ts";
import { argumentName, asIndex, asSsize, Container, defineType, dictUpdateFrom, exc, False, forEach, genericGetAttr, genericSetAttr, getset, isBytes, isDict, isStr, isTuple, newBytes, newError, newInt, newList, newStr, newSubclassInstance, newText, newTuple, None, note, overflowError, pushRef, type PyStr, reprText, strText, textOf, TPFLAGS_BASETYPE, TPFLAGS_DISALLOW_INSTANTIATION, track, True, typeError, type TypeRec, typeName, type Value, valueError, type Vm, withBuffer, drop, incref } from "../../core/api.ts";
import { instanceDict } from "../../core/attribute.ts";
import { bindArguments, NativeDef } from "../../core/signature.ts";
import { hasBuffer, simpleView } from "../../types/buffer.ts";
import { newMemoryView } from "../../types/memoryview.ts";
import { describedMethods, docOf, signatureOf } from "../described.ts";
import { BufferedIOBaseType, baseClose, bool, closedError, nextLine, sizeArgument, TextIOBaseType, withWritable } from "./base.ts";
import { NewlineState } from "./newlines.ts";

export class BytesData {
  bytes: Uint8Array = new Uint8Array(0);
  length = 0;
  pos = 0;
  exports = 0;
  closed = false;
}
const bytesOf = (self: Container): BytesData => self.data as BytesData;

function openBytes(vm: Vm, self: Container): BytesData {
  const b = bytesOf(self);
  if (b.closed) throw closedError(vm);
  return b;
}

function checkExports(vm: Vm, b: BytesData): void {
  if (b.exports > 0) throw newError(vm, exc.BufferErrorType, "Existing exports of data: object cannot be re-sized");
}

function readBytes(b: BytesData, n: number): Uint8Array {
  const left = Math.max(0, b.length - b.pos);
  const size = n < 0 || n > left ? left : n;
  const part = b.bytes.slice(b.pos, b.pos + size);
  b.pos += size;
  return part;
}

function lineSize(b: BytesData, limit: number): number {
  const left = Math.max(0, b.length - b.pos);
  const at = b.bytes.subarray(0, b.length).indexOf(10, b.pos);
  const size = at < 0 || left === 0 ? left : at + 1 - b.pos;
  return limit >= 0 && size > limit ? limit : size;
}

/** Positions go up to sys.maxsize, which as a number is this. */
const TOO_FAR = 2 ** 63;

const positionValue = (pos: number): Value => newInt(pos >= TOO_FAR ? 2n ** 63n - 1n : pos);

function writeBytes(vm: Vm, b: BytesData, data: Uint8Array): void {
  checkExports(vm, b);
  if (data.length === 0) return;
  const stop = b.pos + data.length;
  if (stop >= TOO_FAR) throw overflowError(vm, "new buffer size too large");
  if (stop > b.bytes.length) {
    const grown = new Uint8Array(Math.max(stop, Math.min(b.bytes.length * 2, b.bytes.length + (1 << 26)), 64));
    grown.set(b.bytes.subarray(0, b.length));
    b.bytes = grown;
  } else if (b.pos > b.length) b.bytes.fill(0, b.length, b.pos);
  b.bytes.set(data, b.pos);
  b.pos = stop;
  if (stop > b.length) b.length = stop;
}

function writeValue(vm: Vm, self: Container, v: Value): number {
  openBytes(vm, self);
  return withBuffer(vm, v, (data) => {
    writeBytes(vm, openBytes(vm, self), data);
    return data.length;
  });
}

const bytesInit = new NativeDef("BytesIO", "(initial_bytes=b'')", null, () => None, "function", true);

export const BytesIOType: TypeRec = defineType({
  name: "_io.BytesIO",
  doc: docOf("_io.BytesIO"),
  signature: signatureOf("_io.BytesIO")!,
  base: () => BufferedIOBaseType,
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  hasDict: true,
  hasWeakrefs: true,
  methods: describedMethods("_io.BytesIO", {
    readable: (vm: Vm, self: Container) => (openBytes(vm, self), True),
    seekable: (vm: Vm, self: Container) => (openBytes(vm, self), True),
    writable: (vm: Vm, self: Container) => (openBytes(vm, self), True),
    isatty: (vm: Vm, self: Container) => (openBytes(vm, self), False),
    flush: (vm: Vm, self: Container) => void openBytes(vm, self),
    getbuffer: (vm: Vm, self: Container) => {
      openBytes(vm, self);
      incref(self);
      const buffer = new Container(BytesIOBufferType, { source: self, bytes: bytesOf(self) } satisfies ExportData, null);
      track(vm, buffer);
      return newMemoryView(vm, note(vm, buffer), 0x1c | 1);
    },
    getvalue: (vm: Vm, self: Container) => {
      const b = openBytes(vm, self);
      return newBytes(b.bytes.slice(0, b.length));
    },
    tell: (vm: Vm, self: Container) => positionValue(openBytes(vm, self).pos),
    read: (vm: Vm, self: Container, size?: Value) => {
      const b = openBytes(vm, self);
      return newBytes(readBytes(b, sizeArgument(vm, size)));
    },
    read1: (vm: Vm, self: Container, size?: Value) => {
      const b = openBytes(vm, self);
      return newBytes(readBytes(b, sizeArgument(vm, size)));
    },
    readline: (vm: Vm, self: Container, size?: Value) => {
      const b = openBytes(vm, self);
      return newBytes(readBytes(b, lineSize(b, sizeArgument(vm, size))));
    },
    readlines: (vm: Vm, self: Container, size?: Value) => {
      const b = openBytes(vm, self);
      if (size !== undefined && size !== None && typeof size !== "number" && size.type.nb_index === undefined) throw typeError(vm, `integer argument expected, got '${typeName(size)}'`);
      const limit = size === undefined || size === None ? 0 : asSsize(vm, size);
      const list = newList(vm, []);
      let total = 0;
      for (;;) {
        const line = readBytes(b, lineSize(b, -1));
        if (line.length === 0) break;
        pushRef(list.data as Value[], newBytes(line));
        total += line.length;
        if (limit > 0 && total >= limit) break;
      }
      return list;
    },
    readinto: (vm: Vm, self: Container, buffer: Value) =>
      withWritable(vm, buffer, (into) => {
        const part = readBytes(openBytes(vm, self), into.length);
        into.set(part);
        return part.length;
      }),
    truncate: (vm: Vm, self: Container, size?: Value) => {
      const b = openBytes(vm, self);
      checkExports(vm, b);
      const to = size === undefined || size === None ? b.pos : asSsize(vm, size);
      if (to < 0) throw valueError(vm, `negative size value ${to}`);
      if (to < b.length) b.length = to;
      return to;
    },
    seek: (vm: Vm, self: Container, pos: Value, whence?: Value) => {
      const b = openBytes(vm, self);
      let to = asSsize(vm, pos);
      const how = whence === undefined ? 0 : Number(asIndex(vm, whence));
      if (to < 0 && how === 0) throw valueError(vm, `negative seek value ${to}`);
      const from = how === 1 ? b.pos : how === 2 ? b.length : 0;
      if (how < 0 || how > 2) throw valueError(vm, `invalid whence (${how}, should be 0, 1 or 2)`);
      if (from > 0 && to + from >= TOO_FAR) throw overflowError(vm, "new position too large");
      to += from;
      b.pos = Math.max(0, to);
      return positionValue(b.pos);
    },
    write: writeValue,
    writelines: (vm: Vm, self: Container, lines: Value) => {
      openBytes(vm, self);
      forEach(vm, lines, (line) => void writeValue(vm, self, line));
    },
    close: (vm: Vm, self: Container) => {
      const b = bytesOf(self);
      checkExports(vm, b);
      b.closed = true;
      b.bytes = new Uint8Array(0);
      b.length = 0;
    },
    __getstate__: (vm: Vm, self: Container) => {
      const b = openBytes(vm, self);
      const ext = self.aux as { dict: Value | null } | null;
      return newTuple(vm, [newBytes(b.bytes.slice(0, b.length)), b.pos, ext?.dict ?? None]);
    },
    __setstate__: (vm: Vm, self: Container, state: Value) => {
      if (!isTuple(state) || (state.data as Value[]).length < 3) throw typeError(vm, `${typeName(self)}.__setstate__ argument should be 3-tuple, got ${typeName(state)}`);
      const [value, pos, dict] = state.data as [Value, Value, Value];
      const b = openBytes(vm, self);
      checkExports(vm, b);
      self.data = new BytesData();
      writeValue(vm, self, value);
      const to = Number(asIndex(vm, pos));
      if (to < 0) throw valueError(vm, "position value cannot be negative");
      bytesOf(self).pos = to;
      if (dict !== None) {
        if (!isDict(dict)) throw typeError(vm, `third item of state should be a dict, got a ${typeName(dict)}`);
        dictUpdateFrom(vm, instanceDict(vm, self), dict);
      }
    },
    __sizeof__: (_vm: Vm, self: Container) => 104 + bytesOf(self).bytes.length,
  }),
  getset: { closed: getset((_vm, self) => bool(bytesOf(self).closed), undefined, docOf("_io.BytesIO.closed")) },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, new BytesData()),
    tp_init: (vm, self, args, kwnames) => {
      const [initial] = bindArguments(vm, bytesInit, args, kwnames) as [Value | undefined];
      checkExports(vm, bytesOf(self));
      self.data = new BytesData();
      if (initial === undefined || initial === None) return;
      if (!isBytes(initial) && !hasBuffer(initial)) throw typeError(vm, `a bytes-like object is required, not '${typeName(initial)}'`);
      writeValue(vm, self, initial);
      bytesOf(self).pos = 0;
    },
    tp_iter: (vm, self) => {
      openBytes(vm, self);
      return self;
    },
    tp_iternext: (vm, self) => {
      const b = openBytes(vm, self);
      const line = readBytes(b, lineSize(b, -1));
      return line.length === 0 ? undefined : newBytes(line);
    },
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
  },
});

/** What getbuffer()'s memoryview stands on; while it lives the size is fixed. */
interface ExportData {
  source: Container | null;
  /** Kept past the collector's clearing, which may come before the view's release. */
  readonly bytes: BytesData;
}

export const BytesIOBufferType: TypeRec = defineType({
  name: "_io._BytesIOBuffer",
  flags: TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    bf_getbuffer: (vm, self: Container, flags) => {
      const b = (self.data as ExportData).bytes;
      b.exports++;
      return simpleView(vm, self, b.bytes.subarray(0, b.length), false, flags);
    },
    bf_releasebuffer: (_vm, self: Container) => void (self.data as ExportData).bytes.exports--,
    tp_traverse: (self, visit) => {
      const { source } = self.data as ExportData;
      if (source !== null) visit(source);
    },
    tp_clear: (vm, self) => {
      const held = self.data as ExportData;
      const source = held.source;
      held.source = null;
      if (source !== null) drop(vm, source);
    },
  },
});

const PIECES_TO_JOIN = 1024;

export class StringData {
  text: Text = "";
  /** Pieces written at the end and not joined yet; the newest ones apart, so that many small ones do not stay. */
  tail: Text[] = [];
  newest: Text[] = [];
  tailLength = 0;
  pos = 0;
  closed = false;
  ready = false;
  /** The newline argument: null for universal translation. */
  newline: string | null = "\n";
  /** Decodes newlines of what is written; null for "\n", "\r", "\r\n". */
  universal: NewlineState | null = null;
  /** "\n" becomes this when written. */
  writeNewline: string | null = null;
}
const stringOf = (self: Container): StringData => self.data as StringData;

function openString(vm: Vm, self: Container): StringData {
  const s = stringOf(self);
  if (!s.ready) throw valueError(vm, "I/O operation on uninitialized object");
  if (s.closed) throw valueError(vm, "I/O operation on closed file");
  return s;
}

function whole(s: StringData): Text {
  if (s.tailLength > 0) {
    s.text = textJoin("", [s.text].concat(s.tail, s.newest));
    s.tail = [];
    s.newest = [];
    s.tailLength = 0;
  }
  return s.text;
}

const stringLength = (s: StringData): number => textLength(s.text) + s.tailLength;

function writeText(s: StringData, text: Text): void {
  let out = text;
  if (s.universal !== null) out = s.universal.feed(out, true);
  if (s.writeNewline !== null) out = textReplace(out, "\n", s.writeNewline);
  const n = textLength(out);
  if (n === 0) return;
  const size = stringLength(s);
  if (s.pos === size) {
    s.newest.push(out);
    s.tailLength += n;
    if (s.newest.length === PIECES_TO_JOIN) {
      s.tail.push(textJoin("", s.newest));
      s.newest = [];
    }
  } else {
    const old = whole(s);
    const front = s.pos > size ? textConcat(old, textRepeat("\0", s.pos - size)) : textSlice(old, 0, s.pos);
    s.text = textConcat(textConcat(front, out), textSlice(old, Math.min(size, s.pos + n), size));
  }
  s.pos += n;
}

function readText(s: StringData, n: number): Text {
  const all = whole(s);
  const left = Math.max(0, textLength(all) - s.pos);
  const size = n < 0 || n > left ? left : n;
  const start = s.pos;
  s.pos += size;
  return textSlice(all, start, start + size);
}

/** Where the line that starts at `start` ends. */
export function lineEnd(text: Text, start: number, newline: string | null, translated: boolean): number {
  if (translated || newline === "\n") {
    const at = typeof text === "string" ? text.indexOf("\n", start) : textFind(text, "\n", start);
    return at < 0 ? -1 : at + 1;
  }
  if (newline === "") {
    const n = textLength(text);
    for (let i = start; i < n; i++) {
      const c = textAt(text, i);
      if (c === 10) return i + 1;
      if (c === 13) return i + 1 < n && textAt(text, i + 1) === 10 ? i + 2 : i + 1;
    }
    return -1;
  }
  const at = textFind(text, newline!, start);
  return at < 0 ? -1 : at + newline!.length;
}

function readLine(s: StringData, limit: number): Text {
  const all = whole(s);
  if (s.pos >= textLength(all)) return "";
  const found = lineEnd(all, s.pos, s.newline, s.newline === null);
  const stop = found < 0 ? textLength(all) : found;
  return readText(s, limit >= 0 ? Math.min(limit, stop - s.pos) : stop - s.pos);
}

/** The newline argument of text streams: None, "", "\n", "\r" or "\r\n". */
export function newlineArgument(vm: Vm, name: string, v: Value | undefined, otherwise: string | null): string | null {
  if (v === undefined) return otherwise;
  if (v === None) return null;
  if (!isStr(v)) throw typeError(vm, `${name}() argument 'newline' must be str or None, not ${argumentName(v)}`);
  const text = strText(v);
  if (text !== "" && text !== "\n" && text !== "\r" && text !== "\r\n") throw valueError(vm, `illegal newline value: ${name === "StringIO" ? reprText(vm, v) : textOf(v)}`);
  return text;
}

function initString(vm: Vm, self: Container, initial: Value | undefined, newline: string | null): void {
  if (initial !== undefined && initial !== None && !isStr(initial)) throw typeError(vm, `initial_value must be str or None, not ${typeName(initial)}`);
  const s = new StringData();
  s.newline = newline;
  if (newline === null || newline === "") s.universal = new NewlineState(newline === null);
  else if (newline !== "\n") s.writeNewline = newline;
  s.ready = true;
  self.data = s;
  if (initial !== undefined && initial !== None) writeText(s, strText(initial as PyStr));
  s.pos = 0;
}

const stringInit = new NativeDef("StringIO", "(initial_value='', newline='\\n')", null, () => None, "function", true);

export const StringIOType: TypeRec = defineType({
  name: "_io.StringIO",
  doc: docOf("_io.StringIO"),
  signature: signatureOf("_io.StringIO")!,
  base: () => TextIOBaseType,
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  hasDict: true,
  hasWeakrefs: true,
  methods: describedMethods("_io.StringIO", {
    getvalue: (vm: Vm, self: Container) => newText(whole(openString(vm, self))),
    tell: (vm: Vm, self: Container) => openString(vm, self).pos,
    read: (vm: Vm, self: Container, size?: Value) => {
      const s = openString(vm, self);
      return newText(readText(s, sizeArgument(vm, size)));
    },
    readline: (vm: Vm, self: Container, size?: Value) => {
      const s = openString(vm, self);
      return newText(readLine(s, sizeArgument(vm, size)));
    },
    truncate: (vm: Vm, self: Container, pos?: Value) => {
      const s = openString(vm, self);
      const to = pos === undefined || pos === None ? s.pos : asSsize(vm, pos);
      if (to < 0) throw valueError(vm, `Negative size value ${to}`);
      if (to < stringLength(s)) s.text = textSlice(whole(s), 0, to);
      return to;
    },
    seek: (vm: Vm, self: Container, pos: Value, whence?: Value) => {
      const s = openString(vm, self);
      let to = asSsize(vm, pos);
      const how = whence === undefined ? 0 : Number(asIndex(vm, whence));
      if (how < 0 || how > 2) throw valueError(vm, `Invalid whence (${how}, should be 0, 1 or 2)`);
      if (to < 0 && how === 0) throw valueError(vm, `Negative seek position ${to}`);
      if (how !== 0 && to !== 0) throw newError(vm, exc.OSErrorType, "Can't do nonzero cur-relative seeks");
      if (how === 1) to = s.pos;
      else if (how === 2) to = stringLength(s);
      s.pos = to;
      return to;
    },
    write: (vm: Vm, self: Container, text: Value) => {
      const s = openString(vm, self);
      if (!isStr(text)) throw typeError(vm, `string argument expected, got '${typeName(text)}'`);
      writeText(s, strText(text));
      return textLength(strText(text));
    },
    close: (vm: Vm, self: Container) => {
      const s = stringOf(self);
      s.closed = true;
      s.text = "";
      s.tail = [];
      s.newest = [];
      s.tailLength = 0;
      baseClose(vm, self);
    },
    seekable: (vm: Vm, self: Container) => (openString(vm, self), True),
    readable: (vm: Vm, self: Container) => (openString(vm, self), True),
    writable: (vm: Vm, self: Container) => (openString(vm, self), True),
    __getstate__: (vm: Vm, self: Container) => {
      const s = openString(vm, self);
      const ext = self.aux as { dict: Value | null } | null;
      return newTuple(vm, [newText(whole(s)), s.newline === null ? None : newStr(s.newline), s.pos, ext?.dict ?? None]);
    },
    __setstate__: (vm: Vm, self: Container, state: Value) => {
      if (stringOf(self).closed) throw closedError(vm);
      if (!isTuple(state) || (state.data as Value[]).length < 4) throw typeError(vm, `${typeName(self)}.__setstate__ argument should be 4-tuple, got ${typeName(state)}`);
      const [value, newline, pos, dict] = state.data as [Value, Value, Value, Value];
      initString(vm, self, undefined, newlineArgument(vm, "StringIO", newline, "\n"));
      const s = stringOf(self);
      if (value !== None) {
        if (!isStr(value)) throw typeError(vm, `initial_value must be str or None, not ${typeName(value)}`);
        s.text = strText(value);
      }
      const to = Number(asIndex(vm, pos));
      if (to < 0) throw valueError(vm, "position value cannot be negative");
      s.pos = to;
      if (dict !== None) {
        if (!isDict(dict)) throw typeError(vm, `fourth item of state should be a dict, got a ${typeName(dict)}`);
        dictUpdateFrom(vm, instanceDict(vm, self), dict);
      }
    },
  }),
  getset: {
    closed: getset((_vm, self) => bool(stringOf(self).closed)),
    newlines: getset((vm, self) => {
      const s = openString(vm, self);
      return s.universal === null ? None : s.universal.shown(vm);
    }),
    line_buffering: getset((vm, self) => {
      openString(vm, self);
      return False;
    }),
  },
  slots: {
    tp_new: (vm, type) => newSubclassInstance(vm, type, new StringData()),
    tp_init: (vm, self, args, kwnames) => {
      const [initial, newline] = bindArguments(vm, stringInit, args, kwnames) as [Value | undefined, Value | undefined];
      initString(vm, self, initial, newlineArgument(vm, "StringIO", newline, "\n"));
    },
    tp_iternext: (vm, self) => {
      const s = openString(vm, self);
      if (self.type === StringIOType) {
        const line = readLine(s, -1);
        return textLength(line) === 0 ? undefined : newText(line);
      }
      const line = nextLine(vm, self);
      if (line !== undefined && !isStr(line)) throw newError(vm, exc.OSErrorType, `readline() should have returned a str object, not '${typeName(line)}'`);
      return line;
    },
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
  },
});
