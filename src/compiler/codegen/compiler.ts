// The state of one compilation: a stack of units (code objects under construction), names, constants, frame blocks, scopes
// of inlined comprehensions, errors and warnings. Mirrors Python/compile.c. See docs/compiler.md.
import { TupleConst } from "../../base/constant.ts";
import { PythonError, PythonSyntaxError, type WarningSink } from "../../base/python-error.ts";
import {
  CO_FAST_FREE,
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_GENERATOR,
  CO_HAS_DOCSTRING,
  CO_METHOD,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type CodeConst,
  type CodeUnit,
} from "../../bytecode/code-unit.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import { RESUME_AT_FUNC_START } from "../../bytecode/opargs.ts";
import type * as ast from "../../syntax/ast.generated.ts";
import { constRepr } from "../../syntax/unparse.ts";
import type { OptimizeAndAssemble } from "../assemble-input.ts";
import { ConstCache, ConstTable } from "../const-cache.ts";
import { InstructionSequence, NO_LOCATION, type CodeMetadata, type Label, type Location } from "../instruction.ts";
import { mangle } from "../mangle.ts";
import { sourceLine } from "../source-error.ts";
import {
  CELL,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  FREE,
  GLOBAL_EXPLICIT,
  SCOPE_MASK,
  SCOPE_OFFSET,
  getScope,
  isFunctionLike,
  type Scope,
  type Symtable,
  type SymtableEntry,
} from "../symtable/entry.ts";
import type { FrameBlock } from "./frame-blocks.ts";
import { sortByCodePoints } from "./text.ts";

/** Kinds of units (_PyCompile_ScopeType). */
export const SCOPE_MODULE = 0;
export const SCOPE_CLASS = 1;
export const SCOPE_FUNCTION = 2;
export const SCOPE_ASYNC_FUNCTION = 3;
export const SCOPE_LAMBDA = 4;
export const SCOPE_COMPREHENSION = 5;
export const SCOPE_ANNOTATIONS = 6;

/** All that future statements and compile()'s flags may put into co_flags. */
const PyCF_MASK = 0x20000 | 0x40000 | 0x80000 | 0x100000 | 0x200000 | 0x400000 | 0x800000 | 0x1000000;

/** Never written to. */
const NOTHING_HIDDEN = new Map<string, boolean>();

/** A code object under construction. */
export class Unit {
  readonly ste: SymtableEntry;
  readonly scopeType: number;
  /** Name of the class whose private names are mangled here. */
  readonly privateName: string | null;
  readonly metadata: CodeMetadata;
  readonly consts: ConstTable;
  sequence = new InstructionSequence();
  readonly frameBlocks: FrameBlock[] = [];
  /** Class units: attributes assigned through `self`. */
  readonly staticAttributes: Set<string> | null;
  /** Annotated names to be evaluated by __annotate__, each with its conditional index (-1: unconditional). */
  deferredAnnotations: ast.AnnAssign[] | null = null;
  conditionalAnnotationIndices: number[] = [];
  nextConditionalAnnotationIndex = 0;
  inConditionalBlock = 0;
  inInlinedComprehension = 0;

  constructor(
    ste: SymtableEntry,
    scopeType: number,
    privateName: string | null,
    metadata: CodeMetadata,
    consts: ConstTable,
  ) {
    this.ste = ste;
    this.scopeType = scopeType;
    this.privateName = privateName;
    this.metadata = metadata;
    this.consts = consts;
    this.staticAttributes = scopeType === SCOPE_CLASS ? new Set() : null;
  }
}

/** Sees each unit when it is complete, before it becomes a code object (tests, inspection). */
export type SequenceObserver = (sequence: InstructionSequence, unit: Unit) => void;

/** What a Compiler works with. */
export interface CompilerSettings {
  filename: string;
  symtable: Symtable;
  /** CO_FUTURE_* of the module and of compile()'s caller. */
  flags: number;
  optimize: number;
  interactive: boolean;
  warn: WarningSink;
  /** Text for SyntaxError.text, or null. */
  source: string | null;
  assemble: OptimizeAndAssemble;
  observe: SequenceObserver | null;
}

/** Passed to every codegen function: emits into the current unit. */
export class Compiler {
  readonly filename: string;
  readonly symtable: Symtable;
  readonly flags: number;
  readonly optimize: number;
  readonly interactive: boolean;
  readonly constCache = new ConstCache();
  /** Enclosing units, outermost first, without the current one. */
  readonly stack: Unit[] = [];
  unit!: Unit;
  /** The current unit's. */
  ste!: SymtableEntry;
  /** The current unit's. */
  sequence!: InstructionSequence;
  /** Above zero: no warnings. */
  disabledWarnings = 0;
  /** Result of unwindFrameBlocks besides the location. */
  foundLoop: FrameBlock | null = null;
  readonly #warn: WarningSink;
  readonly #source: string | null;
  readonly #assemble: OptimizeAndAssemble;
  readonly #observe: SequenceObserver | null;

