// A code object as plain data, field for field CPython's (Include/cpython/code.h). See docs/bytecode.md.
import type { ConstValue, FrozenSetConst, SliceConst, TupleConst } from "../base/constant.ts";

/** Kinds of entries of localsplus (co_localspluskinds); a bit set. */
export const CO_FAST_ARG_POS = 0x02;
export const CO_FAST_ARG_KW = 0x04;
export const CO_FAST_ARG_VAR = 0x08;
export const CO_FAST_ARG = CO_FAST_ARG_POS | CO_FAST_ARG_KW | CO_FAST_ARG_VAR;
export const CO_FAST_HIDDEN = 0x10;
export const CO_FAST_LOCAL = 0x20;
export const CO_FAST_CELL = 0x40;
export const CO_FAST_FREE = 0x80;

/** co_flags. */
export const CO_OPTIMIZED = 0x1;
export const CO_NEWLOCALS = 0x2;
export const CO_VARARGS = 0x4;
export const CO_VARKEYWORDS = 0x8;
export const CO_NESTED = 0x10;
export const CO_GENERATOR = 0x20;
export const CO_COROUTINE = 0x80;
export const CO_ITERABLE_COROUTINE = 0x100;
export const CO_ASYNC_GENERATOR = 0x200;
export const CO_FUTURE_BARRY_AS_BDFL = 0x400000;
export const CO_FUTURE_GENERATOR_STOP = 0x800000;
export const CO_FUTURE_ANNOTATIONS = 0x1000000;
export const CO_HAS_DOCSTRING = 0x4000000;
export const CO_METHOD = 0x8000000;

/** What co_consts may hold: constants, code objects, and tuples, frozensets and slices of them. */
export type CodeConst = ConstValue | CodeUnit | TupleConst<CodeConst> | FrozenSetConst<CodeConst> | SliceConst<CodeConst>;

export interface CodeUnit {
  readonly kind: "code";
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  stacksize: number;
  flags: number;
  /** Instructions, two bytes each, cache cells included (co_code). */
  code: Uint8Array;
  consts: CodeConst[];
  names: string[];
  localsplusnames: string[];
  /** One CO_FAST_* set per entry of localsplusnames. */
  localspluskinds: Uint8Array;
  filename: string;
  name: string;
  qualname: string;
  firstlineno: number;
  linetable: Uint8Array;
  exceptiontable: Uint8Array;
}

export function isCodeUnit(value: unknown): value is CodeUnit {
  return typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === "code";
}
