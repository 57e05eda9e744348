// time: clocks and calendar times, through the host's clock. Mirrors Modules/timemodule.c. See docs/modules.md.
import { textAt, textFromHost, textJoin, textLength, textSlice, textToHost } from "../base/text.ts";
import { argumentName, audit, newText, strText, type Text } from "../core/api.ts";
import { asCInt, asIndex, call, defineModule, dictSetText, floatValue, getAttrText, isFloat, isStr, isTuple, type ModuleSpec, newFloat, newInt, newStr, newTuple, None, overflowError, type PyDict, strFromJs, textOf, typeError, typeName, type Value, valueError, type Vm, False, True } from "../core/api.ts";
import { newNamespace } from "../types/simple-namespace.ts";
import { defineStructSequence, newStructSequence } from "../types/struct-sequence.ts";
import { moduleDict } from "../types/module.ts";
import { describedFunctions, docOf } from "./described.ts";
import { clockOf, hostCall, osErrorNumber, runPending } from "./os-error.ts";

const FIELDS = ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst", "tm_zone", "tm_gmtoff"];

export const StructTimeType = defineStructSequence({
  name: "time.struct_time",
  doc: docOf("time.struct_time"),
  fields: FIELDS.map((name) => [name, docOf(`time.struct_time.${name}`)]),
  visible: 9,
});

const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** Calendar fields as C's struct tm has them: month 0-11, weekday from Sunday, day of the year from 0. */
interface Calendar {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekday: number;
  yearday: number;
  dst: number;
  zone: string;
  offset: number;
}

/** Days since the epoch of a date of the proleptic Gregorian calendar. */
function daysFrom(year: number, month: number, day: number): number {
  const y = month <= 1 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 1 ? -2 : 10)) + 2) / 5) + day - 1;
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
}

function calendarOf(seconds: number, offset: number, dst: boolean, zone: string): Calendar {
  const local = seconds + offset;
  const days = Math.floor(local / 86400);
  const rest = local - days * 86400;
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const day = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const month = mp < 10 ? mp + 2 : mp - 10;
  const year = yoe + era * 400 + (month <= 1 ? 1 : 0);
  return {
    year, month, day,
    hour: Math.floor(rest / 3600), minute: Math.floor((rest % 3600) / 60), second: rest % 60,
    weekday: (((days + 4) % 7) + 7) % 7, yearday: days - daysFrom(year, 0, 1), dst: dst ? 1 : 0, zone, offset,
  };
}

function structOf(vm: Vm, c: Calendar): Value {
  return newStructSequence(vm, StructTimeType, [c.year, c.month + 1, c.day, c.hour, c.minute, c.second, (c.weekday + 6) % 7, c.yearday + 1, c.dst, strFromJs(c.zone), newInt(c.offset)]);
}

/** Whole seconds of an optional argument; now where there is none. */
function secondsArgument(vm: Vm, v: Value | undefined): number {
  if (v === undefined || v === None) return Number(hostCall(vm, () => clockOf(vm).now()) / 1_000_000_000n);
  if (isFloat(v)) {
    const d = floatValue(v);
    if (Number.isNaN(d)) throw valueError(vm, "Invalid value NaN (not a number)");
    if (!(Math.abs(d) < 2 ** 63)) throw overflowError(vm, "timestamp out of range for platform time_t");
    return checkYear(vm, Math.floor(d));
  }
  const n = asIndex(vm, v);
  if (typeof n === "bigint" && BigInt.asIntN(64, n) !== n) throw overflowError(vm, "timestamp out of range for platform time_t");
  return checkYear(vm, Number(n));
}

function checkYear(vm: Vm, seconds: number): number {
  if (Math.abs(seconds) > 67768036191676800) throw osErrorNumber(vm, 75);
  return seconds;
}

function localCalendar(vm: Vm, seconds: number): Calendar {
  const zone = hostCall(vm, () => clockOf(vm).local(seconds));
  return calendarOf(seconds, zone.offset, zone.dst, zone.name);
}

/** The fields of a tuple or struct_time as C takes them. */
/** A C int, as PyArg_ParseTuple's "i" takes one. */
function fieldOf(vm: Vm, v: Value): number {
  const n = asIndex(vm, v);
  if (n > 0x7fffffffffffffffn || n < -0x8000000000000000n) throw overflowError(vm, "Python int too large to convert to C long");
  if (n > 0x7fffffff) throw overflowError(vm, "signed integer is greater than maximum");
  if (n < -0x80000000) throw overflowError(vm, "signed integer is less than minimum");
  return Number(n);
}

