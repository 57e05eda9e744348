// Runs recorded cases of tools/record/regex_cases.py through the matcher and compares every span.
import { compileProgram } from "../../src/modules/_sre/engine-compile.ts";
import type { Program } from "../../src/modules/_sre/engine-compile.ts";
import { MatchState } from "../../src/modules/_sre/engine-state.ts";
import type { Subject } from "../../src/modules/_sre/engine-state.ts";
import { advance, fullmatch, match, matchNext, search, searchNext } from "../../src/modules/_sre/engine.ts";

/** Subject, pos, endpos, and what match, fullmatch, search, finditer and repeated scanner.match gave. */
type Case = [unknown, number, number | null, Spans, Spans, Spans, Spans[], Spans[]];
/** lastindex (0 for none), then start and end of each group. */
type Spans = number[] | null;
/** Pattern, groups, flags, code, cases. */
export type Entry = [string, number, number, number[], Case[]];

const MOST_MATCHES = 6;
const MOST_STEPS = 4;

function decode(v: any): Subject {
  if (typeof v === "object") return "b" in v ? Uint8Array.from(v.b, (c: string) => c.charCodeAt(0)) : Int32Array.from(v.p);
  for (let i = 0; i < v.length; i++) if ((v.charCodeAt(i) & 0xf800) === 0xd800) return Int32Array.from(Array.from(v as string, (c) => c.codePointAt(0)!));
  return v;
}

function spans(program: Program, state: MatchState, found: boolean): Spans {
  return found ? [Math.max(state.lastindex, 0), ...state.spans(program.groups)] : null;
}

function all(program: Program, state: MatchState, next: typeof searchNext, most: number): Spans[] {
  const out: Spans[] = [];
  while (out.length < most && next(program, state)) {
    out.push(spans(program, state, true));
    advance(state);
    state.lastindex = -1;
  }
  return out;
}

export function answer(program: Program, state: MatchState, subject: Subject, pos: number, endpos: number): unknown[] {
  const out: unknown[] = [
    spans(program, state, match(program, state, subject, pos, endpos)),
    spans(program, state, fullmatch(program, state, subject, pos, endpos)),
    spans(program, state, search(program, state, subject, pos, endpos)),
  ];
  state.begin(program, subject, pos, endpos);
  out.push(all(program, state, searchNext, MOST_MATCHES));
  state.begin(program, subject, pos, endpos);
  out.push(all(program, state, matchNext, MOST_STEPS));
  return out;
}

/** Runs all cases; gives the number of them, of equal ones, and a line for each of the first differences. */
export function runEntries(entries: Entry[]): { total: number; equal: number; differences: string[] } {
  const state = new MatchState();
  const differences: string[] = [];
  let total = 0;
  let equal = 0;
  for (const [text, groups, flags, code, cases] of entries) {
    const program = compileProgram(code, flags, groups);
    for (const [subject, pos, endpos, ...expected] of cases) {
      total++;
      let got: string;
      if (program === undefined) got = "invalid code";
      else {
        const decoded = decode(subject);
        got = JSON.stringify(answer(program, state, decoded, pos, endpos ?? Infinity));
        // Plain text gives the same through the engine for arrays.
        if (typeof decoded === "string" && total % 4 === 0) {
          const points = Int32Array.from({ length: decoded.length }, (_, i) => decoded.charCodeAt(i));
          const other = JSON.stringify(answer(program, state, points, pos, endpos ?? Infinity));
          if (other !== got) got = `as points ${other}`;
        }
      }
      const wanted = JSON.stringify(expected);
      if (got === wanted) equal++;
      else if (differences.length < 20) differences.push(`${text} flags ${flags} on ${JSON.stringify(subject)}[${pos}:${endpos}]: ${got}, CPython: ${wanted}`);
    }
  }
  return { total, equal, differences };
}
