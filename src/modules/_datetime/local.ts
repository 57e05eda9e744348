// Timestamps and the local time zone: which date and time a moment has there, and which moment a date and time is.
// Mirrors the timestamp functions of Modules/_datetimemodule.c and Python/pytime.c. See docs/modules.md.
import { dateOfOrdinal, EPOCH_ORDINAL, MAX_ORDINAL, yearOfOrdinal } from "../../base/calendar.ts";
import { asIndex, dropError, exc, floatValue, isFloat, matches, overflowError, typeError, fullTypeName, type Value, valueError, type Vm } from "../../core/api.ts";
import { clockOf, hostCall, osErrorNumber } from "../os-error.ts";
import { yearError } from "./fields.ts";

const EOVERFLOW = 75;
/** Outside of these years do not fit C's struct tm. */
const FIRST_SECOND = -67768040609740800;
const END = 67768036191676800;
const DAY = 86400;
const EPOCH = EPOCH_ORDINAL * DAY;
/** No zone sets its clock back by more. */
const MAX_FOLD = 24 * 3600;

function checkTimestamp(vm: Vm, seconds: number): number {
  if (!(seconds < 2 ** 63 && seconds >= -(2 ** 63))) throw overflowError(vm, "timestamp out of range for platform time_t");
  return seconds;
}

function wholeSeconds(vm: Vm, v: Value): number {
  const n = asIndex(vm, v);
  if (n > 0x7fffffffffffffffn || n < -0x8000000000000000n) throw overflowError(vm, "timestamp out of range for platform time_t");
  // Far ones to the day, which a double holds exactly.
  return typeof n === "number" ? n : Number((n / 86400n) * 86400n);
}

/** A timestamp's whole seconds, rounded down. */
export function floorTimestamp(vm: Vm, v: Value): number {
  if (!isFloat(v)) return wholeSeconds(vm, v);
  const seconds = floatValue(v);
  if (Number.isNaN(seconds)) throw valueError(vm, "Invalid value NaN (not a number)");
  return checkTimestamp(vm, Math.floor(seconds) + 0);
}

/** A timestamp's seconds and microseconds, rounded to even. */
export function splitTimestamp(vm: Vm, v: Value): [seconds: number, microseconds: number] {
  if (!isFloat(v)) {
    try {
      return [wholeSeconds(vm, v), 0];
    } catch (error) {
      if (!matches(error, exc.TypeErrorType)) throw error;
      dropError(vm, error);
      throw typeError(vm, `argument must be int or float, not ${fullTypeName(v)}`);
    }
  }
  const timestamp = floatValue(v);
  if (Number.isNaN(timestamp)) throw valueError(vm, "Invalid value NaN (not a number)");
  let seconds = Math.trunc(timestamp);
  let microseconds = roundEven((timestamp - seconds) * 1e6);
  if (microseconds >= 1e6) {
    microseconds -= 1e6;
    seconds += 1;
  } else if (microseconds < 0) {
    microseconds += 1e6;
    seconds -= 1;
  }
  return [checkTimestamp(vm, seconds + 0), microseconds + 0];
}

function roundEven(v: number): number {
  const rounded = Math.round(v);
  return Math.abs(v - Math.trunc(v)) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

/** A moment on some clock: packed date, and seconds since midnight. */
export interface Reading {
  readonly date: number;
  readonly seconds: number;
}

/** The date and time of seconds since the epoch, which a clock shows that is `offset` ahead of UTC. */
export function reading(vm: Vm, seconds: number, offset: number): Reading {
  const shown = seconds + offset;
  const days = Math.floor(shown / DAY);
  const ordinal = days + EPOCH_ORDINAL;
  if (ordinal < 1 || ordinal > MAX_ORDINAL) throw yearError(vm, yearOfOrdinal(ordinal));
  return { date: dateOfOrdinal(ordinal), seconds: shown - days * DAY };
}

/** What the local zone says about a moment. */
export function localZone(vm: Vm, seconds: number): { readonly offset: number; readonly name: string } {
  checkSeconds(vm, seconds);
  return hostCall(vm, () => clockOf(vm).local(seconds));
}

export function checkSeconds(vm: Vm, seconds: number): void {
  if (seconds >= END || seconds < FIRST_SECOND) throw osErrorNumber(vm, EOVERFLOW);
}

export function localDate(vm: Vm, seconds: number): number {
  return reading(vm, seconds, localZone(vm, seconds).offset).date;
}

/** The local clock at a moment, in seconds since the epoch of that clock; a date outside the calendar is an error. */
function localClock(vm: Vm, seconds: number): number {
  const shown = seconds + localZone(vm, seconds).offset;
  const ordinal = Math.floor(shown / DAY) + EPOCH_ORDINAL;
  if (ordinal < 1 || ordinal > MAX_ORDINAL) throw yearError(vm, yearOfOrdinal(ordinal));
  return shown;
}

/** Does the local clock show at this moment what it showed some time before? */
export function isSecondTime(vm: Vm, seconds: number, shown: number): boolean {
  const moved = shown - localClock(vm, seconds - MAX_FOLD) - MAX_FOLD;
  return moved < 0 && localClock(vm, seconds + moved) === shown;
}

/** The moment at which the local clock shows `shown`; of two, fold says which. Hours that the clock leaves out are taken as before or behind the change. */
export function momentOfLocal(vm: Vm, shown: number, fold: number): number {
  const a = localClock(vm, shown) - shown;
  const first = shown - a;
  const atFirst = localClock(vm, first);
  let b: number;
  if (atFirst === shown) {
    // The other candidate lies a day away.
    const probe = fold === 1 ? first + MAX_FOLD : first - MAX_FOLD;
    b = localClock(vm, probe) - probe;
    if (a === b) return first;
  } else b = atFirst - first;
  const second = shown - b;
  if (localClock(vm, second) === shown) return second;
  if (atFirst === shown) return first;
  return fold === 1 ? Math.min(first, second) : Math.max(first, second);
}

/** Seconds since the epoch of what a clock shows. */
export function secondsShown(ordinal: number, seconds: number): number {
  return ordinal * DAY + seconds - EPOCH;
}
