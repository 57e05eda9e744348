// What the objects of datetime hold, and the checks of their ranges. A date's payload is the packed number of base/calendar.ts, those of
// the others are plain records. Mirrors Include/datetime.h and the range checkers of Modules/_datetimemodule.c. See docs/modules.md.
import { daysInMonth, MAX_YEAR, MIN_YEAR, packDate } from "../../base/calendar.ts";
import { asCInt, type Container, type Leaf, type Value, valueError, type Vm } from "../../core/api.ts";

/** timedelta: 0 <= seconds < 86400 and 0 <= microseconds < 1000000. */
export interface Delta {
  readonly days: number;
  readonly seconds: number;
  readonly microseconds: number;
}

/** time. */
export interface Clock {
  /** Hour above 16 bits, minute above 8, second: ordered like the times. */
  readonly clock: number;
  readonly microsecond: number;
  readonly fold: number;
  /** None, or owned. */
  zone: Value;
  hash: number | bigint | null;
}

/** datetime. */
export interface Moment {
  readonly date: number;
  readonly clock: number;
  readonly microsecond: number;
  readonly fold: number;
  zone: Value;
  hash: number | bigint | null;
}

export const deltaOf = (v: Value): Delta => (v as Leaf).data as Delta;
export const clockFields = (v: Value): Clock => (v as Container).data as Clock;
export const moment = (v: Value): Moment => (v as Container).data as Moment;

/** The packed date of a date or datetime. */
export function dateFields(v: Value): number {
  const data = (v as Leaf).data as number | Moment;
  return typeof data === "number" ? data : data.date;
}

export const packClock = (hour: number, minute: number, second: number): number => (hour << 16) | (minute << 8) | second;
export const hourOf = (clock: number): number => clock >> 16;
export const minuteOf = (clock: number): number => (clock >> 8) & 255;
export const secondOf = (clock: number): number => clock & 255;
/** Seconds since midnight. */
export const secondsOf = (clock: number): number => (clock >> 16) * 3600 + ((clock >> 8) & 255) * 60 + (clock & 255);

/** The packed time of seconds since midnight. */
export function clockOfSeconds(seconds: number): number {
  const minutes = (seconds / 60) | 0;
  const hour = (minutes / 60) | 0;
  return (hour << 16) | ((minutes - hour * 60) << 8) | (seconds - minutes * 60);
}

/** Checks a date and packs it. */
export function checkedDate(vm: Vm, year: number, month: number, day: number): number {
  if (year < MIN_YEAR || year > MAX_YEAR) throw yearError(vm, year);
  if (month < 1 || month > 12) throw valueError(vm, `month must be in 1..12, not ${month}`);
  if (day > 28 || day < 1) {
    const last = daysInMonth(year, month);
    if (day < 1 || day > last) throw valueError(vm, `day ${day} must be in range 1..${last} for month ${month} in year ${year}`);
  }
  return packDate(year, month, day);
}

export function yearError(vm: Vm, year: number): Error {
  throw valueError(vm, `year must be in ${MIN_YEAR}..${MAX_YEAR}, not ${year}`);
}

/** Checks a time and packs what is not its microsecond. */
export function checkedClock(vm: Vm, hour: number, minute: number, second: number, microsecond: number, fold: number): number {
  if (hour < 0 || hour > 23) throw valueError(vm, `hour must be in 0..23, not ${hour}`);
  if (minute < 0 || minute > 59) throw valueError(vm, `minute must be in 0..59, not ${minute}`);
  if (second < 0 || second > 59) throw valueError(vm, `second must be in 0..59, not ${second}`);
  if (microsecond < 0 || microsecond > 999999) throw valueError(vm, `microsecond must be in 0..999999, not ${microsecond}`);
  if (fold !== 0 && fold !== 1) throw valueError(vm, `fold must be either 0 or 1, not ${fold}`);
  return packClock(hour, minute, second);
}

/** An argument of replace(); what stays where it is absent. */
export function fieldArgument(vm: Vm, v: Value | undefined, unchanged: number): number {
  return v === undefined ? unchanged : asCInt(vm, v);
}

const TWO: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, "0"));

/** A number below 100 with two digits. */
export const two = (n: number): string => TWO[n]!;

export function four(n: number): string {
  return TWO[(n / 100) | 0]! + TWO[n % 100]!;
}

export function six(n: number): string {
  return TWO[(n / 10000) | 0]! + TWO[((n / 100) | 0) % 100]! + TWO[n % 100]!;
}
