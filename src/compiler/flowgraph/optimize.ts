// The order of the passes.
// Mirrors _PyCfg_OptimizeCodeUnit and _PyCfg_OptimizedCfgToInstructionSequence of Python/flowgraph.c.
// See docs/compiler-flowgraph.md.
import type { CodeConst } from "../../bytecode/code-unit.ts";
import type { ConstTable } from "../const-cache.ts";
import type { CodeMetadata } from "../instruction.ts";
import type { BasicBlock, FlowGraph } from "./basic-block.ts";
import { pushColdBlocksToEnd } from "./cold-blocks.ts";
import { labelExceptionTargets, markExceptHandlers } from "./exception-targets.ts";
import { inlineSmallOrNoLinenoBlocks } from "./inline-blocks.ts";
import { resolveLineNumbers } from "./line-numbers.ts";
import { optimizeLoadFast } from "./load-fast.ts";
import { prepareLocalsplus } from "./localsplus.ts";
import { optimizeBasicBlock } from "./optimize-block.ts";
import { optimizeLoadConst } from "./optimize-load-const.ts";
import { convertPseudoConditionalJumps, convertPseudoOps, normalizeJumps } from "./pseudo-ops.ts";
import { removeRedundantNopsAndJumps, removeRedundantNopsAndPairs } from "./redundant.ts";
import { calculateStackDepth } from "./stack-depth.ts";
import { insertSuperinstructions } from "./superinstructions.ts";
import { addChecksForUninitialized } from "./uninitialized.ts";
import { removeUnreachable } from "./unreachable.ts";
import { removeUnusedConsts } from "./unused-consts.ts";

function optimizeCfg(graph: FlowGraph, consts: ConstTable): void {
  inlineSmallOrNoLinenoBlocks(graph);
  removeUnreachable(graph);
  resolveLineNumbers(graph);
  optimizeLoadConst(graph, consts);
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) optimizeBasicBlock(block, consts);
  removeRedundantNopsAndPairs(graph);
  removeUnreachable(graph);
  removeRedundantNopsAndJumps(graph);
}

/** Everything that does not depend on the final order of instructions. Answers co_consts; `consts` may get new members. */
export function optimizeCodeUnit(
  graph: FlowGraph,
  consts: ConstTable,
  localCount: number,
  parameterCount: number,
): CodeConst[] {
  markExceptHandlers(graph);
  labelExceptionTargets(graph);
  optimizeCfg(graph, consts);
  const used = removeUnusedConsts(graph, consts.values);
  addChecksForUninitialized(graph, localCount, parameterCount);
  insertSuperinstructions(graph);
  pushColdBlocksToEnd(graph);
  resolveLineNumbers(graph);
  return used;
}

/** From an optimised graph to one that can be assembled. */
export function prepareAssembly(
  graph: FlowGraph,
  metadata: CodeMetadata,
  flags: number,
): { stackDepth: number; localsplusCount: number } {
  convertPseudoConditionalJumps(graph);
  const stackDepth = calculateStackDepth(graph);
  const localsplusCount = prepareLocalsplus(graph, metadata, flags);
  convertPseudoOps(graph);
  normalizeJumps(graph);
  optimizeLoadFast(graph);
  return { stackDepth, localsplusCount };
}
