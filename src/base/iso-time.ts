// Reading dates and times in ISO 8601 as date, time and datetime.fromisoformat do: numbers without a check of their ranges.
// Mirrors the parsers of Modules/_datetimemodule.c. See docs/base.md.
import { dateOfOrdinal, dayOf, isoOrdinal, MAX_ORDINAL, monthOf, yearOf } from "./calendar.ts";

const DASH = 45;
const COLON = 58;
const WEEK = 87;

export interface IsoDate {
  year: number;
  month: number;
  day: number;
}

export interface IsoTime {
  hour: number;
  minute: number;
  second: number;
  microsecond: number;
  /** An offset was given: seconds and microseconds of one sign. */
  zoned: boolean;
  offset: number;
  offsetMicroseconds: number;
}

/** A character code; 0 behind the end. */
function at(text: string, index: number): number {
  return index < text.length ? text.charCodeAt(index) : 0;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The number of `count` digits; -1 where something else stands. */
function digits(text: string, from: number, count: number): number {
  let n = 0;
  for (let i = from; i < from + count; i++) {
    const code = at(text, i);
    if (!isDigit(code)) return -1;
    n = n * 10 + code - 48;
  }
  return n;
}

/** Reads a date that ends at `length`; undefined where the text is none. */
export function parseIsoDate(text: string, length: number): IsoDate | undefined {
  const year = digits(text, 0, 4);
  if (year < 0) return undefined;
  const dashed = at(text, 4) === DASH;
  let i = dashed ? 5 : 4;
  if (at(text, i) === WEEK) return parseWeekDate(text, i + 1, length, year, dashed);
  const month = digits(text, i, 2);
  if (month < 0) return undefined;
  i += 2;
  if (dashed && at(text, i++) !== DASH) return undefined;
  const day = digits(text, i, 2);
  return day < 0 ? undefined : { year, month, day };
}

function parseWeekDate(text: string, from: number, length: number, year: number, dashed: boolean): IsoDate | undefined {
  const week = digits(text, from, 2);
  if (week < 0) return undefined;
  let i = from + 2;
  let weekday = 1;
  if (i < length) {
    if (dashed && at(text, i++) !== DASH) return undefined;
    weekday = digits(text, i, 1);
    if (weekday < 0) return undefined;
  }
  const ordinal = isoOrdinal(year, week, weekday);
  if (typeof ordinal === "string") return undefined;
  if (ordinal > MAX_ORDINAL) return { year: year + 1, month: 1, day: ordinal - MAX_ORDINAL };
  const date = dateOfOrdinal(ordinal);
  return { year: yearOf(date), month: monthOf(date), day: dayOf(date) };
}

type Fields = [hour: number, minute: number, second: number, microsecond: number];

/** Reads HH[:MM[:SS[.ffffff]]] up to `end`. Answers whether something follows; undefined for a fault. */
function parseClock(text: string, from: number, end: number, fields: Fields): boolean | undefined {
  let i = from;
  let separated = true;
  for (let field = 0; field < 3; field++) {
    const n = digits(text, i, 2);
    if (n < 0) return undefined;
    fields[field] = n;
    i += 2;
    const next = at(text, i++);
    if (field === 0) separated = next === COLON;
    const mark = next === 46 || next === 44;
    // A decimal mark wants digits behind it.
    if (i >= end) return mark && i === end ? undefined : next !== 0;
    if (separated && next === COLON) {
      if (field === 2) return undefined;
      continue;
    }
    if (mark) {
      if (field < 2) return undefined;
      break;
    }
    if (separated) return undefined;
    i--;
  }
  const count = Math.min(end - i, 6);
  const fraction = digits(text, i, count);
  if (fraction < 0) return undefined;
  fields[3] = fraction * 10 ** (6 - count);
  i += count;
  while (isDigit(at(text, i))) i++;
  return at(text, i) !== 0;
}

/** Reads a time from `from` to the end, with an offset or without; undefined where the text is none. */
export function parseIsoTime(text: string, from: number): IsoTime | undefined {
  const end = text.length;
  let zone = from;
  while (zone < end) {
    const code = text.charCodeAt(zone);
    if (code === 90 || code === 43 || code === DASH) break;
    zone++;
  }
  const fields: Fields = [0, 0, 0, 0];
  const more = parseClock(text, from, zone, fields);
  if (more === undefined) return undefined;
  const time: IsoTime = { hour: fields[0], minute: fields[1], second: fields[2], microsecond: fields[3], zoned: zone < end, offset: 0, offsetMicroseconds: 0 };
  if (zone >= end) return more ? undefined : time;
  if (text.charCodeAt(zone) === 90) return at(text, zone + 1) === 0 ? time : undefined;
  const west = text.charCodeAt(zone) === DASH;
  const offset: Fields = [0, 0, 0, 0];
  const rest = parseClock(text, zone + 1, end, offset);
  if (rest === undefined || rest) return undefined;
  const seconds = offset[0] * 3600 + offset[1] * 60 + offset[2];
  time.offset = west ? 0 - seconds : seconds;
  time.offsetMicroseconds = west ? 0 - offset[3] : offset[3];
  return time;
}

/** Where the character between date and time stands. Week dates without dashes are told apart by the parity of the digits that follow. */
export function isoSeparator(text: string): number {
  const { length } = text;
  if (length === 7) return 7;
  if (at(text, 4) === DASH) {
    if (at(text, 5) !== WEEK) return 10;
    if (length < 8) return -1;
    if (length === 8 || at(text, 8) !== DASH) return 8;
    if (length === 9) return -1;
    // A hyphen between week and time is more likely than a digit between date and time.
    return length > 10 && isDigit(at(text, 10)) ? 8 : 10;
  }
  if (at(text, 4) !== WEEK) return 8;
  let i = 7;
  while (i < length && isDigit(at(text, i))) i++;
  if (i < 9) return i;
  return i % 2 === 0 ? 7 : 8;
}
