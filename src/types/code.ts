// code: a code unit made into an object, with the machine's working copy of its instructions. Mirrors Objects/codeobject.c. See docs/types.md.
import { newFrozenSet } from "./set/set-object.ts";
import { newComplex } from "./complex.ts";
import { newBytes } from "./bytes.ts";
import { ComplexConst, EllipsisConst, FloatConst, ForeignConst, FrozenSetConst, SliceConst, SurrogateText, TupleConst } from "../base/constant.ts";
import { CO_OPTIMIZED, CO_VARARGS, CO_VARKEYWORDS, CO_FAST_CELL, CO_FAST_FREE, CO_FAST_LOCAL, type CodeConst, type CodeUnit, isCodeUnit } from "../bytecode/code-unit.ts";
import { EXTENDED_ARG } from "../bytecode/opcode-ids.generated.ts";
import { withoutColumns } from "../bytecode/line-table.ts";
import { cacheEntries } from "../bytecode/opcodes.ts";
import { ConstCache } from "../compiler/const-cache.ts";
import { EQ, NE } from "../core/compare.ts";
import { asCInt } from "../core/convert.ts";
import { defineType, getset, member, method } from "../core/define.ts";
import { indexError } from "../core/errors.ts";
import { addressText } from "../core/identity.ts";
import { warn } from "../core/warn.ts";
import { sizeOf } from "../memory/sizes.ts";
import { code_new, code_replace } from "./code-new.ts";
import { coBranches, coLines, coPositions, lineNumberTable } from "./code-iterators.ts";
import { Container, K_CODE, Leaf, type PyStr, type TypeRec, type Value } from "../core/object.ts";
import { dropAll, incref, newRef } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { False, True } from "./bool.ts";
import { newFloat } from "./float.ts";
import { newInt } from "./int/int-object.ts";
import { None } from "./none.ts";
import { newSlice } from "./slice.ts";
import { Ellipsis, NotImplemented } from "./singletons.ts";
import { intern, strFromCodePoints, strFromJs } from "./str/str-object.ts";
import { emptyTuple, newTuple, TupleType } from "./tuple.ts";

/** Payload of a code object: what the machine runs. */
export class CodeData {
  readonly unit: CodeUnit;
  /**
   * The working copy: one word per code unit, opcode in the low byte, the argument (EXTENDED_ARG folded in) above it.
   * Cache cells hold counters and small numbers. Specialisation rewrites low bytes.
   */
  words: Int32Array;
  /** What run() executes: `words` itself, or while tools of sys.monitoring watch, an array that has INSTRUMENTED_LINE where they do. */
  stream: Int32Array;
  /** Objects cached by specialised instructions, by word index; empty until the first is. */
  caches: any[] = [];
  readonly consts: Value[];
  readonly names: PyStr[];
  /** Names of fast locals, cells and free variables. */
  readonly localNames: PyStr[];
  readonly nlocalsplus: number;
  readonly stacksize: number;
  readonly flags: number;
  readonly argcount: number;
  readonly kwonlyargcount: number;
  readonly posonlyargcount: number;
  /** argcount where no other parameters follow (no keyword-only ones, no `*`, no `**`), else -1. */
  readonly exact: number;
  /** Number of plain locals (arguments included), cells and free variables. */
  readonly nlocals: number;
  readonly ncellvars: number;
  readonly nfreevars: number;
  readonly name: PyStr;
  readonly qualname: PyStr;
  readonly filename: PyStr;
  /** Slots that a call needs: locals, cells and operands. */
  readonly framesize: number;
  /** interpreter/monitoring.ts: null where nobody ever watched. */
  monitoring: any = null;
  version = 0;
  /** interpreter/unwind.ts: the exception table decoded; null until the first exception. */
  handlers: any = null;
  /** Constants that Python code has given, which `unit.consts` may only stand for. */
  readonly given: boolean;
  /** Tuples and bytes that attributes have shown, owned: they answer the same objects again. */
  readonly shown: Record<string, Value> = {};
  /** Objects by what stands for them in the units of one compilation: its code objects share them. Borrowed, so they may be dead. */
  readonly shared: Map<unknown, Value>;
  /** `given`: owned constants to use instead of those of the unit. */
  constructor(vm: Vm, unit: CodeUnit, given: Value[] | null = null, shared: Map<unknown, Value> = new Map()) {
    this.shared = shared;
    if (vm.config?.noDebugRanges === true) unit = { ...unit, linetable: withoutColumns(unit.linetable, unit.firstlineno) };
    this.unit = unit;
    this.words = wordsOf(unit.code);
    this.stream = this.words;
    this.given = given !== null;
    this.consts = given ?? ownedConstants(vm, unit.consts, shared);
    this.names = unit.names.map((n) => intern(vm, n));
    this.localNames = unit.localsplusnames.map((n) => intern(vm, n));
    this.nlocalsplus = unit.localsplusnames.length;
    this.stacksize = unit.stacksize;
    this.flags = unit.flags;
    this.argcount = unit.argcount;
    this.kwonlyargcount = unit.kwonlyargcount;
    this.posonlyargcount = unit.posonlyargcount;
    // Code that was not compiled as a function's takes the general way.
    this.exact = (unit.flags & (CO_OPTIMIZED | CO_VARARGS | CO_VARKEYWORDS)) === CO_OPTIMIZED && unit.kwonlyargcount === 0 ? unit.argcount : -1;
    let nlocals = 0;
    let ncells = 0;
    let nfree = 0;
    for (const kind of unit.localspluskinds) {
      if ((kind & CO_FAST_LOCAL) !== 0) nlocals++;
      if ((kind & CO_FAST_CELL) !== 0) ncells++;
      if ((kind & CO_FAST_FREE) !== 0) nfree++;
    }
    this.nlocals = nlocals;
    this.ncellvars = ncells;
    this.nfreevars = nfree;
    this.name = intern(vm, unit.name);
    this.qualname = intern(vm, unit.qualname);
    this.filename = intern(vm, unit.filename);
    this.framesize = this.nlocalsplus + unit.stacksize;
  }
}

