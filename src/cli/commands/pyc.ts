// glass pyc FILE: the header of a .pyc and the disassembly of its code. See docs/cli.md.
import { PythonError } from "../../base/python-error.ts";
import { disassemble } from "../../bytecode/disassemble.ts";
import { MAGIC_NUMBER, readPyc } from "../../bytecode/pyc.ts";
import type { PycHeader } from "../../bytecode/pyc.ts";
import { DIS_OPTIONS, disassembleOptions } from "../dis-options.ts";
import { Fault } from "../fault.ts";
import { onePath, readArguments, run } from "../run.ts";
import { displayName, readInput, writeOut } from "../streams.ts";

export function main(argv: readonly string[]): number {
  return run((state) => {
    const args = readArguments(argv, DIS_OPTIONS);
    const path = onePath(args);
    state.path = displayName(path);
    const name = displayName(path);
    const data = readInput(path);
    const { header, code } = open(data, name);
    writeOut(headerText(header));
    writeOut(`code:         ${data.length - 16} bytes of marshal data, compiled from ${code.filename}\n\n`);
    writeOut(disassemble(code, { ...disassembleOptions(args), setsFrom: "marshal" }));
    return 0;
  });
}

function open(data: Uint8Array, name: string): ReturnType<typeof readPyc> {
  try {
    return readPyc(data, name);
  } catch (error) {
    if (error instanceof PythonError) throw new Fault(`not a .pyc of CPython 3.14: ${name}: ${error.message}`, 1);
    throw error;
  }
}

function headerText(header: PycHeader): string {
  const magic = `magic number: ${MAGIC_NUMBER} (CPython 3.14)\n`;
  if (header.mode === "timestamp") {
    const date = new Date(header.mtime * 1000).toISOString().replace(".000Z", "Z");
    return `${magic}invalidation: timestamp\nsource mtime: ${header.mtime} (${date})\nsource size:  ${header.size} bytes\n`;
  }
  const hash = Array.from(header.hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${magic}invalidation: ${header.mode}\nsource hash:  ${hash}\n`;
}
