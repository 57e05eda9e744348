// Values that marshal knows and constants do not: lists, dicts, sets and StopIteration, as plain data. See docs/bytecode.md.
import type { FrozenSetConst, SliceConst, TupleConst } from "../base/constant.ts";
import type { CodeConst } from "./code-unit.ts";

export class ListValue {
  readonly items: MarshalValue[];
  constructor(items: MarshalValue[]) {
    this.items = items;
  }
}

export class DictValue {
  /** In the order of insertion; keys are unequal to each other as Python compares them. */
  readonly entries: [key: MarshalValue, value: MarshalValue][];
  constructor(entries: [key: MarshalValue, value: MarshalValue][]) {
    this.entries = entries;
  }
}

/** A mutable set. */
export class SetValue {
  readonly items: MarshalValue[];
  constructor(items: MarshalValue[]) {
    this.items = items;
  }
}

export class StopIterationValue {}
/** The class StopIteration, the one exception that marshal can write. */
export const STOP_ITERATION = new StopIterationValue();

/** Everything that marshal reads and writes. Tuples, frozensets and slices hold any of it. */
export type MarshalValue =
  | CodeConst
  | ListValue
  | DictValue
  | SetValue
  | StopIterationValue
  | TupleConst<MarshalValue>
  | FrozenSetConst<MarshalValue>
  | SliceConst<MarshalValue>;

/** The format that CPython 3.14 writes by default. */
export const MARSHAL_VERSION = 5;

/** Deepest nesting that is read or written. */
export const MAX_DEPTH = 2000;
