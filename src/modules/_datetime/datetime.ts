// datetime: the type, its arithmetic and comparison. How instances are made from other things is in datetime-make.ts.
// Mirrors the datetime class of Modules/_datetimemodule.c. See docs/modules.md.
import { dayOf, monthOf, ordinalOf, packDate, yearOf } from "../../base/calendar.ts";
import {
  argumentName, call, callMethod, compareNumbers, Container, defineType, drop, False, fullName, getset, hashOfBytes, IMMORTAL, incref, intern, isInstanceOf, isStr, newBytes, newFloat, newStr, newSubclassInstance, newText, newTuple, None, note,
  NotImplemented, reprText, strText, tellBirth, TPFLAGS_BASETYPE, True, type TypeRec, typeError, typeOf, type Value, type Vm,
} from "../../core/api.ts";
import { textConcat, textFromHost, textLength } from "../../base/text.ts";
import { documented } from "../documented.ts";
import { exactArguments, formatInt } from "./arguments.ts";
import { DateType, putDate, newDate, shiftDate } from "./date.ts";
import * as make from "./datetime-make.ts";
import { docs } from "./docs.generated.ts";
import { checkedClock, checkedDate, clockOfSeconds, type Delta, deltaOf, fieldArgument, hourOf, minuteOf, type Moment, moment, packClock, secondOf, secondsOf } from "./fields.ts";
import { momentOfLocal, secondsShown } from "./local.ts";
import { ctimeText, dateText, isoClockText, timespecArgument, timeTuple } from "./text.ts";
import { newTime } from "./time.ts";
import { compareDeltas, hashDelta, isDelta, isZero, MICROSECOND, normalDelta, subtractDeltas, totalSeconds } from "./timedelta.ts";
import { askName, askZone, checkZone, UTC, zoneText } from "./zones.ts";

const D = documented("_datetime.datetime", docs);

export function isMoment(v: Value): boolean {
  return typeof v !== "number" && (v.type === DatetimeType || isInstanceOf(v, DatetimeType));
}

/** A datetime of the type itself. */
export function newMoment(vm: Vm, date: number, clock: number, microsecond: number, zone: Value, fold: number): Value {
  if (zone !== None) incref(zone);
  const made = new Container(DatetimeType, { date, clock, microsecond, fold, zone, hash: null } satisfies Moment, null);
  if (vm.watched) tellBirth(vm, made, -1);
  return note(vm, made);
}

/** The same for a type that __new__ was asked for. */
export function momentOfType(vm: Vm, type: TypeRec, date: number, clock: number, microsecond: number, zone: Value, fold: number): Value {
  if (type === DatetimeType) return newMoment(vm, date, clock, microsecond, zone, fold);
  if (zone !== None) incref(zone);
  return newSubclassInstance(vm, type, { date, clock, microsecond, fold, zone, hash: null } satisfies Moment);
}

/** What class methods and arithmetic answer: subclasses make their own instances. */
export function momentOfClass(vm: Vm, cls: TypeRec, date: number, clock: number, microsecond: number, zone: Value, fold: number): Value {
  if (cls === DatetimeType) return newMoment(vm, date, clock, microsecond, zone, fold);
  return fieldsOfClass(vm, cls, yearOf(date), monthOf(date), dayOf(date), hourOf(clock), minuteOf(clock), secondOf(clock), microsecond, zone, fold);
}

/** The same for numbers that were not checked yet. */
export function fieldsOfClass(vm: Vm, cls: TypeRec, year: number, month: number, day: number, hour: number, minute: number, second: number, microsecond: number, zone: Value, fold: number): Value {
  if (cls === DatetimeType) {
    const date = checkedDate(vm, year, month, day);
    const clock = checkedClock(vm, hour, minute, second, microsecond, fold);
    checkZone(vm, zone);
    return newMoment(vm, date, clock, microsecond, zone, fold);
  }
  const args = [year, month, day, hour, minute, second, microsecond, zone];
  if (fold === 0) return call(vm, cls.obj, args);
  return call(vm, cls.obj, [...args, fold], [intern(vm, "fold")]);
}

/** self + delta (sign 1) or self - delta (sign -1), with self's class and zone. */
export function addToMoment(vm: Vm, self: Value, delta: Delta, sign: number): Value {
  const { date, clock, microsecond, zone } = moment(self);
  let days = sign * delta.days;
  let seconds = secondsOf(clock) + sign * delta.seconds;
  let micro = microsecond + sign * delta.microseconds;
  if (micro < 0) {
    micro += 1000000;
    seconds--;
  } else if (micro >= 1000000) {
    micro -= 1000000;
    seconds++;
  }
  if (seconds < 0) {
    seconds += 86400;
    days--;
  } else if (seconds >= 86400) {
    seconds -= 86400;
    days++;
  }
  return momentOfClass(vm, typeOf(self), days === 0 ? date : shiftDate(vm, date, days), clockOfSeconds(seconds), micro, zone, 0);
}

