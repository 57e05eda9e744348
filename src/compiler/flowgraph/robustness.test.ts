// Big and odd inputs: linear time, no recursion. See docs/compiler-flowgraph.md.
import { describe, expect, test } from "vitest";
import { decodeExceptionTable } from "../../bytecode/exception-table.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { ConstCache, ConstTable } from "../const-cache.ts";
import { InstructionSequence } from "../instruction.ts";
import type { CodeMetadata } from "../instruction.ts";
import { optimizeAndAssemble } from "../optimize-and-assemble.ts";

function metadata(): CodeMetadata {
  return {
    name: "f",
    qualname: "f",
    names: new Map([["a", 0]]),
    varnames: new Map([["x", 0]]),
    cellvars: new Map(),
    freevars: new Map(),
    fastHidden: new Map(),
    argcount: 1,
    nparams: 1,
    posonlyargcount: 0,
    kwonlyargcount: 0,
    firstlineno: 1,
  };
}

function at(line: number) {
  return { lineno: line, endLineno: line, col: 0, endCol: 1 };
}

function assembled(sequence: InstructionSequence, constants: (number | null)[] = [null]) {
  const consts = new ConstTable(new ConstCache());
  for (const value of constants) consts.add(value);
  return optimizeAndAssemble(sequence, metadata(), consts, 3, "f.py");
}

describe("big inputs", () => {
  test("straight code of 100,000 lines", () => {
    const sequence = new InstructionSequence();
    for (let line = 1; line <= 100_000; line++) {
      sequence.add(Op.LOAD_FAST, 0, at(line));
      sequence.add(Op.POP_TOP, 0, at(line));
    }
    sequence.add(Op.LOAD_CONST, 0, at(100_000));
    sequence.add(Op.RETURN_VALUE, 0, at(100_000));
    const start = performance.now();
    expect(assembled(sequence).code.length).toBe(400_004);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test("50,000 jumps across 50,000 blocks, with arguments of three bytes", () => {
    const sequence = new InstructionSequence();
    const start = sequence.newLabel();
    const end = sequence.newLabel();
    sequence.useLabel(start);
    for (let line = 1; line <= 50_000; line++) {
      sequence.add(Op.LOAD_NAME, 0, at(line));
      sequence.add(Op.TO_BOOL, 0, at(line));
      sequence.add(Op.POP_JUMP_IF_TRUE, line % 2 === 0 ? start : end, at(line));
    }
    sequence.useLabel(end);
    sequence.add(Op.LOAD_CONST, 0, at(50_001));
    sequence.add(Op.RETURN_VALUE, 0, at(50_001));
    const before = performance.now();
    const { code, stacksize } = assembled(sequence);
    expect(performance.now() - before).toBeLessThan(5000);
    expect(stacksize).toBe(1);
    expect(code.length).toBeGreaterThan(50_000 * 16);
  });

  test("a display of 50,000 constants before an operator that folds it", () => {
    const sequence = new InstructionSequence();
    const constants: (number | null)[] = [null];
    sequence.add(Op.LOAD_NAME, 0, at(1));
    sequence.add(Op.BUILD_LIST, 0, at(1));
    for (let i = 1; i <= 50_000; i++) {
      constants.push(1000 + i);
      sequence.add(Op.LOAD_CONST, i, at(1));
      sequence.add(Op.LIST_APPEND, 1, at(1));
    }
    sequence.add(Op.CONTAINS_OP, 0, at(1));
    sequence.add(Op.RETURN_VALUE, 0, at(1));
    const { code, consts } = assembled(sequence, constants);
    expect([...code]).toEqual([Op.LOAD_NAME, 0, Op.LOAD_CONST, 1, Op.CONTAINS_OP, 0, 0, 0, Op.RETURN_VALUE, 0]);
    expect(consts.length).toBe(2);
  });

  test("20,000 handlers within each other", () => {
    const depth = 20_000;
    const sequence = new InstructionSequence();
    const handlers: number[] = [];
    for (let i = 0; i < depth; i++) {
      handlers.push(sequence.newLabel());
      sequence.add(Op.SETUP_FINALLY, handlers[i]!, at(i + 1));
    }
    sequence.add(Op.LOAD_NAME, 0, at(depth));
    sequence.add(Op.RETURN_VALUE, 0, at(depth));
    for (let i = depth - 1; i >= 0; i--) {
      sequence.useLabel(handlers[i]!);
      sequence.add(Op.RERAISE, 0, at(depth + i));
    }
    const entries = decodeExceptionTable(assembled(sequence).exceptiontable);
    expect(entries.length).toBe(depth);
    expect(entries.every((entry) => entry.target < 2 * depth + 100_000 && entry.depth === 0)).toBe(true);
  });
});