/** The caches of code, where one is about to be written. */
export function cachesOf(code: CodeData): any[] {
  if (code.caches.length === 0) code.caches = new Array(code.words.length).fill(null);
  return code.caches;
}

/** Folds EXTENDED_ARG prefixes into the instruction behind them (the prefixes stay in place and are skipped over when met). */
function wordsOf(code: Uint8Array): Int32Array {
  const words = new Int32Array(code.length >> 1);
  let extended = 0;
  for (let i = 0; i < words.length; ) {
    const opcode = code[2 * i]!;
    const arg = (extended << 8) | code[2 * i + 1]!;
    words[i] = opcode | (arg << 8);
    extended = opcode === EXTENDED_ARG ? arg : 0;
    i += 1 + (cacheEntries[opcode] ?? 0);
  }
  return words;
}

/** The objects of constants, owned. Each is counted at once: a later one may be the same, and it would be taken for dead without a count. */
function ownedConstants(vm: Vm, constants: readonly CodeConst[], shared: Map<unknown, Value> | null): Value[] {
  const made: Value[] = [];
  try {
    for (const c of constants) made.push(newRef(constantObject(vm, c, shared)));
  } catch (error) {
    dropAll(vm, made);
    throw error;
  }
  return made;
}

/** What one compilation has for `key`, unless it has died: containers are of no use once they have dropped their items. */
function sharedObject(shared: Map<unknown, Value>, key: unknown): Value | undefined {
  const v = shared.get(key);
  return v instanceof Container && v.rc <= 0 ? undefined : v;
}

/** The object of a constant of the compiler or of marshal; containers in it are owned by it. */
export function constantObject(vm: Vm, c: CodeConst, shared: Map<unknown, Value> | null = null): Value {
  if (c === null) return None;
  switch (typeof c) {
    case "number":
      return c;
    case "boolean":
      return c ? True : False;
    case "string":
      // Identifier-like constants are interned, as the compiler of CPython does.
      if (/^[A-Za-z0-9_]*$/.test(c)) return intern(vm, c);
  }
  if (shared === null) return newConstant(vm, c, null);
  const key = c instanceof TupleConst ? c.items : c;
  const known = sharedObject(shared, key);
  if (known !== undefined) return known;
  const made = newConstant(vm, c, shared);
  shared.set(key, made);
  return made;
}

