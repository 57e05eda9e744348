// code: a code unit made into an object, with the machine's working copy of its instructions. Mirrors Objects/codeobject.c. See docs/types.md.
import { newFrozenSet } from "./set/set-object.ts";
import { newComplex } from "./complex.ts";
import { newBytes } from "./bytes.ts";
import { ComplexConst, EllipsisConst, FloatConst, FrozenSetConst, SliceConst, SurrogateText, TupleConst } from "../base/constant.ts";
import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_LOCAL, type CodeConst, type CodeUnit, isCodeUnit } from "../bytecode/code-unit.ts";
import { EXTENDED_ARG } from "../bytecode/opcode-ids.generated.ts";
import { cacheEntries } from "../bytecode/opcodes.ts";
import { defineType, getset, member, method, NO_TEXT } from "../core/define.ts";
import type { KeywordArgs } from "../core/signature.ts";
import { code_replace } from "./code-replace.ts";
import { K_CODE, Leaf, type PyStr, type TypeRec, type Value } from "../core/object.ts";
import { incref } from "../memory/ref.ts";
import type { Vm } from "../vm/vm.ts";
import { False, True } from "./bool.ts";
import { newFloat } from "./float.ts";
import { newInt } from "./int/int-object.ts";
import { None } from "./none.ts";
import { newSlice } from "./slice.ts";
import { Ellipsis } from "./singletons.ts";
import { intern, strFromCodePoints, strFromJs } from "./str/str-object.ts";
import { newTuple, staticTuple } from "./tuple.ts";

/** Payload of a code object: what the machine runs. */
export class CodeData {
  readonly unit: CodeUnit;
  /**
   * The working copy: one word per code unit, opcode in the low byte, the argument (EXTENDED_ARG folded in) above it.
   * Cache cells hold counters and small numbers. Specialisation rewrites low bytes.
   */
  words: Int32Array;
  /** Objects cached by specialised instructions, by word index. */
  readonly caches: any[];
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
  /** Number of plain locals (arguments included), cells and free variables. */
  readonly nlocals: number;
  readonly ncellvars: number;
  readonly nfreevars: number;
  readonly name: PyStr;
  readonly qualname: PyStr;
  readonly filename: PyStr;
  /** Slots that a call needs: locals, cells and operands. */
  readonly framesize: number;
  /** Instrumentation and tracing state of sys.monitoring. */
  monitoring: any = null;
  version = 0;
  constructor(vm: Vm, unit: CodeUnit) {
    this.unit = unit;
    this.words = wordsOf(unit.code);
    this.caches = new Array(this.words.length).fill(null);
    this.consts = unit.consts.map((c) => ownedConstant(vm, c));
    this.names = unit.names.map((n) => intern(vm, n));
    this.localNames = unit.localsplusnames.map((n) => intern(vm, n));
    this.nlocalsplus = unit.localsplusnames.length;
    this.stacksize = unit.stacksize;
    this.flags = unit.flags;
    this.argcount = unit.argcount;
    this.kwonlyargcount = unit.kwonlyargcount;
    this.posonlyargcount = unit.posonlyargcount;
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

function ownedConstant(vm: Vm, c: CodeConst): Value {
  const v = constantObject(vm, c);
  incref(v);
  return v;
}

/** The object of a constant of the compiler or of marshal; containers in it are owned by it. */
export function constantObject(vm: Vm, c: CodeConst): Value {
  if (c === null) return None;
  switch (typeof c) {
    case "number":
      return c;
    case "boolean":
      return c ? True : False;
    case "bigint":
      return newInt(c);
    case "string":
      // Identifier-like constants are interned, as the compiler of CPython does.
      return /^[A-Za-z0-9_]*$/.test(c) ? intern(vm, c) : strFromJs(c);
  }
  if (isCodeUnit(c)) return newCode(vm, c);
  if (c instanceof FloatConst) return newFloat(c.value);
  if (c instanceof TupleConst) return staticTupleOf(vm, c.items);
  if (c instanceof EllipsisConst) return Ellipsis;
  if (c instanceof SurrogateText) return strFromCodePoints(c.codePoints);
  if (c instanceof Uint8Array) return newBytes(c);
  if (c instanceof ComplexConst) return newComplex(c.real, c.imag);
  if (c instanceof FrozenSetConst) return newFrozenSet(vm, (c.items as CodeConst[]).map((item) => constantObject(vm, item)));
  if (c instanceof SliceConst) return newSlice(vm, constantObject(vm, c.start as CodeConst), constantObject(vm, c.stop as CodeConst), constantObject(vm, c.step as CodeConst));
  throw new Error("unknown constant");
}

function staticTupleOf(vm: Vm, items: readonly CodeConst[]): Value {
  const t = staticTuple(items.map((item) => ownedConstant(vm, item)));
  if (items.length > 0) t.rc = 0;
  return t;
}

/** The code object of a code unit. */
export function newCode(vm: Vm, unit: CodeUnit): Leaf {
  return new Leaf(CodeType, new CodeData(vm, unit), null);
}

export function codeOf(v: Value): CodeData {
  return (v as Leaf).data as CodeData;
}

const data = (self: Leaf): CodeData => self.data as CodeData;

/** Names of local slots that are of a kind (CO_FAST_*). */
function namesOfKind(vm: Vm, self: Leaf, kind: number): Value {
  const { unit, localNames } = data(self);
  return newTuple(vm, localNames.filter((_, i) => (unit.localspluskinds[i]! & kind) !== 0));
}

export const CodeType: TypeRec = defineType({
  name: "code",
  doc: "Create a code object.  Not for mere mortals.",
  kind: K_CODE,
  leaf: true,
  hasWeakrefs: true,
  methods: {
    replace: method("($self, /, **changes)", "Return a copy of the code object with new values for the specified fields.", (vm: Vm, self: Leaf, kwargs?: KeywordArgs) => code_replace(vm, self, kwargs), NO_TEXT),
    __replace__: method("($self, /, **changes)", "The same as replace().", (vm: Vm, self: Leaf, kwargs?: KeywordArgs) => code_replace(vm, self, kwargs), NO_TEXT),
  },
  getset: {
    co_argcount: member((_vm, self) => data(self).argcount),
    co_posonlyargcount: member((_vm, self) => data(self).posonlyargcount),
    co_kwonlyargcount: member((_vm, self) => data(self).kwonlyargcount),
    co_nlocals: getset((_vm, self) => data(self).nlocals),
    co_stacksize: member((_vm, self) => data(self).stacksize),
    co_flags: member((_vm, self) => data(self).flags),
    co_firstlineno: member((_vm, self) => data(self).unit.firstlineno),
    co_name: member((_vm, self) => data(self).name),
    co_qualname: member((_vm, self) => data(self).qualname),
    co_filename: member((_vm, self) => data(self).filename),
    co_code: getset((_vm, self) => newBytes(data(self).unit.code)),
    co_consts: member((vm, self) => newTuple(vm, [...data(self).consts])),
    co_names: member((vm, self) => newTuple(vm, [...data(self).names])),
    co_varnames: getset((vm, self) => namesOfKind(vm, self, CO_FAST_LOCAL)),
    co_cellvars: getset((vm, self) => namesOfKind(vm, self, CO_FAST_CELL)),
    co_freevars: getset((vm, self) => namesOfKind(vm, self, CO_FAST_FREE)),
    co_linetable: member((_vm, self) => newBytes(data(self).unit.linetable)),
    co_exceptiontable: member((_vm, self) => newBytes(data(self).unit.exceptiontable)),
  },
});
