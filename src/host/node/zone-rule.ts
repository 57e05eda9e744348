// Time zones that TZ spells out, such as "EST+05EDT,M4.1.0,M10.5.0": names, offsets and the days of change. Mirrors POSIX's format of TZ, as the C library
// reads it. See docs/host.md.
import type { LocalZone } from "../host.ts";

/** A day of the year and the second of that day when the clock is changed. */
interface Change {
  readonly kind: "month" | "julian" | "day";
  readonly month: number;
  readonly week: number;
  readonly day: number;
  readonly time: number;
}

const NAME = "(<[^>]+>|[A-Za-z]{3,})";
const OFFSET = "([-+]?\\d{1,3}(?::\\d{1,2}(?::\\d{1,2})?)?)";
const ZONE = new RegExp(`^${NAME}${OFFSET}(?:${NAME}${OFFSET}?(?:,([^,]+),([^,]+))?)?$`);
const DEFAULT_CHANGES = ["M3.2.0", "M11.1.0"] as const;

function secondsOf(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.replace(/^[-+]/, "").split(":").map(Number);
  return (text.startsWith("-") ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds);
}

function changeOf(text: string): Change | undefined {
  const [, day = "", time] = /^([MJ]?[\d.]+)(?:\/(.+))?$/.exec(text) ?? [];
  const at = time === undefined ? 7200 : secondsOf(time);
  const month = /^M(\d+)\.(\d+)\.(\d+)$/.exec(day);
  if (month !== null) return { kind: "month", month: Number(month[1]), week: Number(month[2]), day: Number(month[3]), time: at };
  if (/^J\d+$/.test(day)) return { kind: "julian", month: 0, week: 0, day: Number(day.slice(1)), time: at };
  return /^\d+$/.test(day) ? { kind: "day", month: 0, week: 0, day: Number(day), time: at } : undefined;
}

const daysTo = (year: number, month: number, day: number): number => Date.UTC(year, month, day) / 86400000;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Seconds from the epoch to a change, by the clock on the wall. */
function wallTime(change: Change, year: number): number {
  let days: number;
  if (change.kind === "month") {
    const first = daysTo(year, change.month - 1, 1);
    // The epoch was a Thursday.
    const weekday = (((first + 4) % 7) + 7) % 7;
    let offset = ((change.day - weekday + 7) % 7) + 7 * (change.week - 1);
    if (offset >= daysTo(year, change.month, 1) - first) offset -= 7;
    days = first + offset;
  } else days = daysTo(year, 0, 1) + (change.kind === "julian" ? change.day - 1 + (isLeap(year) && change.day >= 60 ? 1 : 0) : change.day);
  return days * 86400 + change.time;
}

export class ZoneRule {
  private readonly standard: LocalZone;
  private readonly summer: LocalZone | undefined;
  private readonly changes: readonly [Change, Change] | undefined;

  private constructor(standard: LocalZone, summer?: LocalZone, changes?: readonly [Change, Change]) {
    this.standard = standard;
    this.summer = summer;
    this.changes = changes;
  }

  /** What TZ says. What cannot be read is Universal Time under the name that it begins with. */
  static read(text: string): ZoneRule {
    const found = ZONE.exec(text.replace(/^:/, ""));
    if (found === null) return new ZoneRule({ offset: 0, dst: false, name: /^[A-Za-z]{3,}/.exec(text)?.[0] ?? "UTC" });
    const [, name = "", offset = "", summer, summerOffset, start, end] = found;
    const plain = (s: string): string => s.replace(/[<>]/g, "");
    const east = 0 - secondsOf(offset);
    const standard = { offset: east, dst: false, name: plain(name) };
    const changes = [changeOf(start ?? DEFAULT_CHANGES[0]), changeOf(end ?? DEFAULT_CHANGES[1])] as const;
    if (summer === undefined || changes[0] === undefined || changes[1] === undefined) return new ZoneRule(standard);
    return new ZoneRule(standard, { offset: summerOffset === undefined ? east + 3600 : 0 - secondsOf(summerOffset), dst: true, name: plain(summer) }, [changes[0], changes[1]]);
  }

  at(seconds: number): LocalZone {
    const { standard, summer, changes } = this;
    if (summer === undefined || changes === undefined) return standard;
    const year = new Date((seconds + standard.offset) * 1000).getUTCFullYear();
    const from = wallTime(changes[0], year) - standard.offset;
    const to = wallTime(changes[1], year) - summer.offset;
    const inSummer = from < to ? seconds >= from && seconds < to : seconds >= from || seconds < to;
    return inSummer ? summer : standard;
  }
}
