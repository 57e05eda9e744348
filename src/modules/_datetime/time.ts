// time: an hour, minute, second and microsecond of some day, with a zone or without. Mirrors the time class of Modules/_datetimemodule.c.
// See docs/modules.md.
import { parseIsoTime } from "../../base/iso-time.ts";
import {
  call, callMethod, compareNumbers, Container, defineType, drop, False, fullName, getset, hashOfBytes, IMMORTAL, incref, intern, isInstanceOf, isStr, newBytes, newStr, newSubclassInstance, newText, newTuple, None, note, NotImplemented, type PyStr,
  reprText, tellBirth, textOf, TPFLAGS_BASETYPE, True, type TypeRec, typeError, typeOf, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { textFromHost } from "../../base/text.ts";
import { documented } from "../documented.ts";
import { exactArguments, formatInt, type Parameters, parseArguments } from "./arguments.ts";
import { invalidIso } from "./date.ts";
import { checkStateZone } from "./datetime-make.ts";
import { docs } from "./docs.generated.ts";
import { checkedClock, type Clock, clockFields, deltaOf, fieldArgument, hourOf, minuteOf, packClock, secondOf, secondsOf } from "./fields.ts";
import { formatBySpec, formatTime, isoClockText, parseTime, stateBytes, timespecArgument } from "./text.ts";
import { compareDeltas, hashDelta, MICROSECOND, normalDelta, subtractDeltas } from "./timedelta.ts";
import { askName, askZone, checkZone, zoneOfOffset, zoneText } from "./zones.ts";

const D = documented("_datetime.time", docs);

export function isTime(v: Value): boolean {
  return typeof v !== "number" && (v.type === TimeType || isInstanceOf(v, TimeType));
}

/** A time of the type itself. */
export function newTime(vm: Vm, clock: number, microsecond: number, zone: Value, fold: number): Value {
  if (zone !== None) incref(zone);
  const made = new Container(TimeType, { clock, microsecond, fold, zone, hash: null } satisfies Clock, null);
  if (vm.watched) tellBirth(vm, made, -1);
  return note(vm, made);
}

function timeOfType(vm: Vm, type: TypeRec, clock: number, microsecond: number, zone: Value, fold: number): Value {
  if (type === TimeType) return newTime(vm, clock, microsecond, zone, fold);
  if (zone !== None) incref(zone);
  return newSubclassInstance(vm, type, { clock, microsecond, fold, zone, hash: null } satisfies Clock);
}

/** What class methods answer: subclasses make their own instances. */
function fieldsOfClass(vm: Vm, cls: TypeRec, hour: number, minute: number, second: number, microsecond: number, zone: Value, fold: number): Value {
  if (cls === TimeType) {
    const clock = checkedClock(vm, hour, minute, second, microsecond, fold);
    checkZone(vm, zone);
    return newTime(vm, clock, microsecond, zone, fold);
  }
  const fields = [hour, minute, second, microsecond, zone];
  return fold === 0 ? call(vm, cls.obj, fields) : call(vm, cls.obj, [...fields, fold], [intern(vm, "fold")]);
}

const parameters: Parameters = {
  name: null,
  names: ["hour", "minute", "second", "microsecond", "tzinfo", "fold"],
  required: 0,
  positional: 5,
  convert: (vm, v, index) => (index === 4 ? v : formatInt(vm, v)),
};

const saneHour = (byte: number): boolean => (byte & 127) < 24;

function time_new(vm: Vm, type: TypeRec, args: readonly Value[], kwnames: readonly PyStr[] | null): Value {
  const count = kwnames === null ? args.length : args.length - kwnames.length;
  if (count === 1 || count === 2) {
    const state = stateBytes(vm, args[0]!, 6, 0, saneHour, "time");
    if (state !== undefined) {
      const zone = count === 2 ? args[1]! : None;
      checkStateZone(vm, zone);
      const [hour, minute, second, a, b, c] = state as unknown as [number, number, number, number, number, number];
      return timeOfType(vm, type, packClock(hour & 127, minute, second), a * 65536 + b * 256 + c, zone, hour >> 7);
    }
  }
  const [hour, minute, second, microsecond, zone, fold] = parseArguments(vm, parameters, args, kwnames) as [number?, number?, number?, number?, Value?, number?];
  const clock = checkedClock(vm, hour ?? 0, minute ?? 0, second ?? 0, microsecond ?? 0, fold ?? 0);
  checkZone(vm, zone ?? None);
  return timeOfType(vm, type, clock, microsecond ?? 0, zone ?? None, fold ?? 0);
}

function stateOf({ clock, microsecond }: Clock, fold: number): Uint8Array {
  return Uint8Array.of(hourOf(clock) | (fold << 7), minuteOf(clock), secondOf(clock), microsecond >> 16, (microsecond >> 8) & 255, microsecond & 255);
}

function reduce(vm: Vm, self: Value, protocol: number): Value {
  const data = clockFields(self);
  const bytes = newBytes(stateOf(data, protocol > 3 ? data.fold : 0));
  return newTuple(vm, [typeOf(self).obj, newTuple(vm, data.zone === None ? [bytes] : [bytes, data.zone])]);
}

function time_repr(vm: Vm, self: Value): Value {
  const { clock, microsecond, zone, fold } = clockFields(self);
  let text = `${fullName(typeOf(self))}(${hourOf(clock)}, ${minuteOf(clock)}`;
  if (secondOf(clock) !== 0 || microsecond !== 0) text += `, ${secondOf(clock)}`;
  if (microsecond !== 0) text += `, ${microsecond}`;
  if (zone !== None) text += `, tzinfo=${reprText(vm, zone)}`;
  return newText(textFromHost(`${text}${fold === 0 ? "" : ", fold=1"})`));
}

function isoformat(vm: Vm, self: Value, timespec?: Value): Value {
  const { clock, microsecond, zone } = clockFields(self);
  const text = isoClockText(vm, clock, microsecond, timespecArgument(vm, timespec, 1));
  return newStr(zone === None ? text : text + zoneText(vm, zone, None, ":"));
}

function strftime(vm: Vm, self: Value, format: Value): Value {
  const { clock, microsecond, zone } = clockFields(self);
  const tuple = newTuple(vm, [1900, 1, 1, hourOf(clock), minuteOf(clock), secondOf(clock), 0, 1, -1]);
  return formatTime(vm, format, tuple, { microsecond, zone, about: None });
}

const order = (a: Clock, b: Clock): number => a.clock - b.clock || a.microsecond - b.microsecond;

function time_richcompare(vm: Vm, left: Value, right: Value, op: number): Value {
  if (!isTime(right)) return NotImplemented;
  const a = clockFields(left);
  const b = clockFields(right);
  if (a.zone === b.zone) return compareNumbers(order(a, b), 0, op) ? True : False;
  const x = askZone(vm, a.zone, "utcoffset", None);
  const y = askZone(vm, b.zone, "utcoffset", None);
  if (x === y || (x !== None && y !== None && compareDeltas(deltaOf(x), deltaOf(y)) === 0)) return compareNumbers(order(a, b), 0, op) ? True : False;
  if (x !== None && y !== None) {
    const utc = (clock: Clock, offset: Value): number => secondsOf(clock.clock) - deltaOf(offset).days * 86400 - deltaOf(offset).seconds;
    return compareNumbers(utc(a, x) - utc(b, y) || a.microsecond - b.microsecond, 0, op) ? True : False;
  }
  if (op === 2) return False;
  if (op === 3) return True;
  throw typeError(vm, "can't compare offset-naive and offset-aware times");
}

function time_hash(vm: Vm, self: Container): number | bigint {
  const data = clockFields(self);
  // Immortal ones belong to Vms with other keys too.
  if (self.rc >= IMMORTAL) return hashTime(vm, data);
  return (data.hash ??= hashTime(vm, data));
}

function hashTime(vm: Vm, data: Clock): number | bigint {
  const { clock, microsecond, zone } = data;
  const offset = askZone(vm, zone, "utcoffset", None);
  if (offset === None) return hashOfBytes(vm, stateOf(data, 0));
  return hashDelta(deltaOf(subtractDeltas(vm, deltaOf(normalDelta(vm, 0, secondsOf(clock), microsecond)), deltaOf(offset))));
}

function replace(vm: Vm, self: Value, hour?: Value, minute?: Value, second?: Value, microsecond?: Value, zone?: Value, fold?: Value): Value {
  const data = clockFields(self);
  return fieldsOfClass(
    vm,
    typeOf(self),
    fieldArgument(vm, hour, hourOf(data.clock)),
    fieldArgument(vm, minute, minuteOf(data.clock)),
    fieldArgument(vm, second, secondOf(data.clock)),
    fieldArgument(vm, microsecond, data.microsecond),
    zone ?? data.zone,
    fieldArgument(vm, fold, data.fold),
  );
}

function fromisoformat(vm: Vm, cls: TypeRec, text: Value): Value {
  if (!isStr(text)) throw typeError(vm, "fromisoformat: argument must be str");
  const s = textOf(text as Container);
  const time = parseIsoTime(s, s.startsWith("T") ? 1 : 0);
  if (time === undefined) throw invalidIso(vm, text);
  if (time.hour === 24) {
    if (time.minute !== 0 || time.second !== 0 || time.microsecond !== 0) throw valueError(vm, "minute, second, and microsecond must be 0 when hour is 24");
    time.hour = 0;
  }
  const zone = time.zoned ? zoneOfOffset(vm, time.offset, time.offsetMicroseconds) : None;
  return fieldsOfClass(vm, cls, time.hour, time.minute, time.second, time.microsecond, zone, 0);
}

export const TimeType: TypeRec = defineType({
  name: "datetime.time",
  doc: D.doc(""),
  layoutChange: true,
  flags: TPFLAGS_BASETYPE,
  methods: {
    strptime: D.classMethod("strptime", (vm: Vm, cls: TypeRec, args: readonly Value[]) => parseTime(vm, cls.obj, args, "time"), "($type, /, *args)"),
    isoformat: D.method("isoformat", isoformat, "($self, /, timespec='auto')"),
    strftime: D.method("strftime", strftime, "($self, /, format)"),
    __format__: D.method("__format__", formatBySpec, "($self, /, *args)"),
    utcoffset: D.method("utcoffset", (vm: Vm, self: Value) => askZone(vm, clockFields(self).zone, "utcoffset", None)),
    tzname: D.method("tzname", (vm: Vm, self: Value) => askName(vm, clockFields(self).zone, None)),
    dst: D.method("dst", (vm: Vm, self: Value) => askZone(vm, clockFields(self).zone, "dst", None)),
    replace: D.method("replace", replace),
    __replace__: D.method("__replace__", replace, "($self, /, hour=unchanged, minute=unchanged, second=unchanged, microsecond=unchanged, tzinfo=unchanged, *, fold=unchanged)"),
    fromisoformat: D.classMethod("fromisoformat", fromisoformat),
    __reduce_ex__: D.method("__reduce_ex__", (vm: Vm, self: Value, args: readonly Value[]) => {
      exactArguments(vm, "__reduce_ex__", args, 1);
      return reduce(vm, self, formatInt(vm, args[0]!));
    }, "($self, /, *args)"),
    __reduce__: D.method("__reduce__", (vm: Vm, self: Value) => reduce(vm, self, 2)),
  },
  getset: {
    hour: getset((_vm, self) => hourOf(clockFields(self).clock)),
    minute: getset((_vm, self) => minuteOf(clockFields(self).clock)),
    second: getset((_vm, self) => secondOf(clockFields(self).clock)),
    microsecond: getset((_vm, self) => clockFields(self).microsecond),
    tzinfo: getset((_vm, self) => clockFields(self).zone),
    fold: getset((_vm, self) => clockFields(self).fold),
  },
  attributes: {
    min: () => new Container(TimeType, { clock: 0, microsecond: 0, fold: 0, zone: None, hash: null } satisfies Clock, null),
    max: () => new Container(TimeType, { clock: packClock(23, 59, 59), microsecond: 999999, fold: 0, zone: None, hash: null } satisfies Clock, null),
    resolution: () => MICROSECOND,
  },
  slots: {
    tp_new: time_new,
    tp_repr: time_repr,
    tp_str: (vm, self) => callMethod(vm, self, intern(vm, "isoformat"), []),
    tp_hash: time_hash,
    tp_richcompare: time_richcompare,
    tp_traverse: (self: Container, visit) => {
      const { zone } = clockFields(self);
      if (zone !== None) visit(zone);
    },
    tp_clear: (vm, self: Container) => {
      const data = clockFields(self);
      const { zone } = data;
      data.zone = None;
      if (zone !== None) drop(vm, zone);
    },
  },
});
