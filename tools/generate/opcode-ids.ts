import { opcodes, specializedOpcodes } from "../../src/bytecode/opcodes.ts";

/** One constant per opcode, so that `import * as Op` reads well and bundlers can inline the numbers into switch labels. */
export function generateOpcodeIds(): string {
  const lines = [
    "// Made by `npm run generate` from opcodes.ts; do not edit.",
    "",
    ...Object.entries(opcodes).map(([name, info]) => `export const ${name} = ${info.id};`),
    "",
    ...Object.entries(specializedOpcodes).map(([name, info]) => `export const ${name} = ${info.id};`),
    "",
  ];
  return lines.join("\n");
}
