// date, and the named tuple that isocalendar() answers. Mirrors the date class of Modules/_datetimemodule.c. See docs/modules.md.
import { dateOfOrdinal, dayOf, type IsoFault, isoCalendar, isoOrdinal, MAX_ORDINAL, monthOf, ordinalOf, packDate, weekdayOf, yearOf } from "../../base/calendar.ts";
import { parseIsoDate } from "../../base/iso-time.ts";
import {
  asCInt, call, callMethod, compareNumbers, Container, defineType, dropError, exc, False, fullName, getAttrText, getset, hashOfBytes, IMMORTAL, importModule, intern, isInstanceOf, isStr, K_TUPLE, type KeywordArgs, Leaf, matches, newBytes, newStr,
  newSubclassInstance, newTuple, None, note, NotImplemented, overflowError, type PyStr, reprText, textOf, TPFLAGS_BASETYPE, TPFLAGS_TUPLE_SUBCLASS, track, True, TupleType, type TypeRec, typeError, typeOf, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { constructorArguments, documented } from "../documented.ts";
import { exactArguments, formatInt, type Parameters, parseArguments } from "./arguments.ts";
import { DatetimeType, isMoment, newMoment } from "./datetime.ts";
import { docs } from "./docs.generated.ts";
import { checkedDate, dateFields, type Delta, deltaOf, fieldArgument, yearError } from "./fields.ts";
import { floorTimestamp, localDate } from "./local.ts";
import { ctimeText, dateText, formatBySpec, formatTime, parseTime, stateBytes, timeTuple } from "./text.ts";
import { isDelta, newDelta, ONE_DAY } from "./timedelta.ts";

const D = documented("_datetime.date", docs);

/** date or a subclass; datetime is one. */
export function isDate(v: Value): boolean {
  return typeof v !== "number" && (v.type === DateType || isInstanceOf(v, DateType));
}

const isPlainDate = (v: Value): boolean => typeof v !== "number" && (v.type === DateType || (isInstanceOf(v, DateType) && !isMoment(v)));

/** A date of the type itself. */
export function newDate(date: number): Value {
  return new Leaf(DateType, date, null);
}

function ofType(vm: Vm, type: TypeRec, date: number): Value {
  return type === DateType ? new Leaf(DateType, date, null) : newSubclassInstance(vm, type, date);
}

/** What class methods and arithmetic answer: subclasses make their own instances. */
function dateOfClass(vm: Vm, cls: TypeRec, year: number, month: number, day: number): Value {
  if (cls === DateType) return newDate(checkedDate(vm, year, month, day));
  if (cls === DatetimeType) return newMoment(vm, checkedDate(vm, year, month, day), 0, 0, None, 0);
  return call(vm, cls.obj, [year, month, day]);
}

function packedOfClass(vm: Vm, cls: TypeRec, date: number): Value {
  return cls === DateType ? newDate(date) : dateOfClass(vm, cls, yearOf(date), monthOf(date), dayOf(date));
}

/** A packed date moved by days. */
export function shiftDate(vm: Vm, date: number, days: number): number {
  const day = (date & 255) + days;
  if (day >= 1 && day <= 28) return date + days;
  const ordinal = ordinalOf(date) + days;
  if (ordinal < 1 || ordinal > MAX_ORDINAL) throw overflowError(vm, "date value out of range");
  return dateOfOrdinal(ordinal);
}

const parameters: Parameters = { name: null, names: ["year", "month", "day"], required: 3, positional: 3, convert: formatInt };
const saneMonth = (byte: number): boolean => byte >= 1 && byte <= 12;

function date_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  if (kwnames === null) {
    if (args.length === 3) {
      const [year, month, day] = args as [Value, Value, Value];
      if (typeof year === "number" && typeof month === "number" && typeof day === "number" && year >= 1 && year <= 9999) return ofType(vm, type, checkedDate(vm, year, formatInt(vm, month), formatInt(vm, day)));
    } else if (args.length === 1) {
      const state = stateBytes(vm, args[0]!, 4, 2, saneMonth, "date");
      if (state !== undefined) return ofType(vm, type, packDate(state[0]! * 256 + state[1]!, state[2]!, state[3]!));
    }
  }
  const [year, month, day] = parseArguments(vm, parameters, args, kwnames) as [number, number, number];
  return ofType(vm, type, checkedDate(vm, year, month, day));
}

/** Writes a date as the first four bytes of a state. */
export function putDate(bytes: Uint8Array, date: number): Uint8Array {
  bytes[0] = date >> 24;
  bytes[1] = (date >> 16) & 255;
  bytes[2] = monthOf(date);
  bytes[3] = dayOf(date);
  return bytes;
}

const stateOf = (date: number): Uint8Array => putDate(new Uint8Array(4), date);

function date_hash(vm: Vm, self: Leaf | Container): number | bigint {
  if (self.type !== DateType) return hashOfBytes(vm, stateOf(dateFields(self)));
  // Immortal dates belong to Vms with other keys too.
  if (self.rc >= IMMORTAL) return hashOfBytes(vm, stateOf(self.data as number));
  return (self.aux ??= hashOfBytes(vm, stateOf(self.data as number))) as number | bigint;
}

