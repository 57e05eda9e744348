// Arithmetic of the proleptic Gregorian calendar over plain numbers. A date is packed into one small number whose order is that of the
// dates: the year above 16 bits, the month above 8, the day. Mirrors the helpers of Modules/_datetimemodule.c. See docs/base.md.

export const MIN_YEAR = 1;
export const MAX_YEAR = 9999;
/** The ordinal of December 31, 9999; January 1 of year 1 has 1. */
export const MAX_ORDINAL = 3652059;
/** The ordinal of January 1, 1970. */
export const EPOCH_ORDINAL = 719163;

const DAYS_IN_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_BEFORE_MONTH = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

export function packDate(year: number, month: number, day: number): number {
  return (year << 16) | (month << 8) | day;
}

export function yearOf(date: number): number {
  return date >> 16;
}

export function monthOf(date: number): number {
  return (date >> 8) & 255;
}

export function dayOf(date: number): number {
  return date & 255;
}

export function isLeap(year: number): boolean {
  return (year & 3) === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : DAYS_IN_MONTH[month]!;
}

/** Days of a year before the first of a month. */
export function daysBeforeMonth(year: number, month: number): number {
  return DAYS_BEFORE_MONTH[month]! + (month > 2 && isLeap(year) ? 1 : 0);
}

function daysBeforeYear(year: number): number {
  const y = year - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
}

/** The ordinal of a packed date. */
export function ordinalOf(date: number): number {
  const year = date >> 16;
  const month = (date >> 8) & 255;
  return daysBeforeYear(year) + daysBeforeMonth(year, month) + (date & 255);
}

/** The year that an ordinal lies in; ordinals out of the calendar's range have years too. */
export function yearOfOrdinal(ordinal: number): number {
  // The mean length of a year leads to the right one or a neighbour of it.
  let year = Math.floor((ordinal - 1) / 365.2425) + 1;
  while (daysBeforeYear(year + 1) < ordinal) year++;
  while (daysBeforeYear(year) >= ordinal) year--;
  return year;
}

/** The packed date of an ordinal between 1 and MAX_ORDINAL. Years are counted from March meanwhile, so that February is their last month. */
export function dateOfOrdinal(ordinal: number): number {
  const days = ordinal + 305;
  const era = (days / 146097) | 0;
  const inEra = days - era * 146097;
  const yearInEra = ((inEra - ((inEra / 1460) | 0) + ((inEra / 36524) | 0) - ((inEra / 146096) | 0)) / 365) | 0;
  const inYear = inEra - (365 * yearInEra + (yearInEra >> 2) - ((yearInEra / 100) | 0));
  const fromMarch = ((5 * inYear + 2) / 153) | 0;
  const day = inYear - (((153 * fromMarch + 2) / 5) | 0) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return packDate(era * 400 + yearInEra + (month <= 2 ? 1 : 0), month, day);
}

/** Monday is 0. */
export function weekdayOf(date: number): number {
  return (ordinalOf(date) + 6) % 7;
}

/** The ordinal of the Monday with which week 1 of an ISO year begins: that of the year's first Thursday. */
export function isoYearStart(year: number): number {
  const first = daysBeforeYear(year) + 1;
  const weekday = (((first + 6) % 7) + 7) % 7;
  return first - weekday + (weekday > 3 ? 7 : 0);
}

/** ISO year, week and weekday (Monday is 1) of a packed date. */
export function isoCalendar(date: number): [year: number, week: number, weekday: number] {
  let year = date >> 16;
  const today = ordinalOf(date);
  let start = isoYearStart(year);
  if (today < start) start = isoYearStart(--year);
  else if (today >= isoYearStart(year + 1)) start = isoYearStart(++year);
  const days = today - start;
  return [year, Math.floor(days / 7) + 1, (days % 7) + 1];
}

/** Which part of an ISO date is out of range. */
export type IsoFault = "year" | "week" | "weekday";

/** The ordinal of an ISO year, week and weekday; it may lie behind December 31, 9999. */
export function isoOrdinal(year: number, week: number, weekday: number): number | IsoFault {
  if (year < MIN_YEAR || year > MAX_YEAR) return "year";
  if (week <= 0 || week > 53 || (week === 53 && isoYearStart(year + 1) - isoYearStart(year) !== 371)) return "week";
  if (weekday <= 0 || weekday > 7) return "weekday";
  return isoYearStart(year) + (week - 1) * 7 + weekday - 1;
}