  constructor(settings: CompilerSettings) {
    this.filename = settings.filename;
    this.symtable = settings.symtable;
    this.flags = settings.flags;
    this.optimize = settings.optimize;
    this.interactive = settings.interactive;
    this.#warn = settings.warn;
    this.#source = settings.source;
    this.#assemble = settings.assemble;
    this.#observe = settings.observe;
  }

  // -- emitting

  op(location: Location, opcode: number): void {
    this.sequence.add(opcode, 0, location);
  }

  opArg(location: Location, opcode: number, oparg: number): void {
    this.sequence.add(opcode, oparg, location);
  }

  jump(location: Location, opcode: number, target: Label): void {
    this.sequence.add(opcode, target, location);
  }

  loadConst(location: Location, value: CodeConst): void {
    this.sequence.add(Op.LOAD_CONST, this.unit.consts.add(value), location);
  }

  /** An instruction whose argument is an index into co_names; the name is mangled. */
  opName(location: Location, opcode: number, name: string): void {
    this.sequence.add(opcode, indexOf(this.unit.metadata.names, this.maybeMangle(name)), location);
  }

  /** LOAD_ATTR, with bit 0 for the method form. */
  loadAttr(location: Location, name: string, method: number): void {
    this.sequence.add(Op.LOAD_ATTR, (indexOf(this.unit.metadata.names, this.maybeMangle(name)) << 1) | method, location);
  }

  /** LOAD_SUPER_ATTR: bit 0 method form, bit 1 two-argument super(). */
  loadSuperAttr(location: Location, name: string, bits: number): void {
    this.sequence.add(Op.LOAD_SUPER_ATTR, (indexOf(this.unit.metadata.names, this.maybeMangle(name)) << 2) | bits, location);
  }

  newLabel(): Label {
    return this.sequence.newLabel();
  }

  useLabel(label: Label): void {
    this.sequence.useLabel(label);
  }

  // -- names

  mangle(name: string): string {
    return mangle(this.unit.privateName, null, name);
  }

  /** Mangled, unless this is a block of type parameters in which the name is not the class's own. */
  maybeMangle(name: string): string {
    return mangle(this.unit.privateName, this.ste.mangledNames, name);
  }

  /** The kind of cell a name is in the current unit. */
  refType(name: string): Scope {
    if (
      this.unit.scopeType === SCOPE_CLASS &&
      (name === "__class__" || name === "__classdict__" || name === "__conditional_annotations__")
    ) {
      return CELL;
    }
    return getScope(this.ste, name);
  }

  /** Index among cells and free variables of a name that a nested code object closes over. */
  lookupArg(name: string, code: CodeUnit): number {
    const metadata = this.unit.metadata;
    const refType = this.refType(name);
    const index = (refType === CELL ? metadata.cellvars : metadata.freevars).get(name);
    if (index !== undefined) return index;
    // a class that binds __classdict__ itself: CPython has no answer either
    const free = code.localsplusnames.filter((_, i) => (code.localspluskinds[i]! & CO_FAST_FREE) !== 0);
    const place = `compiler_lookup_arg(name='${name}') with reftype=${refType} failed in ${metadata.name}`;
    const names = constRepr(new TupleConst(free));
    throw new PythonError("SystemError", `${place}; freevars of code ${code.name}: ${names}`);
  }

  // -- scopes

  /**
   * Starts a unit, with its RESUME. `key` finds the block in the symbol table, or is the block itself.
   * `privateName`: the class whose private names are mangled within; null: as outside.
   */
  enterScope(
    name: string,
    scopeType: number,
    ste: SymtableEntry,
    lineno: number,
    privateName: string | null,
    argcount: number,
    posonlyargcount: number,
    kwonlyargcount: number,
  ): void {
    const varnames = new Map<string, number>();
    for (const varname of ste.varnames) indexOf(varnames, varname);
    const nparams = ste.varnames.length;
    const cellvars = namesByScope(ste, CELL, DEF_COMP_CELL, 0);
    if (ste.needsClassClosure) indexOf(cellvars, "__class__");
    if (ste.needsClassdict) indexOf(cellvars, "__classdict__");
    if (ste.hasConditionalAnnotations) indexOf(cellvars, "__conditional_annotations__");
    const freevars = namesByScope(ste, FREE, DEF_FREE_CLASS, cellvars.size);
    const outer = this.unit as Unit | undefined;
    if (outer !== undefined) {
      this.stack.push(outer);
      privateName ??= outer.privateName;
    }
    const metadata: CodeMetadata = {
      name,
      qualname: name,
      names: new Map(),
      varnames,
      cellvars,
      freevars,
      // only modules and classes hide names
      fastHidden: isFunctionLike(ste) ? NOTHING_HIDDEN : new Map(),
      argcount,
      posonlyargcount,
      kwonlyargcount,
      nparams,
      firstlineno: lineno,
    };
    const unit = new Unit(ste, scopeType, privateName, metadata, new ConstTable(this.constCache));
    if (scopeType !== SCOPE_MODULE) metadata.qualname = this.#qualname(unit);
    this.#setUnit(unit);
    const isModule = scopeType === SCOPE_MODULE;
    const location: Location = { lineno: isModule ? 0 : lineno, endLineno: lineno, col: 0, endCol: 0 };
    this.opArg(location, Op.RESUME, RESUME_AT_FUNC_START);
    if (isModule) this.op(location, Op.ANNOTATIONS_PLACEHOLDER);
  }