function calendarArgument(vm: Vm, v: Value, fn: string): Calendar {
  if (!isTuple(v)) throw typeError(vm, "Tuple or struct_time argument required");
  const items = v.data as Value[];
  if (items.length !== 9) throw typeError(vm, `${fn}(): illegal time tuple argument`);
  const [year, month, day, hour, minute, second, weekday, yearday, dst] = items.map((item) => fieldOf(vm, item)) as [number, number, number, number, number, number, number, number, number];
  // C counts years from 1900.
  if (year < -2147483648 + 1900) throw overflowError(vm, "year out of range");
  let zone = "";
  let offset = 0;
  if (v.type === StructTimeType) {
    const given = getAttrText(vm, v, "tm_zone");
    if (isStr(given)) zone = textOf(given);
    const off = getAttrText(vm, v, "tm_gmtoff");
    if (off !== None) offset = Number(asIndex(vm, off));
  }
  return { year, month: month - 1, day, hour, minute, second, weekday: (weekday + 1) % 7, yearday: yearday - 1, dst, zone, offset };
}

function checkCalendar(vm: Vm, c: Calendar): Calendar {
  if (c.month === -1) c.month = 0;
  else if (c.month < 0 || c.month > 11) throw valueError(vm, "month out of range");
  if (c.day === 0) c.day = 1;
  else if (c.day < 0 || c.day > 31) throw valueError(vm, "day of month out of range");
  if (c.hour < 0 || c.hour > 23) throw valueError(vm, "hour out of range");
  if (c.minute < 0 || c.minute > 59) throw valueError(vm, "minute out of range");
  if (c.second < 0 || c.second > 61) throw valueError(vm, "seconds out of range");
  if (c.weekday < 0) throw valueError(vm, "day of week out of range");
  if (c.yearday === -1) c.yearday = 0;
  else if (c.yearday < 0 || c.yearday > 365) throw valueError(vm, "day of year out of range");
  return c;
}

const two = (n: number, fill = "0"): string => String(n).padStart(2, fill);

function asctimeText(c: Calendar): string {
  return `${DAYS[c.weekday]!.slice(0, 3)} ${MONTHS[c.month]!.slice(0, 3)} ${two(c.day, " ")} ${two(c.hour)}:${two(c.minute)}:${two(c.second)} ${c.year}`;
}

/** ISO 8601's [year, week]. */
function isoWeek(c: Calendar): [number, number] {
  const monday = (c.weekday + 6) % 7;
  let week = Math.floor((c.yearday - monday + 10) / 7);
  let year = c.year;
  const leap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const weeks = (y: number): number => {
    const first = (((daysFrom(y, 0, 1) + 3) % 7) + 7) % 7;
    return first === 3 || (first === 2 && leap(y)) ? 53 : 52;
  };
  if (week < 1) week = weeks(--year);
  else if (week > weeks(year)) {
    week = 1;
    year++;
  }
  return [year, week];
}

function signedOffset(seconds: number, flag: string): string {
  const minutes = Math.trunc(Math.abs(seconds) / 60);
  const digits = String(Math.floor(minutes / 60) * 100 + (minutes % 60));
  return (seconds < 0 ? "-" : "+") + (flag === "-" ? digits : digits.padStart(4, flag === "_" ? " " : "0"));
}

const PERCENT = 37;

