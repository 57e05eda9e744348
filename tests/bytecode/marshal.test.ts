// Marshal against recorded answers of CPython (tools/record/marshal_cases.py): values in every version, malformed data, deep nesting.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { FrozenSetConst, TupleConst } from "../../src/base/constant.ts";
import { PythonError } from "../../src/base/python-error.ts";
import { constantRepr } from "../../src/bytecode/constant-repr.ts";
import { readMarshal } from "../../src/bytecode/marshal-read.ts";
import { DictValue, ListValue, SetValue } from "../../src/bytecode/marshal-values.ts";
import type { MarshalValue } from "../../src/bytecode/marshal-values.ts";
import { writeMarshal } from "../../src/bytecode/marshal-write.ts";
import { compile } from "../../src/index.ts";

interface Cases {
  values: { source: string; dumps: (string | null)[] }[];
  malformed: [data: string, answer: string][];
}

const cases = JSON.parse(readFileSync(new URL("marshal-cases.json", import.meta.url), "utf8")) as Cases;

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

function outcome(data: Uint8Array): string {
  try {
    const value = readMarshal(data);
    return data.length > 50 ? "ok" : constantRepr(value, { addressOf: () => "0x0", setsFrom: "marshal" });
  } catch (error) {
    if (error instanceof PythonError) return error.toString();
    throw error;
  }
}

describe("values", () => {
  test.each(cases.values)("$source", ({ dumps }) => {
    const newest = readMarshal(bytesOf(dumps[5]!));
    dumps.forEach((hex, version) => {
      if (hex === null) {
        expect(() => writeMarshal(newest, { version })).toThrow(new PythonError("ValueError", "unmarshallable object"));
        return;
      }
      const value = readMarshal(bytesOf(hex));
      expect(sorted(value)).toEqual(sorted(newest));
      const written = writeMarshal(value, { version });
      // References depend on who else holds an object, and versions 0 to 2 have none.
      if (version < 3) expect(hexOf(written)).toBe(hex);
      else expect(sorted(readMarshal(written))).toEqual(sorted(newest));
    });
  });
});

/** Sets come in the order of their dumps, which differs from version to version. */
function sorted(value: MarshalValue): unknown {
  if (!(value instanceof SetValue || value instanceof FrozenSetConst)) return value;
  return [value.constructor.name, ...value.items.map((item) => hexOf(writeMarshal(item as MarshalValue, { version: 2 }))).sort()];
}

describe("malformed data", () => {
  test.each(cases.malformed)("%s", (hex, answer) => {
    expect(outcome(bytesOf(hex)).replaceAll("<class 'StopIteration'>", "StopIteration")).toBe(answer);
  });

  test("a claimed size takes no memory", () => {
    for (const type of "([<>") {
      const before = process.memoryUsage().heapUsed;
      expect(outcome(Uint8Array.of(type.charCodeAt(0), 0xff, 0xff, 0xff, 0x7f))).toBe("EOFError: EOF read where object expected");
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(10_000_000);
    }
  });

  test("code objects can be shut out", () => {
    const data = writeMarshal(compile("x"));
    const message = "unmarshalling code objects is disallowed";
    expect(() => readMarshal(data, { allowCode: false })).toThrow(new PythonError("ValueError", message));
    const other = "marshalling code objects is disallowed";
    expect(() => writeMarshal(compile("x"), { allowCode: false })).toThrow(new PythonError("ValueError", other));
  });
});

describe("deep nesting", () => {
  const wrap: Record<string, (inner: MarshalValue) => MarshalValue> = {
    tuples: (inner) => new TupleConst<MarshalValue>([inner]),
    lists: (inner) => new ListValue([inner]),
    frozensets: (inner) => new FrozenSetConst<MarshalValue>([inner]),
    "frozensets of two": (inner) => new FrozenSetConst<MarshalValue>([inner, 1]),
    dicts: (inner) => new DictValue([[1, inner]]),
  };
  test.each(Object.keys(wrap))("%s up to the limit, and beyond", (kind) => {
    const levels = kind === "frozensets of two" ? 200 : 1999;
    let value: MarshalValue = null;
    for (let i = 0; i < levels; i++) value = wrap[kind]!(value);
    const data = writeMarshal(value);
    expect(hexOf(writeMarshal(readMarshal(data)))).toBe(hexOf(data));
    if (levels < 1999) return;
    value = wrap[kind]!(value);
    expect(() => writeMarshal(value)).toThrow(new PythonError("ValueError", "object too deeply nested to marshal"));
  });

  test("a tuple of itself", () => {
    const data = bytesOf("a90172000000" + "00");
    const value = readMarshal(data) as TupleConst<MarshalValue>;
    expect(value.items[0]).toBe(value);
    expect(hexOf(writeMarshal(value))).toBe(hexOf(data));
  });

  test("shared parts are written once", () => {
    let value: MarshalValue = "text of some length";
    for (let i = 0; i < 200; i++) value = new TupleConst<MarshalValue>([value, value]);
    expect(writeMarshal(value).length).toBeLessThan(3000);
  });
});