function plusDelta(vm: Vm, date: Value, delta: Delta, sign: number): Value {
  return packedOfClass(vm, typeOf(date), shiftDate(vm, dateFields(date), sign < 0 ? 0 - delta.days : delta.days));
}

function date_add(vm: Vm, left: Value, right: Value): Value {
  if (isMoment(left) || isMoment(right)) return NotImplemented;
  if (isDate(left)) return isDelta(right) ? plusDelta(vm, left, deltaOf(right), 1) : NotImplemented;
  return isDelta(left) ? plusDelta(vm, right, deltaOf(left), 1) : NotImplemented;
}

function date_subtract(vm: Vm, left: Value, right: Value): Value {
  if (isMoment(left) || isMoment(right) || !isDate(left)) return NotImplemented;
  if (isDate(right)) return newDelta(vm, ordinalOf(dateFields(left)) - ordinalOf(dateFields(right)), 0, 0);
  return isDelta(right) ? plusDelta(vm, left, deltaOf(right), -1) : NotImplemented;
}

function fromordinal(vm: Vm, cls: TypeRec, args: readonly Value[]): Value {
  exactArguments(vm, "fromordinal", args, 1);
  const ordinal = formatInt(vm, args[0]!);
  if (ordinal < 1) throw valueError(vm, "ordinal must be >= 1");
  if (ordinal > MAX_ORDINAL) throw yearError(vm, yearAfter(ordinal));
  return packedOfClass(vm, cls, dateOfOrdinal(ordinal));
}

/** The year of an ordinal behind the last date. */
function yearAfter(ordinal: number): number {
  return yearOf(dateOfOrdinal(((ordinal - 1) % 146097) + 1)) + 400 * Math.floor((ordinal - 1) / 146097);
}

export function invalidIso(vm: Vm, text: Value): Error {
  throw valueError(vm, `Invalid isoformat string: ${reprText(vm, text)}`);
}

function fromisoformat(vm: Vm, cls: TypeRec, text: Value): Value {
  if (!isStr(text)) throw typeError(vm, "fromisoformat: argument must be str");
  const s = textOf(text);
  const parsed = s.length === 7 || s.length === 8 || s.length === 10 ? parseIsoDate(s, s.length) : undefined;
  if (parsed === undefined) throw invalidIso(vm, text);
  return dateOfClass(vm, cls, parsed.year, parsed.month, parsed.day);
}

const ISO_FAULTS: Record<IsoFault, (vm: Vm, year: number, week: number, weekday: number) => Error> = {
  year: (vm, year) => yearError(vm, year),
  week: (vm, _year, week) => {
    throw valueError(vm, `Invalid week: ${week}`);
  },
  weekday: (vm, _year, _week, weekday) => {
    throw valueError(vm, `Invalid weekday: ${weekday} (range is [1, 7])`);
  },
};

const isoParameters: Parameters = { name: "fromisocalendar", names: ["year", "week", "day"], required: 3, positional: 3, convert: formatInt };

function fromisocalendar(vm: Vm, cls: TypeRec, args: readonly Value[], kwargs?: KeywordArgs): Value {
  let fields: [number, number, number];
  try {
    fields = parseArguments(vm, isoParameters, kwargs === undefined ? args : [...args, ...kwargs.values], kwargs?.names ?? null) as [number, number, number];
  } catch (error) {
    if (!matches(error, exc.OverflowErrorType)) throw error;
    dropError(vm, error);
    throw valueError(vm, "ISO calendar component out of range");
  }
  const ordinal = isoOrdinal(...fields);
  if (typeof ordinal === "string") throw ISO_FAULTS[ordinal](vm, ...fields);
  if (ordinal > MAX_ORDINAL) throw yearError(vm, fields[0] + 1);
  return packedOfClass(vm, cls, dateOfOrdinal(ordinal));
}

const isoArguments = constructorArguments("IsoCalendarDate", "(year, week, weekday)");

function newIsoCalendar(vm: Vm, fields: Value[]): Value {
  const made = new Container(IsoCalendarDateType, fields, null);
  track(vm, made);
  return note(vm, made);
}

const isoItem = (index: number) => getset((_vm, self: Container) => (self.data as Value[])[index]!);

const IsoCalendarDateType: TypeRec = defineType({
  name: "datetime.IsoCalendarDate",
  doc: "The result of date.isocalendar() or datetime.isocalendar()\n\nThis object may be accessed either as a tuple of\n  ((year, week, weekday)\nor via the object attributes as named in the above tuple.",
  base: () => TupleType,
  kind: K_TUPLE,
  flags: TPFLAGS_TUPLE_SUBCLASS,
  methods: {
    __reduce__: D.method("__reduce__", (vm: Vm, self: Container) => newTuple(vm, [TupleType.obj, newTuple(vm, [newTuple(vm, (self.data as Value[]).slice())])])),
  },
  getset: { year: isoItem(0), week: isoItem(1), weekday: isoItem(2) },
  slots: {
    tp_new: (vm, _type, args, kwnames) => newIsoCalendar(vm, isoArguments(vm, args, kwnames).map((v) => asCInt(vm, v))),
    tp_repr: (vm, self: Container) => {
      const [year, week, weekday] = self.data as [Value, Value, Value];
      return newStr(`${fullName(self.type)}(year=${reprText(vm, year)}, week=${reprText(vm, week)}, weekday=${reprText(vm, weekday)})`);
    },
  },
});