  exitScope(): void {
    const outer = this.stack.pop();
    if (outer !== undefined) this.#setUnit(outer);
  }

  #setUnit(unit: Unit): void {
    this.unit = unit;
    this.ste = unit.ste;
    this.sequence = unit.sequence;
  }

  #qualname(unit: Unit): string {
    const name = unit.metadata.name;
    const stack = this.stack;
    if (stack.length <= 1) return name;
    let parent = stack[stack.length - 1]!;
    if (parent.scopeType === SCOPE_ANNOTATIONS) {
      // type parameters do not show in qualified names: look at what they belong to
      if (stack.length === 2) return name;
      parent = stack[stack.length - 2]!;
    }
    const type = unit.scopeType;
    if (type === SCOPE_FUNCTION || type === SCOPE_ASYNC_FUNCTION || type === SCOPE_CLASS) {
      if (getScope(parent.ste, mangle(parent.privateName, null, name)) === GLOBAL_EXPLICIT) return name;
    }
    const parentType = parent.scopeType;
    return parentType === SCOPE_FUNCTION || parentType === SCOPE_ASYNC_FUNCTION || parentType === SCOPE_LAMBDA
      ? `${parent.metadata.qualname}.<locals>.${name}`
      : `${parent.metadata.qualname}.${name}`;
  }

  /** Ends the current unit with a return (of None when addNone) and makes its code object; the unit stays current. */
  assemble(addNone: boolean): CodeUnit {
    if (addNone) this.loadConst(NO_LOCATION, null);
    this.op(NO_LOCATION, Op.RETURN_VALUE);
    const unit = this.unit;
    this.#observe?.(unit.sequence, unit);
    return this.#assemble(unit.sequence, unit.metadata, unit.consts, this.#codeFlags(), this.filename);
  }

  #codeFlags(): number {
    const ste = this.ste;
    let flags = this.flags & PyCF_MASK;
    if (isFunctionLike(ste)) {
      flags |= CO_NEWLOCALS | CO_OPTIMIZED;
      if (ste.nested) flags |= CO_NESTED;
      if (ste.generator) flags |= ste.coroutine ? CO_ASYNC_GENERATOR : CO_GENERATOR;
      if (ste.varargs) flags |= CO_VARARGS;
      if (ste.varkeywords) flags |= CO_VARKEYWORDS;
      if (ste.hasDocstring) flags |= CO_HAS_DOCSTRING;
      if (ste.method) flags |= CO_METHOD;
    }
    if (ste.coroutine && !ste.generator) flags |= CO_COROUTINE;
    return flags;
  }

  get interactiveTopLevel(): boolean {
    return this.interactive && this.stack.length === 0;
  }

  // -- annotation code of a module, which is put at ANNOTATIONS_PLACEHOLDER

  startAnnotationSetup(): InstructionSequence {
    const body = this.unit.sequence;
    this.unit.sequence = new InstructionSequence();
    this.sequence = this.unit.sequence;
    return body;
  }

  endAnnotationSetup(body: InstructionSequence): void {
    body.annotationsCode = this.unit.sequence;
    this.unit.sequence = body;
    this.sequence = body;
  }

  // -- errors, warnings

  error(location: Location, message: string): PythonSyntaxError {
    const source = this.#source;
    return new PythonSyntaxError(
      "SyntaxError",
      message,
      this.filename,
      location.lineno,
      location.col + 1,
      location.endLineno,
      location.endCol + 1,
      source === null ? null : sourceLine(source, location.lineno),
    );
  }

  warn(location: Location, message: string): void {
    if (this.disabledWarnings > 0) return;
    const becomesError = this.#warn({
      category: "SyntaxWarning",
      message,
      filename: this.filename,
      lineno: location.lineno,
      offset: location.col + 1,
      endLineno: location.endLineno,
      endOffset: location.endCol + 1,
    });
    if (becomesError) throw this.error(location, message);
  }
}

/** The index of a name in a table of names, which grows when the name is new. */
export function indexOf(table: Map<string, number>, name: string): number {
  const found = table.get(name);
  if (found !== undefined) return found;
  const index = table.size;
  table.set(name, index);
  return index;
}

/** Names of a block with the given scope or flag, sorted, numbered from `offset`. */
function namesByScope(ste: SymtableEntry, scope: Scope, flag: number, offset: number): Map<string, number> {
  let names: string[] | null = null;
  for (const [name, symbol] of ste.symbols) {
    if (((symbol >> SCOPE_OFFSET) & SCOPE_MASK) === scope || (symbol & flag) !== 0) (names ??= []).push(name);
  }
  const table = new Map<string, number>();
  if (names !== null) for (const name of sortByCodePoints(names)) table.set(name, offset++);
  return table;
}

/** The place of a tree node. */
export function locationOf(node: { lineno: number; end_lineno: number; col_offset: number; end_col_offset: number }): Location {
  return { lineno: node.lineno, endLineno: node.end_lineno, col: node.col_offset, endCol: node.end_col_offset };
}
