// Dialects of CSV: their options, checks and registry. Mirrors the first half of Modules/_csv.c. See docs/modules.md.
import { type Text, textAt, textLength } from "../../base/text.ts";
import {
  type Container, call, defineType, dictDelete, dictGet, dictSet, exc, False, intValue, isBigOrInt, isInstanceOf, isStr, type KeywordArgs, lookupAttrText, matches, dropError, newError, newRef,
  newScopedDict, newSubclassInstance, newText, None, type PyDict, type PyStr, shortName, strFromCodePoints, strText, textOf, TPFLAGS_BASETYPE, True, truth, typeError, typeName, type TypeRec, type Value,
  valueError, type Vm,
} from "../../core/api.ts";
import { documented } from "../documented.ts";
import { exceptionClass } from "../exception-class.ts";
import { docs } from "./docs.generated.ts";

const D = documented("_csv", docs);

export const QUOTE_MINIMAL = 0;
export const QUOTE_ALL = 1;
export const QUOTE_NONNUMERIC = 2;
export const QUOTE_NONE = 3;
export const QUOTE_STRINGS = 4;
export const QUOTE_NOTNULL = 5;

/** Stands for a character that is not set. */
export const NOT_SET = -1;

export interface Dialect {
  delimiter: number;
  doublequote: boolean;
  escapechar: number;
  lineterminator: Text;
  quotechar: number;
  quoting: number;
  skipinitialspace: boolean;
  strict: boolean;
}

interface CsvState {
  dialects: PyDict;
  fieldLimit: number;
}

/** The registry and the limit of a Vm. */
export function csvState(vm: Vm): CsvState {
  return vm.stateOf("_csv", () => ({ dialects: newRef(newScopedDict(vm)), fieldLimit: 128 * 1024 }));
}

export const errorClass = (vm: Vm): TypeRec => exceptionClass(vm, "_csv", "Error");
export const csvError = (vm: Vm, message: string): unknown => newError(vm, errorClass(vm), message);

export function dialectNamed(vm: Vm, name: Value): Value {
  const found = dictGet(vm, csvState(vm).dialects, name);
  if (found === undefined) throw csvError(vm, "unknown dialect");
  return found;
}

const OPTIONS = ["delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict"] as const;
type Option = (typeof OPTIONS)[number];
type Given = Partial<Record<Option, Value>>;

function character(vm: Vm, name: Option, v: Value | undefined, fallback: number): number {
  if (v === undefined) return fallback;
  const orNone = name === "delimiter" ? "" : " or None";
  if (orNone !== "" && v === None) return NOT_SET;
  if (!isStr(v)) throw typeError(vm, `"${name}" must be a unicode character${orNone}, not ${typeName(v)}`);
  const length = textLength(strText(v));
  if (length !== 1) throw typeError(vm, `"${name}" must be a unicode character${orNone}, not a string of length ${length}`);
  return textAt(strText(v), 0);
}

function textOption(vm: Vm, name: Option, v: Value | undefined, fallback: string): Text {
  if (v === undefined) return fallback;
  if (!isStr(v)) throw typeError(vm, `"${name}" must be a string, not ${typeName(v)}`);
  return strText(v);
}

function quotingOption(vm: Vm, v: Value | undefined): number {
  if (v === undefined) return QUOTE_MINIMAL;
  if (!isBigOrInt(v) || v === True || v === False) throw typeError(vm, `"quoting" must be an integer, not ${typeName(v)}`);
  const quoting = Number(intValue(v));
  if (quoting < QUOTE_MINIMAL || quoting > QUOTE_NOTNULL) throw typeError(vm, 'bad "quoting" value');
  return quoting;
}

function checkCharacter(vm: Vm, name: Option, c: number, d: Dialect, allowSpace: boolean): void {
  if (c === 13 || c === 10 || (c === 32 && !allowSpace)) throw valueError(vm, `bad ${name} value`);
  if (inText(d.lineterminator, c)) throw valueError(vm, `bad ${name} or lineterminator value`);
}

export function inText(text: Text, c: number): boolean {
  for (let i = 0; i < textLength(text); i++) if (textAt(text, i) === c) return true;
  return false;
}

function checkDifferent(vm: Vm, one: "delimiter" | "escapechar", other: "escapechar" | "quotechar", d: Dialect): void {
  if (d[one] === d[other] && d[one] !== NOT_SET) throw valueError(vm, `bad ${one} or ${other} value`);
}

