// How datetimes are made: the constructor, from timestamps, texts, dates and times, and by conversion to other zones.
// Mirrors the constructors of datetime in Modules/_datetimemodule.c. See docs/modules.md.
import { dayOf, daysInMonth, monthOf, ordinalOf, packDate, yearOf } from "../../base/calendar.ts";
import { isoSeparator, parseIsoDate, parseIsoTime } from "../../base/iso-time.ts";
import { callMethod, type Container, intern, isStr, None, type PyStr, strFromJs, textOf, typeError, typeName, type TypeRec, typeOf, type Value, valueError, type Vm, warn } from "../../core/api.ts";
import { clockOf, hostCall } from "../os-error.ts";
import { exactArguments, formatInt, type Parameters, parseArguments } from "./arguments.ts";
import { invalidIso, isDate } from "./date.ts";
import { addToMoment, fieldsOfClass, momentOfClass, momentOfType } from "./datetime.ts";
import { checkedClock, checkedDate, clockFields, clockOfSeconds, dateFields, deltaOf, hourOf, minuteOf, moment, packClock, secondOf, secondsOf } from "./fields.ts";
import { checkSeconds, isSecondTime, localZone, momentOfLocal, reading, secondsShown, splitTimestamp } from "./local.ts";
import { parseTime, stateBytes } from "./text.ts";
import { isTime } from "./time.ts";
import { normalDelta } from "./timedelta.ts";
import { askZone, checkZone, isZone, newTimezone, zoneOfOffset } from "./zones.ts";

const parameters: Parameters = {
  name: null,
  names: ["year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"],
  required: 3,
  positional: 8,
  convert: (vm, v, index) => (index === 7 ? v : formatInt(vm, v)),
};

const saneMonth = (byte: number): boolean => (byte & 127) >= 1 && (byte & 127) <= 12;

/** A small int, or a number that no field allows. */
const small = (v: Value | undefined): number => (v === undefined ? 0 : typeof v === "number" && v >= 0 && v <= 999999 ? v : -1);

export function datetime_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  const count = kwnames === null ? args.length : args.length - kwnames.length;
  if (kwnames === null && count >= 3 && count <= 8) {
    const year = small(args[0]);
    const month = small(args[1]);
    const day = small(args[2]);
    const hour = small(args[3]);
    const minute = small(args[4]);
    const second = small(args[5]);
    const microsecond = small(args[6]);
    if (month >= 0 && day >= 0 && year >= 0 && hour >= 0 && minute >= 0 && second >= 0 && microsecond >= 0) {
      return checked(vm, type, year, month, day, hour, minute, second, microsecond, args[7] ?? None, 0);
    }
  } else if (count === 1 || count === 2) {
    const state = stateBytes(vm, args[0]!, 10, 2, saneMonth, "datetime");
    if (state !== undefined) return fromState(vm, type, state, count === 2 ? args[1]! : None);
  }
  const [year, month, day, hour, minute, second, microsecond, zone, fold] = parseArguments(vm, parameters, args, kwnames) as [number, number, number, number?, number?, number?, number?, Value?, number?];
  return checked(vm, type, year, month, day, hour ?? 0, minute ?? 0, second ?? 0, microsecond ?? 0, zone ?? None, fold ?? 0);
}

function checked(vm: Vm, type: TypeRec, year: number, month: number, day: number, hour: number, minute: number, second: number, microsecond: number, zone: Value, fold: number): Value {
  const date = checkedDate(vm, year, month, day);
  const clock = checkedClock(vm, hour, minute, second, microsecond, fold);
  if (zone !== None) checkZone(vm, zone);
  return momentOfType(vm, type, date, clock, microsecond, zone, fold);
}

function fromState(vm: Vm, type: TypeRec, state: Uint8Array, zone: Value): Value {
  checkStateZone(vm, zone);
  const [high, low, month, day, hour, minute, second, a, b, c] = state as unknown as [number, number, number, number, number, number, number, number, number, number];
  return momentOfType(vm, type, packDate(high * 256 + low, month & 127, day), packClock(hour, minute, second), a * 65536 + b * 256 + c, zone, month >> 7);
}

/** The zone of a pickle's state. */
export function checkStateZone(vm: Vm, zone: Value): void {
  if (!isZone(zone)) throw typeError(vm, "bad tzinfo state arg");
}

/** The datetime of a timestamp: on the local clock where there is no zone, else in UTC, to be converted by the zone. */
function fromSeconds(vm: Vm, cls: TypeRec, local: boolean, seconds: number, microseconds: number, zone: Value): Value {
  checkSeconds(vm, seconds);
  const offset = local ? localZone(vm, seconds).offset : 0;
  const shown = reading(vm, seconds, offset);
  const fold = local && isSecondTime(vm, seconds, seconds + offset) ? 1 : 0;
  return momentOfClass(vm, cls, shown.date, clockOfSeconds(shown.seconds), microseconds, zone, fold);
}

function inZone(vm: Vm, zone: Value, utc: Value): Value {
  return zone === None ? utc : callMethod(vm, zone, intern(vm, "fromutc"), [utc]);
}

function current(vm: Vm, cls: TypeRec, local: boolean, zone: Value): Value {
  const now = hostCall(vm, () => clockOf(vm).now());
  const microseconds = now / 1000n;
  const seconds = microseconds / 1000000n;
  return fromSeconds(vm, cls, local, Number(seconds), Number(microseconds - seconds * 1000000n), zone);
}

export function now(vm: Vm, cls: TypeRec, tz: Value = None): Value {
  checkZone(vm, tz);
  return inZone(vm, tz, current(vm, cls, tz === None, tz));
}

