// Reads the recorded cases of tools/record/base_cases.py and compares our answers with CPython's.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PythonError } from "../../src/base/python-error.ts";
import { AstralText, textEquals, textFromHost, textFromPoints, textToHost } from "../../src/base/text.ts";
import type { Text } from "../../src/base/text.ts";

export type Answers = Record<string, (...args: any[]) => unknown>;

function float(text: string): number {
  return text === "inf" ? Infinity : text === "-inf" ? -Infinity : text === "nan" || text === "-nan" ? NaN : Number(text);
}

export function decode(v: any): any {
  if (v === null || typeof v === "boolean" || typeof v === "number") return v;
  if (typeof v === "string") return textFromHost(v);
  if (Array.isArray(v)) return v.map(decode);
  if ("i" in v) return v.i.startsWith("-0x") ? -BigInt(v.i.slice(1)) : BigInt(v.i);
  if ("f" in v) return float(v.f);
  if ("c" in v) return [float(v.c[0]), float(v.c[1])];
  if ("p" in v) return textFromPoints(v.p);
  if ("b" in v) return Uint8Array.from(v.b.match(/../g) ?? [], (h: string) => parseInt(h, 16));
  if ("e" in v) return new PythonError(v.e[0], textToHost(decode(v.e[1])));
  throw new Error(`unknown case value ${JSON.stringify(v)}`);
}

export function same(a: any, b: any): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (a instanceof PythonError) return b instanceof PythonError && a.type === b.type && a.message === b.message;
  if (a instanceof AstralText || b instanceof AstralText) return textEquals(a as Text, b as Text);
  if (a.length !== b.length || a instanceof Uint8Array !== b instanceof Uint8Array) return false;
  for (let i = 0; i < a.length; i++) if (!same(a[i], b[i])) return false;
  return true;
}

export function show(v: any): string {
  if (v instanceof PythonError) return v.toString();
  if (v instanceof AstralText) return `astral ${JSON.stringify(textToHost(v))}`;
  if (Array.isArray(v)) return `[${v.map(show).join(", ")}]`;
  if (v instanceof Uint8Array) return `b[${[...v].map((x) => x.toString(16).padStart(2, "0")).join("")}]`;
  return typeof v === "string" ? JSON.stringify(v) : Object.is(v, -0) ? "-0" : typeof v === "bigint" ? `${v}n` : String(v);
}

/** Runs every case of an area; gives the number of cases, of equal ones, and a line for each of the first differences. */
export function runCases(area: string, answers: Answers): { total: number; equal: number; differences: string[] } {
  const cases = JSON.parse(readFileSync(fileURLToPath(new URL(`${area}.json`, import.meta.url)), "utf8")) as [string, unknown[], unknown][];
  const differences: string[] = [];
  let equal = 0;
  for (const [name, args, expected] of cases) {
    const wanted = decode(expected);
    const given = args.map(decode);
    let got: unknown;
    try {
      const answer = answers[name];
      if (answer === undefined) throw new Error(`no answer for ${name}`);
      got = answer(...given);
    } catch (error) {
      got = error instanceof PythonError ? error : `threw ${String((error as Error).stack ?? error).split("\n").slice(0, 3).join(" ")}`;
    }
    if (same(got, wanted)) equal++;
    else if (differences.length < 20) differences.push(`${name}(${given.map(show).join(", ")}) = ${show(got)}, CPython: ${show(wanted)}`.slice(0, 600));
  }
  return { total: cases.length, equal, differences };
}
