// The opcode table and the tables of operands against CPython's modules `opcode`, `_opcode` and `dis` (Pyodide).
import { beforeAll, expect, test } from "vitest";
import * as operands from "../../src/bytecode/operands.ts";
import { cacheEntries, deopt, hasArg, hasConst, hasExc, hasFree, hasJump, hasLocal, hasName, isValidOpcode, opcodeNames, opcodes } from "../../src/bytecode/opcodes.ts";
import { INVALID_STACK_EFFECT, stackEffect } from "../../src/bytecode/opcodes.ts";
import { startCPython } from "../compiler/cpython.ts";

const ORACLE = `
import _opcode, dis, json, opcode
ARGUMENTS = [0, 1, 2, 3, 4, 5, 15, 255, 256, 257, 65535]
def effect(op, arg, jump):
    try:
        return _opcode.stack_effect(op, arg if _opcode.has_arg(op) else None, jump=jump)
    except ValueError:
        return None
def tables():
    names = dict(opcode.opmap) | opcode._specialized_opmap
    kinds = "arg const name jump free local exc".split()
    return json.dumps({
        "arguments": ARGUMENTS,
        "effects": [[[effect(op, arg, jump) for arg in ARGUMENTS] for jump in (False, True)] for op in range(300)],
        "flags": {op: [getattr(_opcode, "has_" + kind)(op) for kind in kinds] for op in range(300) if _opcode.is_valid(op)},
        "names": names,
        "families": opcode._specializations,
        "nbOps": opcode._nb_ops, "intrinsic1Names": opcode._intrinsic_1_descs, "intrinsic2Names": opcode._intrinsic_2_descs,
        "specialMethodNames": opcode._special_method_names, "commonConstants": [c.__name__ for c in opcode._common_constants],
        "cmpOp": opcode.cmp_op, "functionAttributeFlags": dis.FUNCTION_ATTR_FLAGS,
        "cacheFormat": {name: list(fields.items()) for name, fields in opcode._cache_format.items()},
    })
`;

interface Tables {
  arguments: number[];
  effects: (number | null)[][][];
  flags: Record<string, boolean[]>;
  names: Record<string, number>;
  families: Record<string, string[]>;
  cacheFormat: Record<string, [string, number][]>;
  [operand: string]: unknown;
}

let tables: Tables;

beforeAll(async () => {
  tables = JSON.parse((await startCPython(ORACLE))("tables")) as Tables;
}, 60_000);

test("stack effects", () => {
  const ours = Array.from({ length: 300 }, (_, opcode) =>
    [false, true].map((jump) =>
      tables.arguments.map((arg) => {
        const effect = stackEffect(opcode, arg, jump);
        return effect === INVALID_STACK_EFFECT ? null : effect;
      }),
    ),
  );
  expect(ours).toEqual(tables.effects);
});

test("flags", () => {
  for (let opcode = 0; opcode < 300; opcode++) {
    const flags = tables.flags[opcode];
    expect(isValidOpcode(opcode)).toBe(flags !== undefined);
    if (flags === undefined) continue;
    const ours = [hasArg, hasConst, hasName, hasJump, hasFree, hasLocal, hasExc].map((has) => has(opcode));
    expect([opcodeNames[opcode], ...ours]).toEqual([opcodeNames[opcode], ...flags]);
  }
});

test("names, families, caches", () => {
  for (const [name, opcode] of Object.entries(tables.names)) expect(opcodeNames[opcode]).toBe(name);
  for (const [family, forms] of Object.entries(tables.families)) {
    for (const form of forms) expect(opcodeNames[deopt[tables.names[form]!]!]).toBe(family);
  }
  expect(operands.cacheFormat).toEqual(tables.cacheFormat);
  for (const [name, info] of Object.entries(opcodes)) {
    const cells = (operands.cacheFormat[name] ?? []).reduce((sum, [, count]) => sum + count, 0);
    expect([name, cacheEntries[info.id]]).toEqual([name, cells]);
  }
});

test.each(["nbOps", "intrinsic1Names", "intrinsic2Names", "specialMethodNames", "commonConstants", "cmpOp", "functionAttributeFlags"] as const)(
  "operands: %s",
  (table) => {
    expect(operands[table]).toEqual(tables[table]);
  },
);