function datetime_add(vm: Vm, left: Value, right: Value): Value {
  if (isMoment(left)) return isDelta(right) ? addToMoment(vm, left, deltaOf(right), 1) : NotImplemented;
  return isDelta(left) ? addToMoment(vm, right, deltaOf(left), 1) : NotImplemented;
}

function datetime_subtract(vm: Vm, left: Value, right: Value): Value {
  if (!isMoment(left)) return NotImplemented;
  if (isDelta(right)) return addToMoment(vm, left, deltaOf(right), -1);
  return isMoment(right) ? difference(vm, left, right) : NotImplemented;
}

/** The time between two datetimes; offsets only matter between two zones. */
export function difference(vm: Vm, left: Value, right: Value): Value {
  const a = moment(left);
  const b = moment(right);
  let offset: Delta | undefined;
  if (a.zone !== b.zone) {
    const x = askZone(vm, a.zone, "utcoffset", left);
    const y = askZone(vm, b.zone, "utcoffset", right);
    if ((x === None) !== (y === None)) throw typeError(vm, "can't subtract offset-naive and offset-aware datetimes");
    if (x !== y && compareDeltas(deltaOf(x), deltaOf(y)) !== 0) offset = deltaOf(subtractDeltas(vm, deltaOf(x), deltaOf(y)));
  }
  const between = normalDelta(vm, ordinalOf(a.date) - ordinalOf(b.date), secondsOf(a.clock) - secondsOf(b.clock), a.microsecond - b.microsecond);
  return offset === undefined ? between : subtractDeltas(vm, deltaOf(between), offset);
}

const order = (a: Moment, b: Moment): number => a.date - b.date || a.clock - b.clock || a.microsecond - b.microsecond;

function datetime_richcompare(vm: Vm, left: Value, right: Value, op: number): Value {
  if (!isMoment(right)) return NotImplemented;
  const a = moment(left);
  const b = moment(right);
  if (a.zone === b.zone) return compareNumbers(order(a, b), 0, op) ? True : False;
  return compareZoned(vm, left, right, op);
}

function compareZoned(vm: Vm, left: Value, right: Value, op: number): Value {
  const equality = op === 2 || op === 3;
  const x = askZone(vm, moment(left).zone, "utcoffset", left);
  const y = askZone(vm, moment(right).zone, "utcoffset", right);
  let result: number;
  if (x === y || (x !== None && y !== None && compareDeltas(deltaOf(x), deltaOf(y)) === 0)) result = order(moment(left), moment(right));
  else if (x !== None && y !== None) {
    const between = deltaOf(difference(vm, left, right));
    result = isZero(between) ? 0 : between.days < 0 ? -1 : 1;
  } else {
    if (!equality) throw typeError(vm, "can't compare offset-naive and offset-aware datetimes");
    return op === 3 ? True : False;
  }
  if (equality && result === 0 && (dependsOnFold(vm, left, x) || dependsOnFold(vm, right, y))) result = 1;
  return compareNumbers(result, 0, op) ? True : False;
}

/** Would the other fold have another offset? Such a time equals none in another zone (PEP 495). */
function dependsOnFold(vm: Vm, self: Value, offset: Value): boolean {
  const { date, clock, microsecond, zone, fold } = moment(self);
  const flipped = momentOfType(vm, typeOf(self), date, clock, microsecond, zone, 1 - fold);
  const other = askZone(vm, zone, "utcoffset", flipped);
  if (other === offset) return false;
  return other === None || offset === None || compareDeltas(deltaOf(other), deltaOf(offset)) !== 0;
}

function datetime_hash(vm: Vm, self: Container): number | bigint {
  const data = moment(self);
  // Immortal ones belong to Vms with other keys too.
  if (self.rc >= IMMORTAL) return hashMoment(vm, self, data);
  return (data.hash ??= hashMoment(vm, self, data));
}

function hashMoment(vm: Vm, self: Value, { date, clock, microsecond, zone, fold }: Moment): number | bigint {
  // Both folds have one hash.
  const first = fold === 0 ? self : momentOfType(vm, typeOf(self), date, clock, microsecond, zone, 0);
  const offset = askZone(vm, zone, "utcoffset", first);
  if (offset === None) return hashOfBytes(vm, stateOf(moment(self), 0));
  return hashDelta(deltaOf(subtractDeltas(vm, deltaOf(normalDelta(vm, ordinalOf(date), secondsOf(clock), microsecond)), deltaOf(offset))));
}

