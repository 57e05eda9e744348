// What codegen hands to the flow graph: instructions with symbolic jump targets, CPython's instruction sequence
// (Python/instruction_sequence.c). See docs/compiler.md.

/** Where an instruction comes from. lineno -1: no location (NO_LOCATION); -2: the next instruction's (NEXT_LOCATION). Columns are UTF-8 bytes, -1 unknown. */
export interface Location {
  readonly lineno: number;
  readonly endLineno: number;
  readonly col: number;
  readonly endCol: number;
}

export const NO_LOCATION: Location = { lineno: -1, endLineno: -1, col: -1, endCol: -1 };
export const NEXT_LOCATION: Location = { lineno: -2, endLineno: -2, col: -2, endCol: -2 };

/** A jump label, made by InstructionSequence.newLabel; -1 is none. */
export type Label = number;
export const NO_LABEL: Label = -1;

export interface SequenceInstruction {
  opcode: number;
  /** Argument; for instructions with JUMP or EXC flag the target label. */
  oparg: number;
  location: Location;
}

/** Instructions of one code object under construction. */
export class InstructionSequence {
  readonly instructions: SequenceInstruction[] = [];
  /** label -> index of the instruction it stands before */
  readonly labels: number[] = [];
  /** Annotation code to be put at ANNOTATIONS_PLACEHOLDER (module and class bodies), or null. */
  annotationsCode: InstructionSequence | null = null;

  newLabel(): Label {
    this.labels.push(-1);
    return this.labels.length - 1;
  }

  /** Puts the label before the next instruction to be added. */
  useLabel(label: Label): void {
    this.labels[label] = this.instructions.length;
  }

  add(opcode: number, oparg: number, location: Location): void {
    this.instructions.push({ opcode, oparg, location });
  }

  insert(at: number, opcode: number, oparg: number, location: Location): void {
    this.instructions.splice(at, 0, { opcode, oparg, location });
    const labels = this.labels;
    for (let i = 0; i < labels.length; i++) if (labels[i]! >= at) labels[i]!++;
  }
}

/** What the flow graph and the assembler need to know of a code object besides its instructions (CPython's _PyCompile_CodeUnitMetadata). */
export interface CodeMetadata {
  name: string;
  qualname: string;
  /** name -> index, in order of first use (co_names). */
  names: Map<string, number>;
  varnames: Map<string, number>;
  cellvars: Map<string, number>;
  freevars: Map<string, number>;
  /** Fast locals of inlined comprehensions and the like: name -> hidden at this moment. */
  fastHidden: Map<string, boolean>;
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  /** Number of parameters, * and ** ones included: the first entries of varnames. */
  nparams: number;
  firstlineno: number;
}
