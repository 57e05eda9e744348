// tzinfo and timezone, and what dates and times ask them: offsets from UTC with the checks of their values. Mirrors the tzinfo helpers and
// classes of Modules/_datetimemodule.c. See docs/modules.md.
import {
  callMethod, Container, defineType, drop, exc, False, fullName, genericGetAttr, getState, IMMORTAL, incref, instanceAttr, intern, isFunction, isInstanceOf, lookup, isStr, K_INSTANCE, lookupAttrText, call, newError, newInstance, newRef, newStr, newTuple, None, note, NotImplemented,
  reprText, tellBirth, TPFLAGS_BASETYPE, True, type TypeRec, typeError, typeName, typeOf, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { documented } from "../documented.ts";
import { type Parameters, parseArguments } from "./arguments.ts";
import { addToMoment, isMoment } from "./datetime.ts";
import { docs } from "./docs.generated.ts";
import { type Delta, deltaOf, moment, six, two } from "./fields.ts";
import { compareDeltas, hashDelta, immortalDelta, isDelta, isOffset, isZero, normalDelta, subtractDeltas, ZERO } from "./timedelta.ts";

const Z = documented("_datetime.tzinfo", docs);
const D = documented("_datetime.timezone", docs);

/** timezone: offset a timedelta, name a str or null; both owned. */
interface Zone {
  offset: Value;
  name: Value | null;
}

const zoneOf = (v: Value): Zone => (v as Container).data as Zone;

/** None or a tzinfo? */
export function isZone(v: Value): boolean {
  return v === None || (typeof v !== "number" && isInstanceOf(v, TzinfoType));
}

/** Raises TypeError for anything else. */
export function checkZone(vm: Vm, v: Value): void {
  if (!isZone(v)) throw typeError(vm, `tzinfo argument must be None or of a tzinfo subclass, not type '${fullName(typeOf(v))}'`);
}

/** tzinfo.utcoffset(about) or tzinfo.dst(about): a timedelta of less than a day, or None. */
export function askZone(vm: Vm, zone: Value, name: "utcoffset" | "dst", about: Value): Value {
  if (zone === None) return None;
  if ((zone as Container).type === TimezoneType) return name === "dst" ? None : zoneOf(zone).offset;
  const answer = callZone(vm, zone, name, about);
  if (answer === None) return None;
  if (!isDelta(answer)) throw typeError(vm, `tzinfo.${name}() must return None or timedelta, not '${typeName(answer)}'`);
  if (!isOffset(deltaOf(answer))) throw offsetError(vm, answer);
  return answer;
}

/** zone.name(about). A function of its class is called without a bound method between. */
function callZone(vm: Vm, zone: Value, name: string, about: Value): Value {
  const type = typeOf(zone);
  const found = lookup(type, name);
  const key = intern(vm, name);
  if (found !== undefined && isFunction(found) && type.tp_getattro === genericGetAttr && (!type.hasDict || instanceAttr(vm, zone, key) === undefined)) return call(vm, found, [zone, about]);
  return callMethod(vm, zone, key, [about]);
}

function offsetError(vm: Vm, offset: Value): Error {
  throw valueError(vm, `offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not ${reprText(vm, offset)}`);
}

/** tzinfo.tzname(about): a str or None. */
export function askName(vm: Vm, zone: Value, about: Value): Value {
  if (zone === None) return None;
  const answer = callMethod(vm, zone, intern(vm, "tzname"), [about]);
  if (answer !== None && !isStr(answer)) throw typeError(vm, `tzinfo.tzname() must return None or a string, not '${typeName(answer)}'`);
  return answer;
}

/** "+05:30", with seconds and microseconds where the offset has them. */
export function offsetText(offset: Delta, separator: string): string {
  let { seconds, microseconds } = offset;
  const west = offset.days < 0;
  if (west) {
    seconds = 86400 - seconds - (microseconds === 0 ? 0 : 1);
    microseconds = microseconds === 0 ? 0 : 1000000 - microseconds;
  }
  const minutes = Math.floor(seconds / 60);
  seconds %= 60;
  const text = `${west ? "-" : "+"}${two(Math.floor(minutes / 60))}${separator}${two(minutes % 60)}`;
  if (microseconds !== 0) return `${text}${separator}${two(seconds)}.${six(microseconds)}`;
  return seconds === 0 ? text : `${text}${separator}${two(seconds)}`;
}

/** What isoformat() and %z show of a zone: nothing where it has no offset. */
export function zoneText(vm: Vm, zone: Value, about: Value, separator: string): string {
  const offset = askZone(vm, zone, "utcoffset", about);
  return offset === None ? "" : offsetText(deltaOf(offset), separator);
}

/** The timezone of an offset; without a name and offset that is UTC itself. */
export function newTimezone(vm: Vm, offset: Value, name: Value | null): Value {
  if (name === null && isZero(deltaOf(offset))) return UTC;
  if (!isOffset(deltaOf(offset))) throw offsetError(vm, offset);
  if (name !== null) incref(name);
  const made = new Container(TimezoneType, { offset: newRef(offset), name } satisfies Zone, null);
  if (vm.watched) tellBirth(vm, made, -1);
  return note(vm, made);
}

/** The zone of an offset that a text gives. */
export function zoneOfOffset(vm: Vm, seconds: number, microseconds: number): Value {
  return seconds === 0 && microseconds === 0 ? UTC : newTimezone(vm, normalDelta(vm, 0, seconds, microseconds), null);
}

function nameOf(self: Value): Value {
  const { offset, name } = zoneOf(self);
  if (name !== null) return name;
  return newStr(isZero(deltaOf(offset)) ? "UTC" : `UTC${offsetText(deltaOf(offset), ":")}`);
}

/** The argument of timezone's methods: a datetime or None, and not looked at. */
function checkAbout(vm: Vm, about: Value, method: string): void {
  if (about !== None && !isMoment(about)) throw typeError(vm, `${method}(dt) argument must be a datetime instance or None, not ${fullName(typeOf(about))}`);
}

function checkOwn(vm: Vm, self: Value, about: Value): void {
  if (!isMoment(about)) throw typeError(vm, "fromutc: argument must be a datetime");
  if (moment(about).zone !== self) throw valueError(vm, "fromutc: dt.tzinfo is not self");
}

/** tzinfo.fromutc: standard time first, then what dst() says there. */
function tzinfo_fromutc(vm: Vm, self: Value, dt: Value): Value {
  checkOwn(vm, self, dt);
  const offset = askZone(vm, self, "utcoffset", dt);
  if (offset === None) throw valueError(vm, "fromutc: non-None utcoffset() result required");
  const saving = askZone(vm, self, "dst", dt);
  if (saving === None) throw valueError(vm, "fromutc: non-None dst() result required");
  const standard = addToMoment(vm, dt, deltaOf(subtractDeltas(vm, deltaOf(offset), deltaOf(saving))), 1);
  const there = askZone(vm, moment(dt).zone, "dst", standard);
  if (there === None) throw valueError(vm, "fromutc: tz.dst() gave inconsistent results; cannot convert");
  return isZero(deltaOf(there)) ? standard : addToMoment(vm, standard, deltaOf(there), 1);
}

function tzinfo_reduce(vm: Vm, self: Value): Value {
  const getter = lookupAttrText(vm, self, "__getinitargs__");
  const args = getter === undefined ? newTuple(vm, []) : call(vm, getter, []);
  return newTuple(vm, [typeOf(self).obj, args, getState(vm, self)]);
}

const absent = (name: string) => (vm: Vm): Value => {
  throw newError(vm, exc.NotImplementedErrorType, `a tzinfo subclass must implement ${name}()`);
};

export const TzinfoType: TypeRec = defineType({
  name: "datetime.tzinfo",
  doc: Z.doc(""),
  kind: K_INSTANCE,
  flags: TPFLAGS_BASETYPE,
  methods: {
    tzname: Z.method("tzname", absent("tzname")),
    utcoffset: Z.method("utcoffset", absent("utcoffset")),
    dst: Z.method("dst", absent("dst")),
    fromutc: Z.method("fromutc", tzinfo_fromutc),
    __reduce__: Z.method("__reduce__", tzinfo_reduce),
  },
  slots: { tp_new: (vm, type) => newInstance(vm, type) },
});

const parameters: Parameters = {
  name: "timezone",
  names: ["offset", "name"],
  required: 1,
  positional: 2,
  convert: (vm, v, index) => {
    if (index === 0 && !isDelta(v)) throw typeError(vm, `timezone() argument 1 must be datetime.timedelta, not ${typeName(v)}`);
    if (index === 1 && !isStr(v)) throw typeError(vm, `timezone() argument 2 must be str, not ${typeName(v)}`);
    return v;
  },
};

function timezone_repr(vm: Vm, self: Value): Value {
  const { offset, name } = zoneOf(self);
  const type = fullName(typeOf(self));
  if (self === UTC) return newStr(`${type}.utc`);
  return newStr(`${type}(${reprText(vm, offset)}${name === null ? "" : `, ${reprText(vm, name)}`})`);
}

export const TimezoneType: TypeRec = defineType({
  name: "datetime.timezone",
  doc: D.doc(""),
  base: () => TzinfoType,
  layoutChange: true,
  methods: {
    tzname: D.method("tzname", (vm: Vm, self: Value, dt: Value) => {
      checkAbout(vm, dt, "tzname");
      return nameOf(self);
    }),
    utcoffset: D.method("utcoffset", (vm: Vm, self: Value, dt: Value) => {
      checkAbout(vm, dt, "utcoffset");
      return zoneOf(self).offset;
    }),
    dst: D.method("dst", (vm: Vm, _self: Value, dt: Value) => {
      checkAbout(vm, dt, "dst");
      return None;
    }),
    fromutc: D.method("fromutc", (vm: Vm, self: Value, dt: Value) => {
      checkOwn(vm, self, dt);
      return addToMoment(vm, dt, deltaOf(zoneOf(self).offset), 1);
    }),
    __getinitargs__: D.method("__getinitargs__", (vm: Vm, self: Value) => {
      const { offset, name } = zoneOf(self);
      return newTuple(vm, name === null ? [offset] : [offset, name]);
    }),
  },
  attributes: {
    utc: () => UTC,
    min: () => immortal(-1, 60),
    max: () => immortal(0, 86340),
  },
  slots: {
    tp_new: (vm, _type, args, kwnames) => {
      const [offset, name] = parseArguments(vm, parameters, args, kwnames);
      return newTimezone(vm, offset!, name ?? null);
    },
    tp_repr: timezone_repr,
    tp_str: (_vm, self) => nameOf(self),
    tp_hash: (_vm, self) => hashDelta(deltaOf(zoneOf(self).offset)),
    tp_richcompare: (_vm, left, right, op) => {
      if ((op !== 2 && op !== 3) || typeOf(right) !== TimezoneType) return NotImplemented;
      const equal = compareDeltas(deltaOf(zoneOf(left).offset), deltaOf(zoneOf(right).offset)) === 0;
      return equal === (op === 2) ? True : False;
    },
    tp_traverse: (self: Container, visit) => {
      const { offset, name } = zoneOf(self);
      visit(offset);
      if (name !== null) visit(name);
    },
    tp_clear: (vm, self: Container) => {
      const zone = zoneOf(self);
      const { offset, name } = zone;
      zone.offset = ZERO;
      zone.name = null;
      if (offset !== ZERO) drop(vm, offset);
      if (name !== null) drop(vm, name);
    },
  },
});

function immortalZone(offset: Value): Container {
  const made = new Container(TimezoneType, { offset, name: null } satisfies Zone, null);
  made.rc = IMMORTAL;
  return made;
}

/** A zone of whole seconds for the type's own attributes. */
function immortal(days: number, seconds: number): Container {
  return immortalZone(immortalDelta(days, seconds, 0));
}

/** timezone.utc: there is one. */
export const UTC: Container = immortalZone(ZERO);
