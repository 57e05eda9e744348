// Time zones as files and TZ strings tell of them: the rules of summer time for ever, and how far kinds of time are ahead of standard time. Times are seconds
// since the epoch. Mirrors the rules of Modules/_zoneinfo.c. See docs/base.md.
import { daysInMonth, EPOCH_ORDINAL, isLeap, ordinalOf, packDate } from "./calendar.ts";

const HOUR = 3600;
const DAY = 86400;

/** When a change happens in a year: on a day of the year (with or without February 29), or on the n-th weekday of a month. */
interface Change {
  readonly kind: "julian" | "day" | "week";
  readonly day: number;
  readonly month: number;
  readonly week: number;
  readonly time: number;
}

/** What a TZ string says; without summer time `rules` is undefined. Offsets are those from UTC. */
export interface ZoneText {
  readonly stdName: string;
  readonly stdOffset: number;
  readonly dstName: string;
  readonly dstOffset: number;
  readonly rules: readonly [start: Change, end: Change] | undefined;
}

/** What is wrong with a TZ string; the message wants its repr. */
export type ZoneFault = "Invalid STD format in" | "Invalid STD offset in" | "Invalid DST format in" | "Invalid DST offset in" | "Missing transition rules in TZ string:" | "Malformed transition rule in TZ string:" | "Extraneous characters at end of TZ string:";

class Reader {
  readonly text: string;
  at = 0;
  constructor(text: string) {
    this.text = text;
  }
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return undefined;
    this.at = pattern.lastIndex;
    return found;
  }
}

function readName(r: Reader): string | undefined {
  const found = r.match(/<([a-zA-Z0-9+-]+)>|([a-zA-Z]+)/y);
  return found?.[1] ?? found?.[2];
}

/** A time with a sign, of at most so many hours. */
function readTime(r: Reader, most: number): number | undefined {
  const found = r.match(/([+-]?)(\d{1,3})(:?)/y);
  if (found === undefined || Number(found[2]) > most) return undefined;
  let seconds = Number(found[2]) * HOUR;
  if (found[3] === ":") {
    const minutes = r.match(/(\d\d)(:?)/y);
    if (minutes === undefined) return undefined;
    seconds += Number(minutes[1]) * 60;
    if (minutes[2] === ":") {
      const rest = r.match(/\d\d/y);
      if (rest === undefined) return undefined;
      seconds += Number(rest[0]);
    }
  }
  return found[1] === "-" ? -seconds : seconds;
}

