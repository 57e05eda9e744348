import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileProgram } from "../../src/modules/_sre/engine-compile.ts";
import { MatchMemoryError, MatchState } from "../../src/modules/_sre/engine-state.ts";
import { fullmatch, match, search } from "../../src/modules/_sre/engine.ts";
import type { Entry } from "./sre-cases.ts";
import { runEntries } from "./sre-cases.ts";

const entries = JSON.parse(readFileSync(new URL("sre.json", import.meta.url), "utf8")) as Entry[];

function codeOf(text: string): [number[], number] {
  const entry = entries.find((e) => e[0] === text)!;
  return [entry[3], entry[1]];
}

describe("the matcher", () => {
  test("finds what CPython finds", () => {
    const { total, equal, differences } = runEntries(entries);
    expect(differences).toEqual([]);
    expect(equal).toBe(total);
    expect(total).toBeGreaterThan(5000);
  });

  test("needs no host stack for deep repeats", () => {
    const program = compileProgram(codeOf("'(?:a|b)*'")[0], 32, 0)!;
    const state = new MatchState();
    const subject = "ab".repeat(500_000);
    expect(fullmatch(program, state, subject)).toBe(true);
    expect(state.ptr).toBe(subject.length);
  });

  test("stops at the bound of its stack", () => {
    const [code, groups] = codeOf("'(a|b*)+'");
    const program = compileProgram(code, 32, groups)!;
    const state = new MatchState();
    state.maxStack = 1 << 14;
    expect(() => match(program, state, "a".repeat(100_000))).toThrow(MatchMemoryError);
    state.maxStack = 1 << 28;
    expect(match(program, state, "a".repeat(100_000))).toBe(true);
  });

  test("asks while it runs, so that a pattern that never ends can be ended", () => {
    const [code, groups] = codeOf("'(x+x+)+y'");
    const program = compileProgram(code, 32, groups)!;
    const state = new MatchState();
    let steps = 0;
    state.onTick = (n) => {
      steps += n;
      if (steps > 200_000) throw new RangeError("enough");
    };
    expect(() => search(program, state, "x".repeat(200))).toThrow("enough");
    state.onTick = undefined;
    expect(search(program, state, "xxxy")).toBe(true);
  });

  test("refuses malformed code", () => {
    const state = new MatchState();
    let refused = 0;
    let seed = 1;
    const random = (n: number): number => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) % n;
    for (const [, groups, flags, code] of entries) {
      const broken = code.slice();
      broken[random(broken.length)] = random(3) === 0 ? random(0x7fffffff) : random(60);
      if (random(4) === 0) broken.length = random(broken.length);
      const program = compileProgram(broken, flags, groups);
      if (program === undefined) refused++;
      else {
        // What passes must run to an end: nonsense is allowed, a host error is not.
        state.onTick = () => {
          throw new MatchMemoryError(0);
        };
        try {
          search(program, state, "abc aab 12");
        } catch (error) {
          expect(error).toBeInstanceOf(MatchMemoryError);
        }
        state.onTick = undefined;
      }
    }
    expect(refused).toBeGreaterThan(entries.length / 3);
  });
});
