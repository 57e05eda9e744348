// The second half of the compiler: a unit's instruction sequence becomes a code object.
// Mirrors optimize_and_assemble_code_unit of Python/compile.c and makecode of Python/assemble.c.
// See docs/compiler-flowgraph.md.
import type { CodeConst, CodeUnit } from "../bytecode/code-unit.ts";
import { assemble } from "./assemble.ts";
import type { ConstCache, ConstTable } from "./const-cache.ts";
import type { FlowGraph } from "./flowgraph/basic-block.ts";
import { buildFlowGraph } from "./flowgraph/build.ts";
import { fillLocalsplus } from "./flowgraph/localsplus.ts";
import { optimizeCodeUnit, prepareAssembly } from "./flowgraph/optimize.ts";
import type { CodeMetadata, InstructionSequence } from "./instruction.ts";

/** Optimises and assembles one unit. The sequence is only read; `consts` may get new members. */
export function optimizeAndAssemble(
  sequence: InstructionSequence,
  metadata: CodeMetadata,
  consts: ConstTable,
  flags: number,
  filename: string,
): CodeUnit {
  const graph = buildFlowGraph(sequence);
  const usedConsts = optimizeCodeUnit(graph, consts, metadata.varnames.size, metadata.nparams);
  return assembleGraph(graph, metadata, usedConsts, consts.cache, flags, filename);
}

/** The code object of an optimised graph. */
export function assembleGraph(graph: FlowGraph, metadata: CodeMetadata, usedConsts: CodeConst[], cache: ConstCache, flags: number, filename: string): CodeUnit {
  const { argcount, posonlyargcount, kwonlyargcount, firstlineno, names } = metadata;
  const { stackDepth, localsplusCount } = prepareAssembly(graph, metadata, flags);
  const { code, linetable, exceptiontable } = assemble(graph, firstlineno);

  const nameList: string[] = [];
  for (const [name, index] of names) nameList[index] = name;
  const localsplusnames: string[] = [];
  for (let i = 0; i < localsplusCount; i++) localsplusnames.push("");
  const localspluskinds = new Uint8Array(localsplusCount);
  fillLocalsplus(metadata, flags, localsplusnames, localspluskinds);
  return {
    kind: "code",
    argcount: posonlyargcount + argcount,
    posonlyargcount,
    kwonlyargcount,
    // A `raise` alone needs no stack, but CPython never gives less than 1.
    stacksize: Math.max(stackDepth, 1),
    flags,
    exceptiontable: cache.mergeBytes(exceptiontable),
    linetable: cache.mergeBytes(linetable),
    code: cache.mergeBytes(code),
    names: cache.mergeItems(nameList),
    consts: cache.mergeItems(usedConsts),
    localsplusnames: cache.mergeItems(localsplusnames),
    localspluskinds,
    filename,
    name: metadata.name,
    qualname: metadata.qualname,
    firstlineno,
  };
}
