// A time zone out of the system's zone files: JavaScript's dates know no seconds of offsets, and Intl would cost 20 ms for its first name of a zone and knows
// fewer of them. Reads the format of RFC 9636. See docs/host.md.
import * as fs from "node:fs";
import type { LocalZone } from "../host.ts";
import { ZoneRule } from "./zone-rule.ts";

/** Where systems keep the zones. */
const FOLDER = "/usr/share/zoneinfo";

export class ZoneFile {
  private readonly times: number[] = [];
  private readonly kinds: number[] = [];
  private readonly periods: LocalZone[] = [];
  /** The rule for the time after the last change, where there is one. */
  private readonly rule: ZoneRule | undefined;
  /** Between which changes the last answer lay. */
  private from = Infinity;
  private to = -Infinity;
  private answer: LocalZone = { offset: 0, dst: false, name: "UTC" };

  private constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const counts = (at: number): number[] => Array.from({ length: 6 }, (_, i) => view.getUint32(at + 20 + 4 * i));
    const [isUt = 0, isStd = 0, leaps = 0, changes = 0, types = 0, letters = 0] = counts(0);
    // Behind the old block of four-byte times there is one of eight bytes.
    const second = 44 + 5 * changes + 6 * types + letters + 8 * leaps + isStd + isUt;
    const [isUt2 = 0, isStd2 = 0, leaps2 = 0, changes2 = 0, types2 = 0, letters2 = 0] = counts(second);
    let at = second + 44;
    for (let i = 0; i < changes2; i++) this.times.push(Number(view.getBigInt64(at + 8 * i)));
    at += 8 * changes2;
    for (let i = 0; i < changes2; i++) this.kinds.push(view.getUint8(at + i));
    at += changes2;
    const text = new TextDecoder("latin1").decode(bytes.subarray(at + 6 * types2, at + 6 * types2 + letters2));
    for (let i = 0; i < types2; i++) {
      const start = view.getUint8(at + 6 * i + 5);
      this.periods.push({ offset: view.getInt32(at + 6 * i), dst: view.getUint8(at + 6 * i + 4) !== 0, name: text.slice(start, text.indexOf("\0", start)) });
    }
    at += 6 * types2 + letters2 + 12 * leaps2 + isStd2 + isUt2;
    const rule = new TextDecoder("latin1").decode(bytes.subarray(at + 1)).split("\n")[0] ?? "";
    this.rule = rule === "" ? undefined : ZoneRule.read(rule);
  }

  /** The zone that TZ names, without TZ the machine's; undefined when that is in no file of this format. */
  static read(zone: string | undefined): ZoneFile | undefined {
    if (zone !== undefined && !/^[A-Za-z]\w*(?:[/+-]\w+)*$/.test(zone)) return undefined;
    try {
      const bytes = fs.readFileSync(zone === undefined ? "/etc/localtime" : `${FOLDER}/${zone}`);
      // "TZif" and a version that has the second block.
      if (bytes.length < 88 || bytes.toString("latin1", 0, 4) !== "TZif" || bytes[4]! < 0x32) return undefined;
      return new ZoneFile(bytes);
    } catch {
      return undefined;
    }
  }

  /** What holds at a time. Before the first change that is the first standard time. */
  at(seconds: number): LocalZone {
    if (seconds >= this.from && seconds < this.to) return this.answer;
    const { times, periods } = this;
    let low = 0;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (times[middle]! <= seconds) low = middle + 1;
      else high = middle;
    }
    if (low === times.length && this.rule !== undefined) return this.rule.at(seconds);
    this.from = low === 0 ? -Infinity : times[low - 1]!;
    this.to = times[low] ?? Infinity;
    this.answer = (low === 0 ? (periods.find((period) => !period.dst) ?? periods[0]) : periods[this.kinds[low - 1]!]) ?? this.answer;
    return this.answer;
  }
}
