// The seam between codegen and the flow graph: what a finished unit hands over to become a code object
// (optimize_and_assemble_code_unit of Python/compile.c). See docs/compiler.md.
import type { CodeUnit } from "../bytecode/code-unit.ts";
import type { ConstTable } from "./const-cache.ts";
import type { CodeMetadata, InstructionSequence } from "./instruction.ts";

/**
 * Implemented by flowgraph/ as `optimizeAndAssemble`. `consts.values` are the constants in order of first use (LOAD_CONST's oparg);
 * constants made by folding are appended with `consts.add`, unused ones are removed by the implementation on its own copy.
 * `flags` is co_flags. Names, constants, bytes of the result are shared through `consts.cache` (mergeItems, mergeBytes).
 */
export type OptimizeAndAssemble = (
  sequence: InstructionSequence,
  metadata: CodeMetadata,
  consts: ConstTable,
  flags: number,
  filename: string,
) => CodeUnit;