function newConstant(vm: Vm, c: Exclude<CodeConst, null | boolean | number>, shared: Map<unknown, Value> | null): Value {
  if (typeof c === "string") return strFromJs(c);
  if (typeof c === "bigint") return newInt(c);
  if (isCodeUnit(c)) return newCodeOf(new CodeData(vm, c, null, shared ?? undefined));
  if (c instanceof FloatConst) return newFloat(c.value);
  if (c instanceof TupleConst) return staticTupleOf(vm, c.items, shared);
  if (c instanceof EllipsisConst) return Ellipsis;
  if (c instanceof SurrogateText) return strFromCodePoints(c.codePoints);
  if (c instanceof Uint8Array) return newBytes(c);
  if (c instanceof ComplexConst) return newComplex(c.real, c.imag);
  if ((c as unknown) instanceof ForeignConst) return (c as unknown as ForeignConst).object as Value;
  const part = (item: unknown): Value => constantObject(vm, item as CodeConst, shared);
  if (c instanceof FrozenSetConst) return newFrozenSet(vm, c.items.map(part));
  if (c instanceof SliceConst) return newSlice(vm, part(c.start), part(c.stop), part(c.step));
  throw new Error("unknown constant");
}

function staticTupleOf(vm: Vm, items: readonly CodeConst[], shared: Map<unknown, Value> | null): Value {
  if (items.length === 0) return emptyTuple();
  const t = new Container(TupleType, ownedConstants(vm, items, shared), null);
  t.rc = 0;
  return t;
}

/** The code object of a code unit. */
export function newCode(vm: Vm, unit: CodeUnit): Leaf {
  return newCodeOf(new CodeData(vm, unit));
}

/** The code object of a payload made by code-new.ts. */
export function newCodeOf(data: CodeData): Leaf {
  const code = new Leaf(CodeType, data, null);
  if (CodeType.onBirth !== null) CodeType.onBirth(code);
  return code;
}

export function codeOf(v: Value): CodeData {
  return (v as Leaf).data as CodeData;
}

const data = (self: Leaf): CodeData => self.data as CodeData;

/** What an attribute shows, made once; `key` stands for it in all code of the same compilation. */
function shown(self: Leaf, name: string, make: () => Value, key?: unknown): Value {
  const { shown: cache, shared } = data(self);
  const known = cache[name];
  if (known !== undefined) return known;
  let v = key === undefined ? undefined : sharedObject(shared, key);
  if (v === undefined) {
    v = make();
    if (key !== undefined) shared.set(key, v);
  }
  incref(v);
  cache[name] = v;
  return v;
}

/** Names of local slots that are of a kind (CO_FAST_*). */
function namesOfKind(vm: Vm, self: Leaf, name: string, kind: number): Value {
  const { unit, localNames } = data(self);
  return shown(self, name, () => newTuple(vm, localNames.filter((_, i) => (unit.localspluskinds[i]! & kind) !== 0)));
}

/** The instructions as they are now, specialised ones included. */
function adaptiveCode(self: Leaf): Uint8Array {
  const { unit, words } = data(self);
  const code = unit.code.slice();
  for (let i = 0; i < words.length; ) {
    const base = code[2 * i]!;
    code[2 * i] = words[i]! & 0xff;
    i += 1 + (cacheEntries[base] ?? 0);
  }
  return code;
}

function code_richcompare(_vm: Vm, left: Leaf, right: Value, op: number): Value {
  if ((op !== EQ && op !== NE) || typeof right === "number" || right.type !== CodeType) return NotImplemented;
  let equal = left === right;
  if (!equal) {
    const cache = new ConstCache();
    equal = cache.keyOf(data(left).unit) === cache.keyOf(data(right as Leaf).unit);
  }
  return equal === (op === EQ) ? True : False;
}

function code_hash(_vm: Vm, self: Leaf): number {
  const { unit } = data(self);
  let h = 17;
  const mix = (n: number): void => {
    h = Math.imul(h ^ n, 0x01000193);
  };
  const mixText = (text: string): void => {
    for (let i = 0; i < text.length; i++) mix(text.charCodeAt(i));
    mix(-1);
  };
  mixText(unit.name);
  for (const names of [unit.names, unit.localsplusnames]) for (const name of names) mixText(name);
  for (const n of [unit.argcount, unit.posonlyargcount, unit.kwonlyargcount, unit.flags, unit.firstlineno]) mix(n);
  for (const bytes of [unit.code, unit.linetable, unit.exceptiontable]) for (let i = 0; i < bytes.length; i++) mix(bytes[i]!);
  return h === -1 ? -2 : h;
}