function readChange(r: Reader): Change | undefined {
  const week = r.match(/M(\d{1,2})\.(\d)\.(\d)/y);
  let change: Omit<Change, "time">;
  if (week !== undefined) {
    change = { kind: "week", month: Number(week[1]), week: Number(week[2]), day: Number(week[3]) };
    if (change.month < 1 || change.month > 12 || change.week < 1 || change.week > 5 || change.day > 6) return undefined;
  } else {
    const day = r.match(/(J?)(\d{1,3})/y);
    if (day === undefined) return undefined;
    change = { kind: day[1] === "J" ? "julian" : "day", month: 0, week: 0, day: Number(day[2]) };
    if (change.day > 365 || (change.kind === "julian" && change.day < 1)) return undefined;
  }
  let time: number | undefined = 2 * HOUR;
  if (r.match(/\//y) !== undefined) time = readTime(r, 167);
  return time === undefined ? undefined : { ...change, time };
}

/** Reads a TZ string. */
export function readZoneText(text: string): ZoneText | ZoneFault {
  const r = new Reader(text);
  const stdName = readName(r);
  if (stdName === undefined) return "Invalid STD format in";
  const std = readTime(r, 24);
  if (std === undefined) return "Invalid STD offset in";
  if (r.at === text.length) return { stdName, stdOffset: -std, dstName: "", dstOffset: 0, rules: undefined };
  const dstName = readName(r);
  if (dstName === undefined) return "Invalid DST format in";
  let dst: number | undefined = std - HOUR;
  if (text[r.at] !== ",") dst = readTime(r, 24);
  if (dst === undefined) return "Invalid DST offset in";
  const rules: Change[] = [];
  for (let i = 0; i < 2; i++) {
    if (r.match(/,/y) === undefined) return "Missing transition rules in TZ string:";
    const change = readChange(r);
    if (change === undefined) return "Malformed transition rule in TZ string:";
    rules.push(change);
  }
  if (r.at < text.length) return "Extraneous characters at end of TZ string:";
  return { stdName, stdOffset: -std, dstName, dstOffset: -dst, rules: [rules[0]!, rules[1]!] };
}

/** When a change happens, on the local clock. */
export function changeOf(change: Change, year: number): number {
  if (change.kind === "week") {
    const first = ordinalOf(packDate(year, change.month, 1));
    // Ordinal 1 is a Monday; weekdays of rules begin on Sunday.
    let day = (((change.day - first) % 7) + 7) % 7 + 7 * (change.week - 1);
    if (day >= daysInMonth(year, change.month)) day -= 7;
    return (first - EPOCH_ORDINAL + day) * DAY + change.time;
  }
  // As CPython has it: day 0 is the one before January 1, and the day that "J" skips is the 59th.
  const day = change.kind === "julian" && change.day >= 59 && isLeap(year) ? change.day : change.day - 1;
  return (ordinalOf(packDate(year, 1, 1)) - EPOCH_ORDINAL + day) * DAY + change.time;
}

const between = (moment: number, start: number, end: number): boolean => (start < end ? start <= moment && moment < end : !(end <= moment && moment < start));

/** Is it summer time at a moment of the local clock? Hours that do not exist count as before the change unless fold is set; hours that come twice the other way round. */
export function summerAtLocal(z: ZoneText, moment: number, year: number, fold: number): boolean {
  let start = changeOf(z.rules![0], year);
  let end = changeOf(z.rules![1], year);
  const shift = z.dstOffset - z.stdOffset;
  if ((fold === 1) === shift >= 0) end -= shift;
  else start += shift;
  return between(moment, start, end);
}

/** Is it summer time at a moment of UTC, and does the local clock show an hour for the second time? */
export function summerAtUtc(z: ZoneText, moment: number, year: number): [summer: boolean, again: boolean] {
  const start = changeOf(z.rules![0], year) - z.stdOffset;
  const end = changeOf(z.rules![1], year) - z.dstOffset;
  const shift = z.dstOffset - z.stdOffset;
  const again = shift > 0 ? end : start;
  return [between(moment, start, end), again <= moment && moment < again + Math.abs(shift)];
}

/** How far each kind of time is ahead of standard time. Files only say whether it is: the neighbours tell by how much. */
export function savings(order: readonly number[], offsets: readonly number[], summer: readonly boolean[]): number[] {
  const out = offsets.map(() => 0);
  let missing = summer.filter((s) => s).length;
  for (let at = 1; at < order.length && missing > 0; at++) {
    const kind = order[at]!;
    if (!summer[kind]! || out[kind] !== 0) continue;
    let saving = 0;
    if (!summer[order[at - 1]!]!) saving = offsets[kind]! - offsets[order[at - 1]!]!;
    if (saving === 0 && kind < summer.length - 1 && at + 1 < order.length) {
      if (summer[order[at + 1]!]!) continue;
      saving = offsets[kind]! - offsets[order[at + 1]!]!;
    }
    if (saving !== 0) {
      out[kind] = saving;
      missing--;
    }
  }
  return out.map((saving, kind) => (summer[kind]! && saving === 0 && missing > 0 ? HOUR : saving));
}

/** The number of items that are not greater. */
export function bisectRight(items: readonly number[], item: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]! <= item) low = middle + 1;
    else high = middle;
  }
  return low;
}
