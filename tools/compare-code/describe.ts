// Code objects as text, every field of them: the counterpart of dump-code.py.
import {
  ComplexConst,
  EllipsisConst,
  FloatConst,
  FrozenSetConst,
  SliceConst,
  SurrogateText,
  TupleConst,
} from "../../src/base/constant.ts";
import { isCodeUnit, type CodeConst, type CodeUnit } from "../../src/bytecode/code-unit.ts";

/** As json.dumps writes it. */
export function text(value: string): string {
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, (ch) => `\\u${ch.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}

const float = new DataView(new ArrayBuffer(8));
function number(value: number): string {
  float.setFloat64(0, value);
  return float.getBigUint64(0).toString(16).padStart(16, "0");
}

export function describe(value: CodeConst): string {
  switch (typeof value) {
    case "string":
      return `str ${text(value)}`;
    case "boolean":
      return value ? "True" : "False";
    case "number":
    case "bigint":
      return `int ${value.toString(16)}`;
  }
  if (value === null) return "None";
  if (value instanceof FloatConst) return `float ${number(value.value)}`;
  if (value instanceof ComplexConst) return `complex ${number(value.real)} ${number(value.imag)}`;
  if (value instanceof Uint8Array) return `bytes ${hex(value)}`;
  if (value instanceof EllipsisConst) return "Ellipsis";
  if (value instanceof SurrogateText) return `str ${text(String.fromCodePoint(...value.codePoints))}`;
  if (value instanceof TupleConst) return `(${(value.items as CodeConst[]).map(describe).join(", ")})`;
  if (value instanceof FrozenSetConst) return `{${(value.items as CodeConst[]).map(describe).sort().join(", ")}}`;
  if (value instanceof SliceConst) {
    return `[${describe(value.start as CodeConst)} : ${describe(value.stop as CodeConst)} : ${describe(value.step as CodeConst)}]`;
  }
  return `code ${text(value.qualname)}`;
}

/** Appends the lines of a code object and of all within. */
export function dumpCode(code: CodeUnit, out: string[]): void {
  // a name may stand twice (cell and free variable of a class); CPython tells only the last one's kind
  const kinds = new Map(code.localsplusnames.map((name, i) => [name, code.localspluskinds[i]!]));
  const locals = code.localsplusnames.map((name) => `${text(name)}:${kinds.get(name)!.toString(16)}`);
  out.push(
    `== ${text(code.qualname)}`,
    `name ${text(code.name)}`,
    `filename ${text(code.filename)}`,
    `counts ${code.argcount} ${code.posonlyargcount} ${code.kwonlyargcount}`,
    `flags ${code.flags.toString(16)}`,
    `stacksize ${code.stacksize}`,
    `firstlineno ${code.firstlineno}`,
    `names ${code.names.map(text).join(" ")}`,
    `locals ${locals.join(" ")}`,
    `code ${hex(code.code)}`,
    `linetable ${hex(code.linetable)}`,
    `exceptiontable ${hex(code.exceptiontable)}`,
  );
  for (const value of code.consts) out.push(`const ${describe(value)}`);
  for (const value of code.consts) if (isCodeUnit(value)) dumpCode(value, out);
}