/** The ten bytes of a datetime's state; the month's highest bit may carry the fold. */
function stateOf({ date, clock, microsecond }: Moment, fold: number): Uint8Array {
  const bytes = putDate(new Uint8Array(10), date);
  bytes[2]! |= fold << 7;
  bytes[4] = hourOf(clock);
  bytes[5] = minuteOf(clock);
  bytes[6] = secondOf(clock);
  bytes[7] = microsecond >> 16;
  bytes[8] = (microsecond >> 8) & 255;
  bytes[9] = microsecond & 255;
  return bytes;
}

function reduce(vm: Vm, self: Value, protocol: number): Value {
  const data = moment(self);
  const bytes = newBytes(stateOf(data, protocol > 3 ? data.fold : 0));
  return newTuple(vm, [typeOf(self).obj, newTuple(vm, data.zone === None ? [bytes] : [bytes, data.zone])]);
}

function datetime_repr(vm: Vm, self: Value): Value {
  const { date, clock, microsecond, zone, fold } = moment(self);
  let text = `${fullName(typeOf(self))}(${yearOf(date)}, ${monthOf(date)}, ${dayOf(date)}, ${hourOf(clock)}, ${minuteOf(clock)}`;
  if (secondOf(clock) !== 0 || microsecond !== 0) text += `, ${secondOf(clock)}`;
  if (microsecond !== 0) text += `, ${microsecond}`;
  if (fold !== 0) text += ", fold=1";
  if (zone === None) return newStr(`${text})`);
  return newText(textFromHost(`${text}, tzinfo=${reprText(vm, zone)})`));
}

function isoformat(vm: Vm, self: Value, separator?: Value, timespec?: Value): Value {
  const { date, clock, microsecond, zone } = moment(self);
  if (separator !== undefined && (!isStr(separator) || textLength(strText(separator)) !== 1)) {
    const what = isStr(separator) ? `a string of length ${textLength(strText(separator))}` : argumentName(separator);
    throw typeError(vm, `isoformat() argument 1 must be a unicode character, not ${what}`);
  }
  const time = isoClockText(vm, clock, microsecond, timespecArgument(vm, timespec, 2));
  const end = zone === None ? time : time + zoneText(vm, zone, self, ":");
  if (separator === undefined) return newStr(`${dateText(date)}T${end}`);
  return newText(textConcat(textConcat(dateText(date), strText(separator as Container)), end));
}

function replace(vm: Vm, self: Value, year?: Value, month?: Value, day?: Value, hour?: Value, minute?: Value, second?: Value, microsecond?: Value, zone?: Value, fold?: Value): Value {
  const data = moment(self);
  return fieldsOfClass(
    vm,
    typeOf(self),
    fieldArgument(vm, year, yearOf(data.date)),
    fieldArgument(vm, month, monthOf(data.date)),
    fieldArgument(vm, day, dayOf(data.date)),
    fieldArgument(vm, hour, hourOf(data.clock)),
    fieldArgument(vm, minute, minuteOf(data.clock)),
    fieldArgument(vm, second, secondOf(data.clock)),
    fieldArgument(vm, microsecond, data.microsecond),
    zone ?? data.zone,
    fieldArgument(vm, fold, data.fold),
  );
}

function timestamp(vm: Vm, self: Value): Value {
  const { date, clock, microsecond, zone, fold } = moment(self);
  if (zone !== None) return newFloat(totalSeconds(deltaOf(difference(vm, self, epoch(vm)))));
  const seconds = momentOfLocal(vm, secondsShown(ordinalOf(date), secondsOf(clock)), fold);
  return newFloat(seconds + microsecond / 1e6);
}

/** January 1, 1970 in UTC. */
function epoch(vm: Vm): Value {
  return newMoment(vm, packDate(1970, 1, 1), packClock(0, 0, 0), 0, UTC, 0);
}

function timetuple(vm: Vm, self: Value): Value {
  const dst = askZone(vm, moment(self).zone, "dst", self);
  const { date, clock } = moment(self);
  return timeTuple(vm, date, clock, dst === None ? -1 : isZero(deltaOf(dst)) ? 0 : 1);
}

function utctimetuple(vm: Vm, self: Value): Value {
  const offset = askZone(vm, moment(self).zone, "utcoffset", self);
  const { date, clock } = moment(offset === None ? self : addToMoment(vm, self, deltaOf(offset), -1));
  return timeTuple(vm, date, clock, 0);
}

