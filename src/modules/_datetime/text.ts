// Dates and times as text: strftime with what datetime adds to the time module's, ctime, time tuples; and the bytes that pickles hold.
// Mirrors the string format helpers of Modules/_datetimemodule.c. See docs/modules.md.
import { daysBeforeMonth, dayOf, monthOf, weekdayOf, yearOf } from "../../base/calendar.ts";
import { textAt, textJoin, textLength, textSlice } from "../../base/text.ts";
import {
  argumentName, asIndex, call, callMethod, getAttrText, getIter, importModule, intern, isBytes, isStr, isTuple, iterNext, newStr, newStructSequence, newText, None, str, strText, type Text, textOf, textOfStr, typeError, type Value, valueError, type Vm,
} from "../../core/api.ts";
import { StructTimeType } from "../time.ts";
import { exactArguments } from "./arguments.ts";
import { four, hourOf, minuteOf, secondOf, two } from "./fields.ts";
import { askName, zoneText } from "./zones.ts";

/** time.struct_time of a date and time. */
export function timeTuple(vm: Vm, date: number, clock: number, dst: number): Value {
  const year = yearOf(date);
  const month = monthOf(date);
  const day = dayOf(date);
  return newStructSequence(vm, StructTimeType, [year, month, day, hourOf(clock), minuteOf(clock), secondOf(clock), weekdayOf(date), daysBeforeMonth(year, month) + day, dst, None, None]);
}

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function clockText(clock: number): string {
  return `${two(hourOf(clock))}:${two(minuteOf(clock))}:${two(secondOf(clock))}`;
}

export function dateText(date: number): string {
  return `${four(yearOf(date))}-${two(monthOf(date))}-${two(dayOf(date))}`;
}

export function ctimeText(date: number, clock: number): Value {
  return newStr(`${DAYS[weekdayOf(date)]!} ${MONTHS[monthOf(date) - 1]!} ${String(dayOf(date)).padStart(2)} ${clockText(clock)} ${four(yearOf(date))}`);
}

/** The time of isoformat(); the microsecond belongs to "auto", "milliseconds" and "microseconds". */
export function isoClockText(vm: Vm, clock: number, microsecond: number, timespec: string | undefined): string {
  const micro = (): string => String(microsecond).padStart(6, "0");
  switch (timespec) {
    case undefined:
    case "auto":
      return microsecond === 0 ? clockText(clock) : `${clockText(clock)}.${micro()}`;
    case "hours":
      return two(hourOf(clock));
    case "minutes":
      return `${two(hourOf(clock))}:${two(minuteOf(clock))}`;
    case "seconds":
      return clockText(clock);
    case "milliseconds":
      return `${clockText(clock)}.${micro().slice(0, 3)}`;
    case "microseconds":
      return `${clockText(clock)}.${micro()}`;
    default:
      throw valueError(vm, "Unknown timespec value");
  }
}

/** A timespec argument. */
export function timespecArgument(vm: Vm, v: Value | undefined, position: number): string | undefined {
  if (v === undefined) return undefined;
  if (!isStr(v)) throw typeError(vm, `isoformat() argument ${position} must be str, not ${argumentName(v)}`);
  const text = textOf(v);
  if (text.includes("\0")) throw valueError(vm, "embedded null character");
  return text;
}

const PERCENT = 37;

/** What strftime puts in for its own codes. */
export interface Formatted {
  readonly microsecond: number;
  /** None for dates. */
  readonly zone: Value;
  /** What the zone is asked about. */
  readonly about: Value;
}

