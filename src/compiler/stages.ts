// The compiler's stages one by one, over instruction sequences: what tests and tools look at. Mirrors _PyCompile_CodeGen,
// _PyCompile_OptimizeCfg and _PyCompile_Assemble of Python/compile.c. See docs/compiler.md.
import { PythonError } from "../base/python-error.ts";
import type { CodeConst, CodeUnit } from "../bytecode/code-unit.ts";
import * as Op from "../bytecode/opcode-ids.generated.ts";
import type * as ast from "../syntax/ast.generated.ts";
import { compileTree, type TreeOptions } from "./compile.ts";
import { ConstCache, ConstTable } from "./const-cache.ts";
import type { BasicBlock, FlowGraph } from "./flowgraph/basic-block.ts";
import { buildFlowGraph } from "./flowgraph/build.ts";
import { labelExceptionTargets, markExceptHandlers } from "./flowgraph/exception-targets.ts";
import { optimizeLoadFast } from "./flowgraph/load-fast.ts";
import { optimizeCodeUnit } from "./flowgraph/optimize.ts";
import { HAS_TARGET, opcodeTraits } from "./flowgraph/opcode-traits.ts";
import { calculateStackDepth } from "./flowgraph/stack-depth.ts";
import { type CodeMetadata, InstructionSequence } from "./instruction.ts";
import { assembleGraph } from "./optimize-and-assemble.ts";
import type { SymtableEntry } from "./symtable/entry.ts";

/** What code generation makes of a module itself; code within it is among `consts`, finished. */
export interface Generated {
  sequence: InstructionSequence;
  /** The same of the code objects directly within. */
  nested: Generated[];
  metadata: CodeMetadata;
  consts: CodeConst[];
}

/** Code generation alone. The tree is changed on the way. */
export function generateStage(mod: ast.mod, options: TreeOptions): Generated {
  // Units are finished from within: what is finished and lies in this one's block belongs to it.
  let open: [SymtableEntry, Generated][] = [];
  compileTree(mod, {
    ...options,
    observe: (sequence, unit) => {
      const inner = open.filter(([block]) => isWithin(block, unit.ste));
      open = open.filter(([block]) => !isWithin(block, unit.ste));
      open.push([unit.ste, { sequence, nested: inner.map(([, made]) => made), metadata: unit.metadata, consts: unit.consts.values.slice() }]);
    },
  });
  return open[0]![1];
}

function isWithin(block: SymtableEntry, outer: SymtableEntry): boolean {
  if (outer.annotationBlock === block) return true;
  return outer.children.some((child) => child === block || isWithin(block, child));
}

/** Jump targets as indices of instructions, which is what opargs are when a sequence has no labels. */
function withLabels(sequence: InstructionSequence): InstructionSequence {
  if (sequence.labels.length > 0) return sequence;
  const copy = new InstructionSequence();
  copy.instructions.push(...sequence.instructions);
  copy.annotationsCode = sequence.annotationsCode;
  for (let i = 0; i <= sequence.instructions.length; i++) copy.labels.push(i);
  return copy;
}

/** The index of the instruction that a jump leads to. */
export function jumpTarget(sequence: InstructionSequence, oparg: number): number {
  return sequence.labels.length > 0 ? sequence.labels[oparg]! : oparg;
}

/** Optimises a sequence; answers the new one and co_consts. */
export function optimizeStage(sequence: InstructionSequence, constants: readonly CodeConst[], localCount: number): { sequence: InstructionSequence; consts: CodeConst[] } {
  for (const { opcode, oparg } of sequence.instructions) {
    if (opcode === Op.LOAD_CONST && oparg >= constants.length) throw new PythonError("ValueError", `LOAD_CONST index ${oparg} is out of range for consts (len=${constants.length})`);
  }
  const graph = buildFlowGraph(withLabels(sequence));
  const table = ConstTable.of(new ConstCache(), constants);
  const consts = optimizeCodeUnit(graph, table, localCount, 0);
  calculateStackDepth(graph);
  optimizeLoadFast(graph);
  return { sequence: toSequence(graph), consts };
}

/** Assembles a sequence that has been optimised, without co_flags. */
export function assembleStage(sequence: InstructionSequence, metadata: CodeMetadata, consts: readonly CodeConst[], filename: string): CodeUnit {
  const graph = buildFlowGraph(withLabels(sequence));
  markExceptHandlers(graph);
  labelExceptionTargets(graph);
  return assembleGraph(graph, metadata, consts.slice(), new ConstCache(), 0, filename);
}

/** A graph as a sequence with a label for every block. */
function toSequence(graph: FlowGraph): InstructionSequence {
  const sequence = new InstructionSequence();
  const labels = new Map<BasicBlock, number>();
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) labels.set(block, sequence.newLabel());
  for (let block: BasicBlock | null = graph.entry; block !== null; block = block.next) {
    sequence.useLabel(labels.get(block)!);
    for (const { opcode, oparg, location, target } of block.instructions) {
      sequence.add(opcode, (opcodeTraits[opcode]! & HAS_TARGET) !== 0 ? labels.get(target!)! : oparg, location);
    }
  }
  return sequence;
}