/** C's strftime in the C locale. */
function format(vm: Vm, pattern: string, c: Calendar): string {
  let out = "";
  for (let i = 0; i < pattern.length; i++) {
    if (pattern[i] !== "%") {
      out += pattern[i];
      continue;
    }
    let flag = "";
    let j = i + 1;
    while (j < pattern.length && "_-0^#".includes(pattern[j]!)) flag = pattern[j++]!;
    let width = "";
    while (j < pattern.length && pattern[j]! >= "0" && pattern[j]! <= "9") width += pattern[j++]!;
    if (pattern[j] === "E" || pattern[j] === "O") j++;
    const code = pattern[j];
    if (code === undefined) {
      out += pattern.slice(i);
      break;
    }
    const num = (n: number, size: number, fill = "0"): string => {
      if (flag === "-") return String(n);
      const f = flag === "_" ? " " : flag === "0" ? "0" : fill;
      const wanted = width === "" ? size : Number(width);
      return n < 0 ? `-${String(-n).padStart(wanted - 1, f)}` : String(n).padStart(wanted, f);
    };
    const text = (s: string): string => (flag === "^" ? s.toUpperCase() : flag === "#" ? s.toUpperCase() : s).padStart(Number(width || 0));
    const whole = (s: string): string => (flag === "^" ? s.toUpperCase() : s).padStart(Number(width || 0));
    const inner = (p: string): string => whole(format(vm, p, c));
    const hour12 = c.hour % 12 === 0 ? 12 : c.hour % 12;
    switch (code) {
      case "a": out += text(DAYS[c.weekday]!.slice(0, 3)); break;
      case "A": out += text(DAYS[c.weekday]!); break;
      case "b": case "h": out += text(MONTHS[c.month]!.slice(0, 3)); break;
      case "B": out += text(MONTHS[c.month]!); break;
      case "c": out += whole(asctimeText(c)); break;
      case "C": out += num(Math.floor(c.year / 100), 2); break;
      case "d": out += num(c.day, 2); break;
      case "D": out += inner("%m/%d/%y"); break;
      case "e": out += num(c.day, 2, " "); break;
      case "F": out += inner("%Y-%m-%d"); break;
      case "g": out += num(((isoWeek(c)[0] % 100) + 100) % 100, 2); break;
      case "G": out += num(isoWeek(c)[0], 1); break;
      case "H": out += num(c.hour, 2); break;
      case "I": out += num(hour12, 2); break;
      case "j": out += num(c.yearday + 1, 3); break;
      case "k": out += num(c.hour, 2, " "); break;
      case "l": out += num(hour12, 2, " "); break;
      case "m": out += num(c.month + 1, 2); break;
      case "M": out += num(c.minute, 2); break;
      case "n": out += "\n"; break;
      case "p": out += flag === "#" ? (c.hour < 12 ? "am" : "pm") : text(c.hour < 12 ? "AM" : "PM"); break;
      case "P": out += text(c.hour < 12 ? "am" : "pm"); break;
      case "r": out += inner("%I:%M:%S %p"); break;
      case "R": out += inner("%H:%M"); break;
      case "s": out += num(mktimeOf(vm, c), 1); break;
      case "S": out += num(c.second, 2); break;
      case "t": out += "\t"; break;
      case "T": case "X": out += inner("%H:%M:%S"); break;
      case "u": out += num(c.weekday === 0 ? 7 : c.weekday, 1); break;
      case "U": out += num(Math.floor((c.yearday + 7 - c.weekday) / 7), 2); break;
      case "V": out += num(isoWeek(c)[1], 2); break;
      case "w": out += num(c.weekday, 1); break;
      case "W": out += num(Math.floor((c.yearday + 7 - ((c.weekday + 6) % 7)) / 7), 2); break;
      case "x": out += inner("%m/%d/%y"); break;
      case "y": out += num(((c.year % 100) + 100) % 100, 2); break;
      case "Y": out += num(c.year, 1); break;
      case "z": out += c.dst < 0 ? "" : signedOffset(c.offset, flag); break;
      case "Z": out += flag === "#" ? c.zone.toLowerCase().padStart(Number(width || 0)) : text(c.zone); break;
      case "%": out += "%"; break;
      default: out += pattern.slice(i, j + 1);
    }
    i = j;
  }
  return out;
}

/** The same for text with characters that JavaScript's strings hold as pairs: only the conversions are looked at. */
function formatText(vm: Vm, pattern: Text, c: Calendar): Text {
  if (typeof pattern === "string") return format(vm, pattern, c);
  const parts: Text[] = [];
  let start = 0;
  const length = textLength(pattern);
  for (let i = 0; i < length; i++) {
    if (textAt(pattern, i) !== PERCENT) continue;
    let end = i + 1;
    while (end < length && "_-0^#123456789EO".includes(String.fromCodePoint(textAt(pattern, end)))) end++;
    if (end < length) end++;
    parts.push(textSlice(pattern, start, i), textAt(pattern, end - 1) < 128 ? textFromHost(format(vm, textToHost(textSlice(pattern, i, end)), c)) : textSlice(pattern, i, end));
    start = end;
    i = end - 1;
  }
  return textJoin("", [...parts, textSlice(pattern, start, length)]);
}

/** The moment of local calendar fields; an isdst that the zone does not have moves by the difference. */
function mktimeOf(vm: Vm, c: Calendar): number {
  const months = c.year * 12 + c.month;
  const year = Math.floor(months / 12);
  const naive = daysFrom(year, months - year * 12, 1) * 86400 + (c.day - 1) * 86400 + c.hour * 3600 + c.minute * 60 + c.second;
  const clock = clockOf(vm);
  let at = naive - clock.local(naive).offset;
  at = naive - clock.local(at).offset;
  const zone = clock.local(at);
  if (c.dst >= 0 && c.dst !== (zone.dst ? 1 : 0)) {
    // A moment half a year away has the other offset, if the zone has two.
    const other = [clock.local(at + 15768000), clock.local(at - 15768000)].find((z) => z.dst !== zone.dst);
    if (other !== undefined) at = naive - other.offset;
  }
  return at;
}