// CPython's take the empty cache of their hash for the hash. Set here, the slots show no descriptors, as inherited ones.
IsoCalendarDateType.tp_hash = () => 0;
IsoCalendarDateType.tp_richcompare = (vm, left, right, op) => TupleType.tp_richcompare!(vm, left, right, op);

export const DateType: TypeRec = defineType({
  name: "datetime.date",
  doc: D.doc(""),
  leaf: true,
  layoutChange: true,
  flags: TPFLAGS_BASETYPE,
  methods: {
    fromtimestamp: D.classMethod("fromtimestamp", (vm: Vm, cls: TypeRec, timestamp: Value) => packedOfClass(vm, cls, localDate(vm, floorTimestamp(vm, timestamp)))),
    fromordinal: D.classMethod("fromordinal", fromordinal, "($type, /, *args)"),
    fromisoformat: D.classMethod("fromisoformat", fromisoformat),
    fromisocalendar: D.classMethod("fromisocalendar", fromisocalendar, "($type, /, *args, **kwargs)"),
    strptime: D.classMethod("strptime", (vm: Vm, cls: TypeRec, args: readonly Value[]) => parseTime(vm, cls.obj, args, "date"), "($type, /, *args)"),
    today: D.classMethod("today", (vm: Vm, cls: TypeRec) => {
      const now = call(vm, getAttrText(vm, importModule(vm, "time", None, None, 0), "time"), []);
      return callMethod(vm, cls.obj, intern(vm, "fromtimestamp"), [now]);
    }),
    ctime: D.method("ctime", (_vm: Vm, self: Value) => ctimeText(dateFields(self), 0)),
    strftime: D.method("strftime", (vm: Vm, self: Value, format: Value) => {
      if (!isStr(format)) return formatTime(vm, format, None, { microsecond: 0, zone: None, about: self });
      const tuple = callMethod(vm, self, intern(vm, "timetuple"), []);
      const data = isMoment(self) ? (self as Container).data : undefined;
      return formatTime(vm, format, tuple, { microsecond: data?.microsecond ?? 0, zone: data?.zone ?? None, about: self });
    }, "($self, /, format)"),
    __format__: D.method("__format__", formatBySpec, "($self, /, *args)"),
    timetuple: D.method("timetuple", (vm: Vm, self: Value) => timeTuple(vm, dateFields(self), 0, -1)),
    isocalendar: D.method("isocalendar", (vm: Vm, self: Value) => newIsoCalendar(vm, isoCalendar(dateFields(self)))),
    isoformat: D.method("isoformat", (_vm: Vm, self: Value) => newStr(dateText(dateFields(self)))),
    isoweekday: D.method("isoweekday", (_vm: Vm, self: Value) => weekdayOf(dateFields(self)) + 1),
    toordinal: D.method("toordinal", (_vm: Vm, self: Value) => ordinalOf(dateFields(self))),
    weekday: D.method("weekday", (_vm: Vm, self: Value) => weekdayOf(dateFields(self))),
    replace: D.method("replace", replace),
    __replace__: D.method("__replace__", replace, "($self, /, year=unchanged, month=unchanged, day=unchanged)"),
    __reduce__: D.method("__reduce__", (vm: Vm, self: Value) => newTuple(vm, [typeOf(self).obj, newTuple(vm, [newBytes(stateOf(dateFields(self)))])])),
  },
  getset: {
    year: getset((_vm, self) => dateFields(self) >> 16),
    month: getset((_vm, self) => (dateFields(self) >> 8) & 255),
    day: getset((_vm, self) => dateFields(self) & 255),
  },
  attributes: {
    min: () => newDate(packDate(1, 1, 1)),
    max: () => newDate(packDate(9999, 12, 31)),
    resolution: () => ONE_DAY,
  },
  slots: {
    tp_new: date_new,
    tp_repr: (_vm, self) => {
      const date = dateFields(self);
      return newStr(`${fullName(typeOf(self))}(${yearOf(date)}, ${monthOf(date)}, ${dayOf(date)})`);
    },
    tp_str: (vm, self) => callMethod(vm, self, intern(vm, "isoformat"), []),
    tp_hash: date_hash,
    tp_richcompare: (_vm, left, right, op) => {
      if (!isPlainDate(right)) return NotImplemented;
      return compareNumbers(dateFields(left), dateFields(right), op) ? True : False;
    },
    nb_add: date_add,
    nb_subtract: date_subtract,
  },
});

function replace(vm: Vm, self: Value, year?: Value, month?: Value, day?: Value): Value {
  const date = dateFields(self);
  return dateOfClass(vm, typeOf(self), fieldArgument(vm, year, yearOf(date)), fieldArgument(vm, month, monthOf(date)), fieldArgument(vm, day, dayOf(date)));
}