const VARNAME_DOC = "(internal-only) Return the local variable name for the given oparg.\n\nWARNING: this method is for internal use only and may change or go\naway.";

export const CodeType: TypeRec = defineType({
  name: "code",
  doc: "Create a code object.  Not for the faint of heart.",
  signature: "(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize,\n     flags, codestring, constants, names, varnames, filename, name,\n     qualname, firstlineno, linetable, exceptiontable, freevars=(),\n     cellvars=(), /)",
  kind: K_CODE,
  leaf: true,
  hasWeakrefs: true,
  methods: {
    __sizeof__: method("($self, /)", null, (vm: Vm, self: Leaf) => sizeOf(vm, self)),
    co_lines: method("($self, /)", null, (_vm: Vm, self: Leaf) => coLines(data(self).unit)),
    co_branches: method("($self, /)", null, (_vm: Vm, self: Leaf) => coBranches(data(self).unit)),
    co_positions: method("($self, /)", null, (_vm: Vm, self: Leaf) => coPositions(data(self).unit)),
    replace: method("($self, /, **changes)", "Return a copy of the code object with new values for the specified fields.", code_replace),
    _varname_from_oparg: method("($self, /, oparg)", VARNAME_DOC, (vm: Vm, self: Leaf, oparg: Value) => {
      const name = data(self).localNames[asCInt(vm, oparg)];
      if (name === undefined) throw indexError(vm, "tuple index out of range");
      return name;
    }),
    __replace__: method("($self, /, **changes)", "The same as replace().", code_replace),
  },
  getset: {
    co_argcount: member((_vm, self) => data(self).argcount),
    co_posonlyargcount: member((_vm, self) => data(self).posonlyargcount),
    co_kwonlyargcount: member((_vm, self) => data(self).kwonlyargcount),
    co_stacksize: member((_vm, self) => data(self).stacksize),
    co_flags: member((_vm, self) => data(self).flags),
    co_nlocals: member((_vm, self) => data(self).nlocals),
    co_consts: member((vm, self) => shown(self, "consts", () => newTuple(vm, data(self).consts), data(self).given ? undefined : data(self).unit.consts)),
    co_names: member((vm, self) => shown(self, "names", () => newTuple(vm, data(self).names), data(self).unit.names)),
    co_filename: member((_vm, self) => data(self).filename),
    co_name: member((_vm, self) => data(self).name),
    co_qualname: member((_vm, self) => data(self).qualname),
    co_firstlineno: member((_vm, self) => data(self).unit.firstlineno),
    co_linetable: member((_vm, self) => shown(self, "linetable", () => newBytes(data(self).unit.linetable), data(self).unit.linetable)),
    co_exceptiontable: member((_vm, self) => shown(self, "exceptiontable", () => newBytes(data(self).unit.exceptiontable), data(self).unit.exceptiontable)),
    co_lnotab: getset((vm, self) => {
      warn(vm, "DeprecationWarning", "co_lnotab is deprecated, use co_lines instead.");
      return newBytes(lineNumberTable(data(self).unit));
    }),
    _co_code_adaptive: getset((_vm, self) => newBytes(adaptiveCode(self))),
    co_varnames: getset((vm, self) => namesOfKind(vm, self, "varnames", CO_FAST_LOCAL)),
    co_cellvars: getset((vm, self) => namesOfKind(vm, self, "cellvars", CO_FAST_CELL)),
    co_freevars: getset((vm, self) => namesOfKind(vm, self, "freevars", CO_FAST_FREE)),
    co_code: getset((_vm, self) => shown(self, "code", () => newBytes(data(self).unit.code))),
  },
  slots: {
    tp_new: code_new,
    tp_repr: (vm, self) => {
      const { unit } = data(self);
      return strFromJs(`<code object ${unit.name} at ${addressText(vm, self)}, file "${unit.filename}", line ${unit.firstlineno === 0 ? -1 : unit.firstlineno}>`);
    },
    tp_richcompare: code_richcompare,
    tp_hash: code_hash,
  },
});