function now(vm: Vm): Calendar {
  return localCalendar(vm, secondsArgument(vm, undefined));
}

function strftime(vm: Vm, pattern: Value, tuple?: Value): Value {
  if (!isStr(pattern)) throw typeError(vm, `strftime() argument 1 must be str, not ${argumentName(pattern)}`);
  const c = tuple === undefined ? now(vm) : checkCalendar(vm, calendarArgument(vm, tuple, "strftime"));
  // Who does not know whether it is summer time has no zone.
  if (tuple !== undefined && c.zone === "" && c.dst >= 0) c.zone = zones(vm).names[c.dst > 0 ? 1 : 0];
  if (c.dst < -1) c.dst = -1;
  else if (c.dst > 1) c.dst = 1;
  return newText(formatText(vm, strText(pattern), c));
}

/** timezone, altzone, daylight and tzname: what January and July say. */
function zones(vm: Vm): { timezone: number; altzone: number; daylight: number; names: [string, string] } {
  const clock = vm.host.clock;
  if (clock === undefined) return { timezone: 0, altzone: 0, daylight: 0, names: ["UTC", "UTC"] };
  const year = Math.floor(Number(clock.now() / 1_000_000_000n) / 31556952) * 31556952;
  const january = clock.local(year);
  const july = clock.local(year + 15768000);
  const [winter, summer] = january.offset <= july.offset ? [january, july] : [july, january];
  return { timezone: -winter.offset, altzone: -summer.offset, daylight: winter.offset === summer.offset ? 0 : 1, names: [winter.name, summer.name] };
}

/** Gives the module the zone of now. */
export function setZones(vm: Vm, dict: PyDict): void {
  const zone = zones(vm);
  dictSetText(vm, dict, "timezone", zone.timezone);
  dictSetText(vm, dict, "altzone", zone.altzone);
  dictSetText(vm, dict, "daylight", zone.daylight);
  dictSetText(vm, dict, "tzname", newTuple(vm, zone.names.map((n) => strFromJs(n))));
}

const NAMES: Readonly<Record<string, readonly [call: string, adjustable: boolean, monotonic: boolean]>> = {
  time: ["clock_gettime(CLOCK_REALTIME)", true, false],
  monotonic: ["clock_gettime(CLOCK_MONOTONIC)", false, true],
  perf_counter: ["clock_gettime(CLOCK_MONOTONIC)", false, true],
  process_time: ["clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", false, true],
  thread_time: ["clock_gettime(CLOCK_THREAD_CPUTIME_ID)", false, true],
};

function clockInfo(vm: Vm, name: Value): Value {
  if (!isStr(name)) throw typeError(vm, `get_clock_info() argument 1 must be str, not ${argumentName(name)}`);
  const info = NAMES[textOf(name)];
  if (info === undefined) throw valueError(vm, "unknown clock");
  const { resolution } = clockOf(vm);
  const kind = textOf(name);
  const step = kind === "time" ? resolution.now : kind.endsWith("time") ? resolution.cpu : resolution.monotonic;
  return newNamespace(vm, [
    [newStr("implementation"), newStr(info[0])],
    [newStr("monotonic"), info[2] ? True : False],
    [newStr("adjustable"), info[1] ? True : False],
    [newStr("resolution"), newFloat(step / 1e9)],
  ]);
}

type Source = (vm: Vm) => bigint;
const sources: Record<string, Source> = {
  time: (vm) => clockOf(vm).now(),
  monotonic: (vm) => clockOf(vm).monotonic(),
  perf_counter: (vm) => clockOf(vm).monotonic(),
  process_time: (vm) => clockOf(vm).processTime(),
  thread_time: (vm) => clockOf(vm).threadTime(),
};

/** Nanoseconds as seconds; one rounding. */
function secondsOf(ns: bigint): Value {
  return newFloat(ns % 1_000_000_000n === 0n ? Number(ns / 1_000_000_000n) : Number(ns) / 1e9);
}

function clockById(vm: Vm, id: Value): bigint {
  const n = asCInt(vm, id);
  return hostCall(vm, () => {
    switch (n) {
      case 0: case 11: return sources["time"]!(vm);
      case 1: case 4: case 7: return sources["monotonic"]!(vm);
      case 2: return sources["process_time"]!(vm);
      case 3: return sources["thread_time"]!(vm);
    }
    throw osErrorNumber(vm, 22);
  });
}

/** Longest sleep without a look at signals, in nanoseconds. */
const SLEEP_TURN = 20_000_000n;