const REPLACE = "($self, /, year=unchanged, month=unchanged, day=unchanged, hour=unchanged, minute=unchanged, second=unchanged, microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged)";

export const DatetimeType: TypeRec = defineType({
  name: "datetime.datetime",
  doc: D.doc(""),
  base: () => DateType,
  leaf: false,
  layoutChange: true,
  flags: TPFLAGS_BASETYPE,
  methods: {
    now: D.classMethod("now", make.now),
    utcnow: D.classMethod("utcnow", make.utcnow),
    fromtimestamp: D.classMethod("fromtimestamp", make.fromtimestamp, "($type, /, timestamp, tz=None)"),
    utcfromtimestamp: D.classMethod("utcfromtimestamp", make.utcfromtimestamp, "($type, /, *args)"),
    strptime: D.classMethod("strptime", make.strptime, "($type, /, *args)"),
    combine: D.classMethod("combine", make.combine, "($type, /, date, time, tzinfo=None)"),
    fromisoformat: D.classMethod("fromisoformat", make.fromisoformat),
    date: D.method("date", (_vm: Vm, self: Value) => newDate(moment(self).date)),
    time: D.method("time", (vm: Vm, self: Value) => newTime(vm, moment(self).clock, moment(self).microsecond, None, moment(self).fold)),
    timetz: D.method("timetz", (vm: Vm, self: Value) => newTime(vm, moment(self).clock, moment(self).microsecond, moment(self).zone, moment(self).fold)),
    ctime: D.method("ctime", (_vm: Vm, self: Value) => ctimeText(moment(self).date, moment(self).clock)),
    timetuple: D.method("timetuple", timetuple),
    timestamp: D.method("timestamp", timestamp),
    utctimetuple: D.method("utctimetuple", utctimetuple),
    isoformat: D.method("isoformat", isoformat, "($self, /, sep='T', timespec='auto')"),
    utcoffset: D.method("utcoffset", (vm: Vm, self: Value) => askZone(vm, moment(self).zone, "utcoffset", self)),
    tzname: D.method("tzname", (vm: Vm, self: Value) => askName(vm, moment(self).zone, self)),
    dst: D.method("dst", (vm: Vm, self: Value) => askZone(vm, moment(self).zone, "dst", self)),
    replace: D.method("replace", replace),
    __replace__: D.method("__replace__", replace, REPLACE),
    astimezone: D.method("astimezone", make.astimezone, "($self, /, tz=None)"),
    __reduce_ex__: D.method("__reduce_ex__", (vm: Vm, self: Value, args: readonly Value[]) => {
      exactArguments(vm, "__reduce_ex__", args, 1);
      return reduce(vm, self, formatInt(vm, args[0]!));
    }, "($self, /, *args)"),
    __reduce__: D.method("__reduce__", (vm: Vm, self: Value) => reduce(vm, self, 2)),
  },
  getset: {
    hour: getset((_vm, self) => moment(self).clock >> 16),
    minute: getset((_vm, self) => (moment(self).clock >> 8) & 255),
    second: getset((_vm, self) => moment(self).clock & 255),
    microsecond: getset((_vm, self) => moment(self).microsecond),
    tzinfo: getset((_vm, self) => moment(self).zone),
    fold: getset((_vm, self) => moment(self).fold),
  },
  attributes: {
    min: () => new Container(DatetimeType, { date: packDate(1, 1, 1), clock: 0, microsecond: 0, fold: 0, zone: None, hash: null } satisfies Moment, null),
    max: () => new Container(DatetimeType, { date: packDate(9999, 12, 31), clock: packClock(23, 59, 59), microsecond: 999999, fold: 0, zone: None, hash: null } satisfies Moment, null),
    resolution: () => MICROSECOND,
  },
  slots: {
    tp_new: make.datetime_new,
    tp_repr: datetime_repr,
    tp_str: (vm, self) => callMethod(vm, self, intern(vm, "isoformat"), [newStr(" ")]),
    tp_hash: datetime_hash,
    tp_richcompare: datetime_richcompare,
    nb_add: datetime_add,
    nb_subtract: datetime_subtract,
    tp_traverse: (self: Container, visit) => {
      const { zone } = moment(self);
      if (zone !== None) visit(zone);
    },
    tp_clear: (vm, self: Container) => {
      const data = moment(self);
      const { zone } = data;
      data.zone = None;
      if (zone !== None) drop(vm, zone);
    },
  },
});
