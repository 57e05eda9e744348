// Errors equal CPython's on the recorded corpus (mutations.json: made and recorded by tools/syntax-corpus.ts from seeds.txt), by the
// parser as users get it, by the exact parser alone, and by the whole way to a code object. See docs/syntax-errors.md.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileOutcome, exactOutcome, parseOutcome } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";

const PARSER = 0;

interface Case {
  source: string;
  mode: string;
  flags: number;
  /** Who raises: 0 the parser, 1 what follows it; null for a right source. */
  stage: number | null;
  expected: Outcome;
}

function readCases(): Case[] {
  const { messages, rows } = JSON.parse(readFileSync(new URL("./mutations.json", import.meta.url), "utf8"));
  return rows.map(([source, how, stage, message, ...place]: [string, 0 | [string, number], number?, number?, ...number[]]) => {
    const [mode, flags] = how === 0 ? ["exec", 0] : how;
    const expected = message === undefined ? ["ok"] : [...messages[message].split("\n"), ...place];
    return { source, mode, flags, stage: stage ?? null, expected };
  });
}

const cases = readCases();

function unequal(some: readonly Case[], outcome: (source: string, mode: string, flags: number) => Outcome): unknown[] {
  const found = [];
  for (const { source, mode, flags, expected } of some) {
    const got = outcome(source, mode, flags).slice(0, 6);
    if (JSON.stringify(got) !== JSON.stringify(expected)) found.push({ source, mode, flags, expected, got });
  }
  return found;
}

test("the corpus is what it should be", () => {
  expect(cases.length).toBeGreaterThanOrEqual(4000);
  expect(cases.filter((one) => one.stage === PARSER).length).toBeGreaterThan(3000);
});

test("parser errors", () => {
  expect(unequal(cases.filter((one) => one.stage === PARSER), parseOutcome)).toEqual([]);
});

test("parser errors, by the exact parser", () => {
  expect(unequal(cases.filter((one) => one.stage === PARSER), exactOutcome)).toEqual([]);
});

test("what CPython's parser accepts is accepted by both parsers", () => {
  const accepted = cases.filter((one) => one.stage !== PARSER).map((one) => ({ ...one, expected: ["ok"] }));
  expect(unequal(accepted, parseOutcome)).toEqual([]);
  expect(unequal(accepted, exactOutcome)).toEqual([]);
});

test("errors of symbol tables and compiler, and none where CPython has none", () => {
  expect(unequal(cases.filter((one) => one.stage !== PARSER), compileOutcome)).toEqual([]);
});