function sleep(vm: Vm, v: Value): void {
  audit(vm, "time.sleep", () => [v]);
  let ns: bigint;
  if (isFloat(v)) {
    const d = floatValue(v);
    if (Number.isNaN(d)) throw valueError(vm, "Invalid value NaN (not a number)");
    if (Math.abs(d) > 9223372036) throw overflowError(vm, "timestamp too large to convert to C PyTime_t");
    ns = BigInt(Math.ceil(d * 1e9));
  } else {
    if (typeof v !== "number" && v.type.nb_index === undefined) throw typeError(vm, `'${typeName(v)}' object cannot be interpreted as an integer or float`);
    ns = BigInt(asIndex(vm, v)) * 1_000_000_000n;
  }
  if (ns < 0n) throw valueError(vm, "sleep length must be non-negative");
  const clock = clockOf(vm);
  // In turns, so that signal handlers run. A clock that is not the host's own time moves on by what it was told to sleep.
  for (let left = ns, end = clock.monotonic() + ns; ; left = end - clock.monotonic()) {
    const turn = left > SLEEP_TURN ? SLEEP_TURN : left < 0n ? 0n : left;
    hostCall(vm, () => clock.sleep(turn));
    runPending(vm);
    if (left <= SLEEP_TURN) return;
  }
}

const fns: Record<string, (...args: any[]) => any> = {
  sleep,
  strftime,
  get_clock_info: clockInfo,
  gmtime: (vm: Vm, seconds?: Value) => structOf(vm, calendarOf(secondsArgument(vm, seconds), 0, false, "GMT")),
  localtime: (vm: Vm, seconds?: Value) => structOf(vm, localCalendar(vm, secondsArgument(vm, seconds))),
  mktime: (vm: Vm, tuple: Value) => newFloat(hostCall(vm, () => mktimeOf(vm, calendarArgument(vm, tuple, "mktime")))),
  asctime: (vm: Vm, tuple?: Value) => strFromJs(asctimeText(tuple === undefined ? now(vm) : checkCalendar(vm, calendarArgument(vm, tuple, "asctime")))),
  ctime: (vm: Vm, seconds?: Value) => strFromJs(asctimeText(localCalendar(vm, secondsArgument(vm, seconds)))),
  strptime: (vm: Vm, ...args: Value[]) => {
    const module = call(vm, vm.defaultImport!, [newStr("_strptime")]);
    return call(vm, getAttrText(vm, module, "_strptime_time"), args.filter((v) => v !== undefined));
  },
  clock_gettime: (vm: Vm, id: Value) => secondsOf(clockById(vm, id)),
  clock_gettime_ns: (vm: Vm, id: Value) => newInt(clockById(vm, id)),
  clock_getres: (vm: Vm, id: Value) => {
    clockById(vm, id);
    return newFloat(clockOf(vm).resolution.monotonic / 1e9);
  },
  tzset: (vm: Vm) => {
    setZones(vm, moduleDict(call(vm, vm.defaultImport!, [newStr("time")])));
  },
};
for (const [name, source] of Object.entries(sources)) {
  fns[name] = (vm: Vm) => secondsOf(hostCall(vm, () => source(vm)));
  fns[`${name}_ns`] = (vm: Vm) => newInt(hostCall(vm, () => source(vm)));
}

export const timeModule: ModuleSpec = defineModule({
  name: "time",
  doc: docOf("time"),
  functions: describedFunctions("time", fns, {
    strftime: "($module, format, t=None, /)",
    strptime: "($module, string, format='%a %b %d %H:%M:%S %Y', /)",
    gmtime: "($module, seconds=None, /)",
    localtime: "($module, seconds=None, /)",
    ctime: "($module, seconds=None, /)",
    asctime: "($module, t=None, /)",
    get_clock_info: "!($module, name, /)",
    clock_getres: "!($module, clk_id, /)",
  }),
  types: { struct_time: StructTimeType },
  attributes: {
    timezone: (vm) => zones(vm).timezone,
    altzone: (vm) => zones(vm).altzone,
    daylight: (vm) => zones(vm).daylight,
    tzname: (vm) => newTuple(vm, zones(vm).names.map((n) => strFromJs(n))),
    CLOCK_REALTIME: () => 0,
    CLOCK_MONOTONIC: () => 1,
    CLOCK_PROCESS_CPUTIME_ID: () => 2,
    CLOCK_THREAD_CPUTIME_ID: () => 3,
    CLOCK_MONOTONIC_RAW: () => 4,
    CLOCK_BOOTTIME: () => 7,
    CLOCK_TAI: () => 11,
    _STRUCT_TM_ITEMS: () => 11,
  },
});
