// The door of the matcher: match, fullmatch, search, and the stepping from match to match that finditer, findall, sub, split
// and scanners share. Mirrors what Modules/_sre/sre.c asks of sre_lib.h; see docs/modules-sre.md.
import type { Program } from "./engine-compile.ts";
import * as points from "./engine-points.generated.ts";
import type { MatchState, Subject } from "./engine-state.ts";
import * as units from "./engine-string.ts";

/** pattern.match(subject, pos, endpos); the state has the answer. May throw MatchMemoryError, or what state.onTick throws. */
export function match(program: Program, state: MatchState, subject: Subject, pos?: number, endpos?: number): boolean {
  state.begin(program, subject, pos, endpos);
  return matchNext(program, state);
}

/** pattern.fullmatch(subject, pos, endpos). */
export function fullmatch(program: Program, state: MatchState, subject: Subject, pos?: number, endpos?: number): boolean {
  state.begin(program, subject, pos, endpos);
  state.matchAll = true;
  const found = matchNext(program, state);
  state.matchAll = false;
  return found;
}

/** pattern.search(subject, pos, endpos). */
export function search(program: Program, state: MatchState, subject: Subject, pos?: number, endpos?: number): boolean {
  state.begin(program, subject, pos, endpos);
  return searchNext(program, state);
}

/** scanner.match(), once the state has begun: an attempt where the last match ended (see advance). */
export function matchNext(program: Program, state: MatchState): boolean {
  const { subject } = state;
  if (typeof subject === "string") return units.matchHere(program, state, subject);
  return points.matchHere(program, state, subject);
}

/** scanner.search(), once the state has begun: the next match from where the last one ended (see advance). */
export function searchNext(program: Program, state: MatchState): boolean {
  const { subject } = state;
  if (typeof subject === "string") return units.searchFrom(program, state, subject);
  return points.searchFrom(program, state, subject);
}

/** After a match: the next one starts at its end, and where it was empty must not be empty there again. */
export function advance(state: MatchState): void {
  state.mustAdvance = state.ptr === state.start;
  state.start = state.ptr;
}