function makeDialect(vm: Vm, given: Given): Dialect {
  const flag = (name: Option, fallback: boolean): boolean => (given[name] === undefined ? fallback : truth(vm, given[name]!));
  const d: Dialect = {
    delimiter: character(vm, "delimiter", given.delimiter, 44),
    doublequote: flag("doublequote", true),
    escapechar: character(vm, "escapechar", given.escapechar, NOT_SET),
    lineterminator: textOption(vm, "lineterminator", given.lineterminator, "\r\n"),
    quotechar: character(vm, "quotechar", given.quotechar, 34),
    quoting: quotingOption(vm, given.quoting),
    skipinitialspace: flag("skipinitialspace", false),
    strict: flag("strict", false),
  };
  if (given.quotechar === None && given.quoting === undefined) d.quoting = QUOTE_NONE;
  if (d.quoting !== QUOTE_NONE && d.quotechar === NOT_SET) throw typeError(vm, "quotechar must be set if quoting enabled");
  checkCharacter(vm, "delimiter", d.delimiter, d, true);
  checkCharacter(vm, "escapechar", d.escapechar, d, !d.skipinitialspace);
  checkCharacter(vm, "quotechar", d.quotechar, d, !d.skipinitialspace);
  checkDifferent(vm, "delimiter", "escapechar", d);
  checkDifferent(vm, "delimiter", "quotechar", d);
  checkDifferent(vm, "escapechar", "quotechar", d);
  return d;
}

const dialectOf = (self: Value): Dialect => (self as Container).data as Dialect;
const characterValue = (c: number): Value => (c === NOT_SET ? None : strFromCodePoints([c]));
const flagValue = (v: boolean): Value => (v ? True : False);

function refuseToPickle(vm: Vm, self: Container): never {
  throw typeError(vm, `cannot pickle '${shortName(self.type)}' instances`);
}

export const DialectType: TypeRec = defineType({
  name: "_csv.Dialect",
  doc: D.doc("Dialect"),
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  methods: {
    __reduce__: D.method("Dialect.__reduce__", (vm: Vm, self: Container, _args: Value[]) => refuseToPickle(vm, self), "($self, *args)"),
    __reduce_ex__: D.method("Dialect.__reduce_ex__", (vm: Vm, self: Container, _args: Value[]) => refuseToPickle(vm, self), "($self, *args)"),
  },
  getset: {
    delimiter: D.getset("Dialect.delimiter", (_vm, self) => characterValue(dialectOf(self).delimiter)),
    doublequote: D.member("Dialect.doublequote", (_vm, self) => flagValue(dialectOf(self).doublequote)),
    escapechar: D.getset("Dialect.escapechar", (_vm, self) => characterValue(dialectOf(self).escapechar)),
    lineterminator: D.getset("Dialect.lineterminator", (_vm, self) => newText(dialectOf(self).lineterminator)),
    quotechar: D.getset("Dialect.quotechar", (_vm, self) => characterValue(dialectOf(self).quotechar)),
    quoting: D.getset("Dialect.quoting", (_vm, self) => dialectOf(self).quoting),
    skipinitialspace: D.member("Dialect.skipinitialspace", (_vm, self) => flagValue(dialectOf(self).skipinitialspace)),
    strict: D.member("Dialect.strict", (_vm, self) => flagValue(dialectOf(self).strict)),
  },
  slots: { tp_new: dialectNew },
});

/** Dialect(dialect=None, delimiter=..., ...): the given dialect itself when nothing else is given. */
function dialectNew(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  const npos = args.length - (kwnames?.length ?? 0);
  if (args.length > OPTIONS.length + 1) throw typeError(vm, `function takes at most ${OPTIONS.length + 1} arguments (${args.length} given)`);
  const given: Given = {};
  let base: Value | undefined;
  const put = (name: string, v: Value): boolean => {
    if (name === "dialect") base = v;
    else if ((OPTIONS as readonly string[]).includes(name)) given[name as Option] = v;
    else return false;
    return true;
  };
  for (let i = 0; i < npos; i++) put(i === 0 ? "dialect" : OPTIONS[i - 1]!, args[i]!);
  kwnames?.forEach((name, i) => {
    if (!put(textOf(name), args[npos + i]!)) throw typeError(vm, `this function got an unexpected keyword argument '${textOf(name)}'`);
  });
  if (base !== undefined) {
    if (isStr(base)) base = dialectNamed(vm, base);
    if (isInstanceOf(base, DialectType) && Object.keys(given).length === 0) return base;
    for (const name of OPTIONS) {
      if (given[name] !== undefined) continue;
      try {
        const found = lookupAttrText(vm, base, name);
        if (found !== undefined) given[name] = found;
      } catch (error) {
        if (!matches(error, exc.BaseExceptionType)) throw error;
        dropError(vm, error);
      }
    }
  }
  return newSubclassInstance(vm, type, makeDialect(vm, given));
}

/** The dialect that reader(), writer() and register_dialect() are asked for. */
export function askedDialect(vm: Vm, base: Value | undefined, options: KeywordArgs | undefined): Value {
  const positional = base === undefined ? [] : [base];
  return call(vm, DialectType.obj, [...positional, ...(options?.values ?? [])], options?.names ?? null);
}

export function registerDialect(vm: Vm, name: Value, base: Value | undefined, options: KeywordArgs | undefined): void {
  if (!isStr(name)) throw typeError(vm, "dialect name must be a string");
  dictSet(vm, csvState(vm).dialects, name, askedDialect(vm, base, options));
}

export function unregisterDialect(vm: Vm, name: Value): void {
  const { dialects } = csvState(vm);
  if (dictGet(vm, dialects, name) === undefined) throw csvError(vm, "unknown dialect");
  dictDelete(vm, dialects, name);
}
