// _zoneinfo: the class ZoneInfo over TZif files, which zoneinfo._common reads. Mirrors Modules/_zoneinfo.c. See docs/modules.md.
import { EPOCH_ORDINAL, ordinalOf, yearOf } from "../../base/calendar.ts";
import { bisectRight, readZoneText, savings, summerAtLocal, summerAtUtc, type ZoneText } from "../../base/zone-rules.ts";
import {
  binaryOp, call, callMethod, collectItems, type Container, defineModule, defineType, drop, dropMaybe, equalValues, forEach, getAttrText, hold, importModule, intern, intValue, isInstanceOf, isStr, type ModuleSpec, newError, newRef, newStr,
  newSubclassInstance, NB_ADD, newTuple, None, PyError, recOf, reprText, runtimeError, setAttrText, str, textOf, textOfStr, TPFLAGS_BASETYPE, truth, typeError, typeName, type TypeRec, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { DatetimeType, isMoment, momentOfType } from "../_datetime/datetime.ts";
import { deltaOf, moment, secondsOf } from "../_datetime/fields.ts";
import { normalDelta } from "../_datetime/timedelta.ts";
import { TzinfoType } from "../_datetime/zones.ts";
import { constructorArguments, documented } from "../documented.ts";
import { docs } from "./docs.generated.ts";

const D = documented("_zoneinfo", docs);
const RECENT = 8;
const zoneArguments = constructorArguments("ZoneInfo", "(key)");

/** What holds between two changes; the values are owned. */
interface Kind {
  readonly seconds: number;
  readonly utcoff: Value;
  readonly dstoff: Value;
  readonly name: Value;
}

/** How a zone came to be. */
type Source = "cache" | "no cache" | "file";

interface Zone {
  key: Value | undefined;
  fileRepr: string;
  source: Source;
  /** Changes in UTC, and on the local clock by fold; `order` says which kind holds from each. */
  readonly moments: readonly number[];
  readonly local: readonly [readonly number[], readonly number[]];
  readonly order: readonly number[];
  kinds: Kind[];
  /** What holds before the first change, if there is anything. */
  readonly before: number;
  /** What holds after the last: a kind, or standard and summer time by rules. */
  readonly after: number;
  readonly summer: number;
  readonly rules: ZoneText | undefined;
  readonly fixed: boolean;
}

const zoneOf = (v: Value): Zone => (v as Container).data as Zone;

/** The Vm's zones: the last ones that ZoneInfo was asked for, and a WeakValueDictionary of all. */
interface Caches {
  recent: [key: Value, zone: Value][];
  weak: Value | undefined;
}
const cachesOf = (vm: Vm): Caches => vm.stateOf("_zoneinfo", () => ({ recent: [], weak: undefined }) as Caches);

function common(vm: Vm, module: string): Value {
  return importModule(vm, module, None, newTuple(vm, [newStr("*")]), 0);
}

function newWeakCache(vm: Vm): Value {
  return call(vm, getAttrText(vm, importModule(vm, "weakref", None, None, 0), "WeakValueDictionary"), []);
}

/** The weak cache of a class. */
function weakCache(vm: Vm, type: TypeRec): Value {
  if (type !== ZoneInfoType) return getAttrText(vm, type.obj, "_weak_cache");
  const caches = cachesOf(vm);
  caches.weak ??= newRef(newWeakCache(vm));
  return caches.weak;
}

/** The zone of a recent key, which becomes the most recent. */
function takeRecent(vm: Vm, key: Value): Value | undefined {
  const { recent } = cachesOf(vm);
  for (let i = 0; i < recent.length; i++) {
    const [known, zone] = recent[i]!;
    if (isStr(known) && isStr(key) ? textOf(known) === textOf(key) : equalValues(vm, known, key)) {
      recent.unshift(...recent.splice(i, 1));
      return zone;
    }
  }
  return undefined;
}

function addRecent(vm: Vm, key: Value, zone: Value): void {
  const { recent } = cachesOf(vm);
  recent.unshift([newRef(key), newRef(zone)]);
  if (recent.length > RECENT) forget(vm, recent.pop()!);
}

function forget(vm: Vm, [key, zone]: [Value, Value]): void {
  drop(vm, key);
  drop(vm, zone);
}

// Loading.

const listed = (vm: Vm, v: Value): Value[] => {
  const out: Value[] = [];
  forEach(vm, v, (item) => void out.push(hold(vm, item)));
  return out;
};
const numbered = (vm: Vm, v: Value): number[] => listed(vm, v).map((n) => Number(intValue(n)));

function ownedKind(vm: Vm, seconds: number, saving: number, name: Value): Kind {
  return { seconds, utcoff: newRef(normalDelta(vm, 0, seconds, 0)), dstoff: newRef(normalDelta(vm, 0, saving, 0)), name: newRef(name) };
}

/** The zone that a file describes, as an instance of `type`. */
function readZone(vm: Vm, type: TypeRec, file: Value, key: Value | undefined): Value {
  const data = hold(vm, call(vm, getAttrText(vm, common(vm, "zoneinfo._common"), "load_data"), [file]));
  const parts = listed(vm, data);
  if (parts.length !== 6) throw valueError(vm, `not enough values to unpack (expected 6, got ${parts.length})`);
  const order = numbered(vm, parts[0]!);
  const moments = numbered(vm, parts[1]!);
  const offsets = numbered(vm, parts[2]!);
  const summers = listed(vm, parts[3]!).map((v) => truth(vm, v));
  const names = listed(vm, parts[4]!);
  const text = parts[5]!;
  if (order.some((kind) => kind < 0 || kind >= offsets.length)) throw valueError(vm, `Invalid transition index found while reading TZif: ${order.find((kind) => kind >= offsets.length)}`);
  let rules: ZoneText | undefined;
  if (text !== None && truth(vm, text)) {
    const bytes = (text as Container).data as Uint8Array;
    const read = readZoneText(String.fromCharCode(...bytes));
    if (typeof read === "string") throw valueError(vm, `${read} ${reprText(vm, text)}`);
    rules = read;
  } else if (offsets.length === 0) throw valueError(vm, "No time zone information found.");
  const saving = savings(order, offsets, summers);
  const kinds = offsets.map((seconds, i) => ownedKind(vm, seconds, saving[i]!, names[i]!));
  const standard = summers.indexOf(false);
  const before = standard >= 0 ? standard : order.length > 0 ? order[0]! : -1;
  let after: number;
  let summer = -1;
  if (rules === undefined) after = order.length > 0 ? order[order.length - 1]! : offsets.length - 1;
  else {
    after = kinds.push(ownedKind(vm, rules.stdOffset, 0, newStr(rules.stdName))) - 1;
    if (rules.rules !== undefined) summer = kinds.push(ownedKind(vm, rules.dstOffset, rules.dstOffset - rules.stdOffset, newStr(rules.dstName))) - 1;
  }
  // Of the two readings of the clock at a change, fold 0 takes the later and fold 1 the earlier.
  const local: [number[], number[]] = [[], []];
  let last = order.length === 0 ? 0 : offsets.length > 1 ? offsets[0]! : offsets[order[0]!]!;
  moments.forEach((at, i) => {
    const now = offsets[order[i]!]!;
    local[0].push(at + Math.max(last, now));
    local[1].push(at + Math.min(last, now));
    last = now;
  });
  const a = kinds[after]!;
  const first = kinds[0]!;
  const fixed = offsets.length <= 1 && summer < 0 && (offsets.length === 0 || (first.seconds === a.seconds && deltaOf(first.dstoff).seconds === deltaOf(a.dstoff).seconds && isStr(first.name) && isStr(a.name) && textOf(first.name) === textOf(a.name)));
  const zone: Zone = { key: key === undefined ? undefined : newRef(key), fileRepr: "", source: "no cache", moments, local, order, kinds, before, after, summer, rules: rules?.rules === undefined ? undefined : rules, fixed };
  return newSubclassInstance(vm, type, zone);
}

/** The zone of a key, from the system's files or the package tzdata. */
function loadZone(vm: Vm, type: TypeRec, key: Value): Value {
  const path = callMethod(vm, common(vm, "zoneinfo._tzpath"), intern(vm, "find_tzfile"), [key]);
  let file: Value;
  if (path !== None) file = callMethod(vm, importModule(vm, "io", None, None, 0), intern(vm, "open"), [path, newStr("rb")]);
  else file = packaged(vm, key);
  hold(vm, file);
  let zone: Value;
  try {
    zone = hold(vm, readZone(vm, type, file, key));
  } catch (error) {
    if (error instanceof PyError) callMethod(vm, file, intern(vm, "close"), []);
    throw error;
  }
  callMethod(vm, file, intern(vm, "close"), []);
  return zone;
}

/** The file in the package tzdata. The pinned library's message would speak of Pyodide. */
function packaged(vm: Vm, key: Value): Value {
  const module = hold(vm, common(vm, "zoneinfo._common"));
  try {
    return callMethod(vm, module, intern(vm, "load_tzdata"), [key]);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    const missing = recOf(getAttrText(vm, module, "ZoneInfoNotFoundError"));
    if (!isInstanceOf(error.exc, missing)) throw error;
    drop(vm, error.exc);
    throw newError(vm, missing, `No time zone found with key ${textOfStr(vm, key)}`);
  }
}

function zoneOfKey(vm: Vm, type: TypeRec, key: Value): Value {
  if (type === ZoneInfoType) {
    const known = takeRecent(vm, key);
    if (known !== undefined) return known;
  }
  const weak = hold(vm, weakCache(vm, type));
  let zone = hold(vm, callMethod(vm, weak, intern(vm, "get"), [key, None]));
  if (zone === None) {
    const made = loadZone(vm, type, key);
    zoneOf(made).source = "cache";
    zone = hold(vm, callMethod(vm, weak, intern(vm, "setdefault"), [key, made]));
  }
  if (typeof zone === "number" || !isInstanceOf(zone, type)) throw runtimeError(vm, `Unexpected instance of ${typeName(zone)} in ${type.name} weak cache for key ${reprText(vm, key)}`);
  if (type === ZoneInfoType) addRecent(vm, key, zone);
  return zone;
}

// Asking.

/** Seconds since the epoch of what a datetime (or something like it) shows. */
function shown(vm: Vm, dt: Value): { seconds: number; year: number; fold: number } {
  if (isMoment(dt)) {
    const { date, clock, fold } = moment(dt);
    return { seconds: (ordinalOf(date) - EPOCH_ORDINAL) * 86400 + secondsOf(clock), year: yearOf(date), fold };
  }
  const number = (v: Value): number => Number(intValue(v));
  const ordinal = number(callMethod(vm, dt, intern(vm, "toordinal"), []));
  const [hour, minute, second] = ["hour", "minute", "second"].map((name) => number(getAttrText(vm, dt, name)));
  return { seconds: (ordinal - EPOCH_ORDINAL) * 86400 + hour! * 3600 + minute! * 60 + second!, year: number(getAttrText(vm, dt, "year")), fold: number(getAttrText(vm, dt, "fold")) };
}

/** The kind of time that holds; undefined when nobody knows. */
function kindAt(vm: Vm, self: Value, dt: Value): Kind | undefined {
  const zone = zoneOf(self);
  if (dt === None) return zone.fixed ? zone.kinds[zone.after] : undefined;
  const { seconds, year, fold } = shown(vm, dt);
  const changes = zone.local[fold === 1 ? 1 : 0];
  if (changes.length > 0 && seconds < changes[0]!) return zone.kinds[zone.before];
  if (changes.length === 0 || seconds > changes[changes.length - 1]!) {
    return zone.kinds[zone.rules !== undefined && summerAtLocal(zone.rules, seconds, year, fold) ? zone.summer : zone.after];
  }
  return zone.kinds[zone.order[bisectRight(changes, seconds) - 1]!];
}

function fromutc(vm: Vm, self: Value, dt: Value): Value {
  if (!isMoment(dt)) throw typeError(vm, "fromutc: argument must be a datetime");
  if (moment(dt).zone !== self) throw valueError(vm, "fromutc: dt.tzinfo is not self");
  const zone = zoneOf(self);
  const { moments, kinds, order } = zone;
  const { seconds, year } = shown(vm, dt);
  let kind: Kind;
  let again = false;
  if (moments.length > 0 && seconds < moments[0]!) kind = kinds[zone.before]!;
  else if (zone.rules !== undefined && (moments.length === 0 || seconds > moments[moments.length - 1]!)) {
    const [summer, second] = summerAtUtc(zone.rules, seconds, year);
    kind = kinds[summer ? zone.summer : zone.after]!;
    again = second;
  } else if (moments.length === 0) kind = kinds[zone.after]!;
  else {
    const at = bisectRight(moments, seconds);
    kind = kinds[order[at - 1]!]!;
    const earlier = at > 1 ? kinds[order[at - 2]!]! : kinds[zone.before]!;
    again = earlier.seconds - kind.seconds > seconds - moments[at - 1]!;
  }
  const there = binaryOp(vm, dt, kind.utcoff, NB_ADD);
  if (!again) return there;
  if (typeof there !== "number" && there.type === DatetimeType) {
    const { date, clock, microsecond, zone: own } = moment(there);
    return momentOfType(vm, DatetimeType, date, clock, microsecond, own, 1);
  }
  return callMethod(vm, hold(vm, there), intern(vm, "replace"), [1], [intern(vm, "fold")]);
}

const field = (pick: (kind: Kind) => Value) => (vm: Vm, self: Value, dt: Value): Value => {
  const kind = kindAt(vm, self, dt);
  return kind === undefined ? None : pick(kind);
};

function zoneRepr(vm: Vm, self: Value): Value {
  const { key, fileRepr } = zoneOf(self);
  const { name } = (self as Container).type;
  return newStr(key !== undefined && key !== None ? `${name}(key=${reprText(vm, key)})` : `${name}.from_file(${fileRepr})`);
}

function clearCache(vm: Vm, type: TypeRec, onlyKeys?: Value): void {
  const weak = hold(vm, weakCache(vm, type));
  const caches = cachesOf(vm);
  if (onlyKeys === undefined || onlyKeys === None) {
    callMethod(vm, weak, intern(vm, "clear"), []);
    if (type === ZoneInfoType) {
      const { recent } = caches;
      caches.recent = [];
      for (const entry of recent) forget(vm, entry);
    }
    return;
  }
  forEach(vm, onlyKeys, (key) => {
    if (type === ZoneInfoType && takeRecent(vm, key) !== undefined) forget(vm, caches.recent.shift()!);
    callMethod(vm, weak, intern(vm, "pop"), [key, None]);
  });
}

const ZoneInfoType: TypeRec = defineType({
  name: "zoneinfo.ZoneInfo",
  doc: D.doc("ZoneInfo"),
  base: () => TzinfoType,
  flags: TPFLAGS_BASETYPE,
  layoutChange: true,
  hasWeakrefs: true,
  methods: {
    clear_cache: D.classMethod("ZoneInfo.clear_cache", clearCache),
    no_cache: D.classMethod("ZoneInfo.no_cache", (vm: Vm, cls: TypeRec, key: Value) => loadZone(vm, cls, key)),
    from_file: D.classMethod("ZoneInfo.from_file", (vm: Vm, cls: TypeRec, file: Value, key?: Value) => {
      const shownFile = reprText(vm, file);
      const made = readZone(vm, cls, file, key);
      zoneOf(made).fileRepr = shownFile;
      zoneOf(made).source = "file";
      return made;
    }),
    utcoffset: D.method("ZoneInfo.utcoffset", field((kind) => kind.utcoff)),
    dst: D.method("ZoneInfo.dst", field((kind) => kind.dstoff)),
    tzname: D.method("ZoneInfo.tzname", field((kind) => kind.name)),
    fromutc: D.method("ZoneInfo.fromutc", fromutc),
    __reduce__: D.method("ZoneInfo.__reduce__", (vm: Vm, self: Value) => {
      const { key, source } = zoneOf(self);
      if (source === "file") throw newError(vm, recOf(getAttrText(vm, importModule(vm, "pickle", None, None, 0), "PicklingError")), "Cannot pickle a ZoneInfo file from a file stream.");
      return newTuple(vm, [getAttrText(vm, (self as Container).type.obj, "_unpickle"), newTuple(vm, [key ?? None, source === "cache" ? 1 : 0])]);
    }),
    _unpickle: D.classMethod("ZoneInfo._unpickle", (vm: Vm, cls: TypeRec, key: Value, fromCache: Value) => (truth(vm, fromCache) ? zoneOfKey(vm, cls, key) : loadZone(vm, cls, key))),
    __init_subclass__: D.classMethod("ZoneInfo.__init_subclass__", (vm: Vm, cls: TypeRec) => setAttrText(vm, cls.obj, "_weak_cache", newWeakCache(vm)), "($type, /, *args, **kwargs)"),
  },
  getset: {
    key: D.member("ZoneInfo.key", (_vm, self) => zoneOf(self).key ?? None),
  },
  slots: {
    tp_new: (vm, type, args, kwnames) => {
      const [key] = zoneArguments(vm, args, kwnames) as [Value];
      return zoneOfKey(vm, type, key);
    },
    tp_repr: zoneRepr,
    tp_str: (vm, self) => {
      const { key } = zoneOf(self);
      return key !== undefined && key !== None ? str(vm, key) : zoneRepr(vm, self);
    },
    tp_traverse: (self: Container, visit) => {
      const { key, kinds } = zoneOf(self);
      if (key !== undefined) visit(key);
      for (const { utcoff, dstoff, name } of kinds) {
        visit(utcoff);
        visit(dstoff);
        visit(name);
      }
    },
    tp_clear: (vm, self: Container) => {
      const zone = zoneOf(self);
      const { key, kinds } = zone;
      zone.key = undefined;
      zone.kinds = [];
      dropMaybe(vm, key);
      for (const { utcoff, dstoff, name } of kinds) {
        drop(vm, utcoff);
        drop(vm, dstoff);
        drop(vm, name);
      }
    },
  },
});

export const zoneinfoModule: ModuleSpec = defineModule({ name: "_zoneinfo", doc: D.doc(""), types: { ZoneInfo: ZoneInfoType } });