export function utcnow(vm: Vm, cls: TypeRec): Value {
  warn(vm, "DeprecationWarning", "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).");
  return current(vm, cls, false, None);
}

export function fromtimestamp(vm: Vm, cls: TypeRec, timestamp: Value, tz: Value = None): Value {
  checkZone(vm, tz);
  const [seconds, microseconds] = splitTimestamp(vm, timestamp);
  return inZone(vm, tz, fromSeconds(vm, cls, tz === None, seconds, microseconds, tz));
}

export function utcfromtimestamp(vm: Vm, cls: TypeRec, args: readonly Value[]): Value {
  warn(vm, "DeprecationWarning", "datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, datetime.UTC).");
  exactArguments(vm, "utcfromtimestamp", args, 1);
  const [seconds, microseconds] = splitTimestamp(vm, args[0]!);
  return fromSeconds(vm, cls, false, seconds, microseconds, None);
}

export function strptime(vm: Vm, cls: TypeRec, args: readonly Value[]): Value {
  return parseTime(vm, cls.obj, args, "datetime");
}

export function combine(vm: Vm, cls: TypeRec, date: Value, time: Value, tzinfo?: Value): Value {
  if (!isDate(date)) throw typeError(vm, `combine() argument 1 must be datetime.date, not ${typeName(date)}`);
  if (!isTime(time)) throw typeError(vm, `combine() argument 2 must be datetime.time, not ${typeName(time)}`);
  const day = dateFields(date);
  const { clock, microsecond, fold, zone } = clockFields(time);
  return fieldsOfClass(vm, cls, yearOf(day), monthOf(day), dayOf(day), hourOf(clock), minuteOf(clock), secondOf(clock), microsecond, tzinfo ?? zone, fold);
}

const isPair = (text: string, i: number): boolean => (text.codePointAt(i) ?? 0) > 0xffff;

function isLone(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  return code >= 0xd800 && code <= 0xdfff && !isPair(text, i);
}

/** Only the separator may be a lone surrogate: the first of its three places that holds one. */
function withoutSurrogate(text: string): string {
  const i = isLone(text, 7) ? 7 : isLone(text, 8) ? 8 : isLone(text, 10) ? 10 : -1;
  return i < 0 ? text : `${text.slice(0, i)}T${text.slice(i + 1)}`;
}

export function fromisoformat(vm: Vm, cls: TypeRec, text: Value): Value {
  if (!isStr(text)) throw typeError(vm, "fromisoformat: argument must be str");
  const given = textOf(text as Container);
  if (given.length < 7) throw invalidIso(vm, text);
  const s = withoutSurrogate(given);
  const separator = isoSeparator(s);
  const date = separator < 0 ? undefined : parseIsoDate(s, separator);
  if (date === undefined) throw invalidIso(vm, text);
  if (s.length <= separator) return fieldsOfClass(vm, cls, date.year, date.month, date.day, 0, 0, 0, 0, None, 0);
  const time = parseIsoTime(s, separator + (isPair(s, separator) ? 2 : 1));
  if (time === undefined) throw invalidIso(vm, text);
  const zone = time.zoned ? zoneOfOffset(vm, time.offset, time.offsetMicroseconds) : None;
  let { year, month, day } = date;
  if (time.hour === 24 && month >= 1 && month <= 12 && day <= daysInMonth(year, month)) {
    if (time.minute !== 0 || time.second !== 0 || time.microsecond !== 0) throw valueError(vm, "minute, second, and microsecond must be 0 when hour is 24");
    time.hour = 0;
    if (++day > daysInMonth(year, month)) {
      day = 1;
      if (++month > 12) {
        month = 1;
        year++;
      }
    }
  }
  return fieldsOfClass(vm, cls, year, month, day, time.hour, time.minute, time.second, time.microsecond, zone, 0);
}

/** The timezone that the local zone has at a moment. */
function timezoneAt(vm: Vm, seconds: number): Value {
  const { offset, name } = localZone(vm, seconds);
  return newTimezone(vm, normalDelta(vm, 0, offset, 0), strFromJs(name));
}

/** The timezone in which the local clock shows a datetime without a zone. */
function zoneOfNaive(vm: Vm, self: Value): Value {
  const { date, clock, fold } = moment(self);
  const shown = secondsShown(ordinalOf(date), secondsOf(clock));
  const seconds = momentOfLocal(vm, shown, fold);
  const other = momentOfLocal(vm, shown, 1 - fold);
  // In a gap the two stand the wrong way round.
  return timezoneAt(vm, other !== seconds && other > seconds === (fold === 1) ? other : seconds);
}

export function astimezone(vm: Vm, self: Value, tz: Value = None): Value {
  checkZone(vm, tz);
  const own = moment(self).zone;
  let zone = own === None ? zoneOfNaive(vm, self) : own;
  if (zone === tz) return self;
  let offset = askZone(vm, zone, "utcoffset", self);
  if (offset === None) {
    zone = zoneOfNaive(vm, self);
    offset = askZone(vm, zone, "utcoffset", self);
  }
  const utc = moment(addToMoment(vm, self, deltaOf(offset), -1));
  const type = typeOf(self);
  const target = tz === None ? timezoneAt(vm, secondsShown(ordinalOf(utc.date), secondsOf(utc.clock))) : tz;
  return callMethod(vm, target, intern(vm, "fromutc"), [momentOfType(vm, type, utc.date, utc.clock, utc.microsecond, target, utc.fold)]);
}