/** strftime(): %f, %z, %:z and %Z are put into the format here, as are years with fewer than four digits; the rest is the time module's. */
export function formatTime(vm: Vm, format: Value, tuple: Value, { microsecond, zone, about }: Formatted): Value {
  if (!isStr(format)) throw typeError(vm, `strftime() argument 1 must be str, not ${argumentName(format)}`);
  const strftime = getAttrText(vm, importModule(vm, "time", None, None, 0), "strftime");
  const text = strText(format);
  const length = textLength(text);
  const out: Text[] = [];
  let start = 0;
  let offset: string | undefined;
  let colonOffset: string | undefined;
  let name: Text | undefined;
  const at = (i: number): string => (i < length ? String.fromCharCode(textAt(text, i)) : "");
  for (let i = 0; i < length; ) {
    const from = i++;
    if (textAt(text, from) !== PERCENT) continue;
    let replacement: Text;
    switch (at(i++)) {
      case "z":
        replacement = offset ??= zone === None ? "" : zoneText(vm, zone, about, "");
        break;
      case ":":
        if (at(i) !== "z") continue;
        i++;
        replacement = colonOffset ??= zone === None ? "" : zoneText(vm, zone, about, ":");
        break;
      case "Z":
        replacement = name ??= zoneName(vm, zone, about);
        break;
      case "f":
        replacement = String(microsecond).padStart(6, "0");
        break;
      case "Y":
      case "G":
      case "F":
      case "C": {
        const padded = paddedYear(vm, strftime, tuple, at(from + 1));
        if (padded === undefined) continue;
        replacement = padded;
        break;
      }
      default:
        continue;
    }
    out.push(textSlice(text, start, from), replacement);
    start = i;
  }
  return call(vm, strftime, [start === 0 ? format : newText(textJoin("", [...out, textSlice(text, start, length)])), tuple]);
}

function zoneName(vm: Vm, zone: Value, about: Value): Text {
  const name = askName(vm, zone, about);
  if (name === None) return "";
  // It goes into a format.
  const doubled = callMethod(vm, name, intern(vm, "replace"), [newStr("%"), newStr("%%")]);
  if (!isStr(doubled)) throw typeError(vm, "tzname.replace() did not return a string");
  return strText(doubled);
}

/** A year below 1000 with its zeros; undefined where C's strftime writes it well. */
function paddedYear(vm: Vm, strftime: Value, tuple: Value, code: string): string | undefined {
  let year = Number(asIndex(vm, isTuple(tuple) ? (tuple.data as Value[])[0] ?? None : firstOf(vm, tuple)));
  if (year >= 1000) return undefined;
  if (code === "G") year = Number(textOfStr(vm, call(vm, strftime, [newStr("%G"), tuple])));
  if (code === "C") return String(Math.trunc(year / 100)).padStart(2, "0");
  return String(year).padStart(4, "0") + (code === "F" ? "-%m-%d" : "");
}

function firstOf(vm: Vm, v: Value): Value {
  return iterNext(vm, getIter(vm, v)) ?? None;
}

/** `__format__` of date, time and datetime. */
export function formatBySpec(vm: Vm, self: Value, args: readonly Value[]): Value {
  exactArguments(vm, "__format__", args, 1);
  const spec = args[0]!;
  if (!isStr(spec)) throw typeError(vm, `__format__() argument 1 must be str, not ${argumentName(spec)}`);
  return textOf(spec) === "" ? str(vm, self) : callMethod(vm, self, intern(vm, "strftime"), [spec]);
}

/** strptime of date, time and datetime, which `_strptime` has. */
export function parseTime(vm: Vm, cls: Value, args: readonly Value[], kind: "date" | "time" | "datetime"): Value {
  exactArguments(vm, "strptime", args, 2);
  args.forEach((v, i) => {
    if (!isStr(v)) throw typeError(vm, `strptime() argument ${i + 1} must be str, not ${argumentName(v)}`);
  });
  const module = importModule(vm, "_strptime", None, None, 0);
  return callMethod(vm, module, intern(vm, `_strptime_datetime_${kind}`), [cls, ...args]);
}

/** The bytes of a pickle's state: bytes of that size, or the str that Python 2 pickled; undefined for other arguments. `sane` looks at the byte that tells. */
export function stateBytes(vm: Vm, v: Value, size: number, tell: number, sane: (byte: number) => boolean, kind: string): Uint8Array | undefined {
  if (typeof v === "number") return undefined;
  if (isBytes(v)) {
    const bytes = v.data as Uint8Array;
    return bytes.length === size && sane(bytes[tell]!) ? bytes : undefined;
  }
  if (!isStr(v)) return undefined;
  const points = [...textOf(v)].map((c) => c.codePointAt(0)!);
  if (points.length !== size || !sane(points[tell]!)) return undefined;
  if (points.some((c) => c > 255)) {
    throw valueError(vm, `Failed to encode latin1 string when unpickling a ${kind} object. pickle.load(data, encoding='latin1') is assumed.`);
  }
  return Uint8Array.from(points);
}
