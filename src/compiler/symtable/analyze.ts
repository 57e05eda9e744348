// Second pass over the blocks: decides for every name whether it is local, global, free or a cell, and which comprehensions
// become part of the block around them (PEP 709). Mirrors the analyze_* functions of Python/symtable.c. CPython hands
// copies of its sets to every block; here sets are shared until one is changed. See docs/compiler-symtable.md.
import type { PythonSyntaxError } from "../../base/python-error.ts";
import { sourceError } from "../source-error.ts";
import {
  CELL,
  ClassBlock,
  DEF_BOUND,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FREE,
  getScope,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  isFunctionLike,
  LOCAL,
  NoComprehension,
  SCOPE_OFFSET,
} from "./entry.ts";
import type { SymtableEntry } from "./entry.ts";

type Names = Set<string>;

const NO_NAMES: ReadonlySet<string> = new Set();
const FLAGS_MASK = (1 << SCOPE_OFFSET) - 1;
/** Names that every class offers to the blocks within, though no statement binds them. */
const CLASS_CELLS: readonly string[] = ["__class__", "__classdict__", "__conditional_annotations__"];

/** A block under analysis. */
class Frame {
  readonly entry: SymtableEntry;
  /** Names bound by functions around, without those that the block declares global; null for a module. */
  bound: ReadonlySet<string> | null;
  /** Those bound names, within the block, that are type parameters. */
  typeParams: ReadonlySet<string>;
  /** The class whose names the block sees. */
  readonly classEntry: SymtableEntry | null;
  /** Names bound around the blocks within. */
  boundWithin: ReadonlySet<string> = NO_NAMES;
  /** Names that are free in the block itself. */
  ownFree: Names | null = null;
  /** Names that are free in the blocks within. */
  free: Names | null = null;
  /** Cells of comprehensions that have become part of the block. */
  inlinedCells: Names | null = null;
  inlined = false;
  /** How many of the children are done or under way. */
  next = 0;

  constructor(
    entry: SymtableEntry,
    bound: ReadonlySet<string> | null,
    typeParams: ReadonlySet<string>,
    classEntry: SymtableEntry | null,
  ) {
    this.entry = entry;
    this.bound = bound;
    this.typeParams = typeParams;
    this.classEntry = classEntry;
  }
}

/** Gives every symbol of the tree of blocks its scope. Throws PythonSyntaxError for impossible declarations. */
export function analyze(top: SymtableEntry, filename: string, source: string | null): void {
  new Analyzer(filename, source).tree(top);
}

class Analyzer {
  private readonly filename: string;
  private readonly source: string | null;

  constructor(filename: string, source: string | null) {
    this.filename = filename;
    this.source = source;
  }

  /** Analyzes a block and those within. A stack of its own, for blocks (lambdas) may nest deeper than the host's. */
  tree(top: SymtableEntry): void {
    const stack: Frame[] = [];
    let frame = this.open(top, null, NO_NAMES, null);
    for (;;) {
      const entry = frame.entry;
      if (frame.next < entry.children.length) {
        const child = entry.children[frame.next++]!;
        const classEntry = !child.canSeeClassScope ? null : entry.type === ClassBlock ? entry : frame.classEntry;
        const opened = this.open(child, frame.boundWithin, frame.typeParams, classEntry);
        if (child.children.length === 0) {
          takeChild(frame, child, opened.ownFree);
        } else {
          stack.push(frame);
          frame = opened;
        }
      } else {
        const free = close(frame);
        const parent = stack.pop();
        if (parent === undefined) return;
        takeChild(parent, entry, free);
        frame = parent;
      }
    }
  }

  /** Analyzes the names of a block itself. */
  private open(
    entry: SymtableEntry,
    bound: ReadonlySet<string> | null,
    typeParams: ReadonlySet<string>,
    classEntry: SymtableEntry | null,
  ): Frame {
    const frame = new Frame(entry, bound, typeParams, classEntry);
    frame.ownFree = this.names(entry, frame, classEntry);
    if (entry.children.length > 0) {
      // names of a class are not seen within; nor is what it declares global hidden there
      frame.boundWithin = entry.type === ClassBlock ? boundInClass(bound) : boundWithin(entry, frame.bound);
    }
    return frame;
  }

  /** Decides the scope of the names of the block itself; answers those that are free. */
  private names(entry: SymtableEntry, frame: Frame, classEntry: SymtableEntry | null): Names | null {
    const symbols = entry.symbols;
    let free: Names | null = null;
    for (const [name, flags] of symbols) {
      let scope: number;
      if ((flags & DEF_GLOBAL) !== 0) {
        if ((flags & DEF_NONLOCAL) !== 0) throw this.errorAtDirective(entry, name, `name '${name}' is nonlocal and global`);
        scope = GLOBAL_EXPLICIT;
        if (frame.bound !== null) frame.bound = without(frame.bound, name);
      } else if ((flags & DEF_NONLOCAL) !== 0) {
        this.checkNonlocal(entry, name, frame);
        scope = FREE;
        (free ??= new Set()).add(name);
      } else if ((flags & DEF_BOUND) !== 0) {
        scope = LOCAL;
        if ((flags & DEF_TYPE_PARAM) !== 0) frame.typeParams = new Set(frame.typeParams).add(name);
        else frame.typeParams = without(frame.typeParams, name);
      } else {
        scope = classEntry === null ? 0 : scopeThroughClass(classEntry, name);
        if (scope === 0) {
          if (frame.bound !== null && frame.bound.has(name)) {
            scope = FREE;
            (free ??= new Set()).add(name);
          } else {
            scope = GLOBAL_IMPLICIT;
          }
        }
      }
      symbols.set(name, flags | (scope << SCOPE_OFFSET));
    }
    return free;
  }

  private checkNonlocal(entry: SymtableEntry, name: string, frame: Frame): void {
    if (frame.bound === null) {
      throw this.errorAtDirective(entry, name, "nonlocal declaration not allowed at module level");
    }
    if (!frame.bound.has(name)) {
      throw this.errorAtDirective(entry, name, `no binding for nonlocal '${name}' found`);
    }
    if (frame.typeParams.has(name)) {
      throw this.errorAtDirective(entry, name, `nonlocal binding not allowed for type parameter '${name}'`);
    }
  }

  private errorAtDirective(entry: SymtableEntry, name: string, message: string): PythonSyntaxError {
    const directive = entry.directives!.find((candidate) => candidate.name === name)!;
    return sourceError(message, this.filename, directive.location, this.source);
  }
}

/** Takes what the analysis of a block within has found. `free` may be null for none, and belongs to `frame` from now on. */
function takeChild(frame: Frame, child: SymtableEntry, free: Names | null): void {
  // generators keep their own frame, and so do comprehensions that must see a class from within its annotations
  if (child.comprehension !== NoComprehension && !child.generator && !frame.entry.canSeeClassScope) {
    frame.inlinedCells = inlineComprehension(frame.entry, child, free, frame.inlinedCells);
    child.compInlined = frame.inlined = true;
  }
  frame.free = union(frame.free, free);
}

/** Ends the analysis of a block after those within; answers the names that are free in it or in those. */
function close(frame: Frame): Names | null {
  const { entry, free, inlinedCells } = frame;
  if (frame.inlined) entry.children = spliceInlined(entry.children);
  if (entry.type === ClassBlock) {
    if (free !== null) dropClassFree(entry, free);
  } else if (isFunctionLike(entry) && (free !== null || inlinedCells !== null)) {
    markCells(entry, free, inlinedCells);
  }
  if (inlinedCells !== null) {
    for (const name of inlinedCells) entry.symbols.set(name, entry.symbols.get(name)! | DEF_COMP_CELL);
  }
  if (free === null) return frame.ownFree;
  recordFree(entry, frame.bound, free);
  return union(frame.ownFree, free);
}

/** `a` with the names of `b` added; changes `a`. */
function union(a: Names | null, b: Names | null): Names | null {
  if (a === null || a === b) return b;
  if (b !== null) for (const name of b) a.add(name);
  return a;
}

function without(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  if (!names.has(name)) return names;
  const rest = new Set(names);
  rest.delete(name);
  return rest;
}

/**
 * The scope of a name used in an annotation scope that sees a class, as far as the class decides it; 0 when it does not.
 * What the class binds is looked up in the class and else globally, never in functions around.
 */
function scopeThroughClass(classEntry: SymtableEntry, name: string): number {
  const flags = classEntry.symbols.get(name) ?? 0;
  if ((flags & DEF_GLOBAL) !== 0) return GLOBAL_EXPLICIT;
  if ((flags & DEF_BOUND) !== 0 && (flags & DEF_NONLOCAL) === 0) return GLOBAL_IMPLICIT;
  return 0;
}

function boundInClass(boundAround: ReadonlySet<string> | null): Names {
  const bound = new Set(boundAround);
  for (const name of CLASS_CELLS) bound.add(name);
  return bound;
}

function boundWithin(entry: SymtableEntry, boundAround: ReadonlySet<string> | null): ReadonlySet<string> {
  const around = boundAround ?? NO_NAMES;
  if (!isFunctionLike(entry)) return around;
  let bound: Names | null = null;
  for (const [name, symbol] of entry.symbols) {
    if (symbol >> SCOPE_OFFSET === LOCAL) (bound ??= new Set(around)).add(name);
  }
  return bound ?? around;
}

/** Takes the symbols of an inlined comprehension into the block around it. Answers inlinedCells with its cells added. */
function inlineComprehension(
  entry: SymtableEntry,
  comprehension: SymtableEntry,
  free: Names | null,
  inlinedCells: Names | null,
): Names | null {
  const isClass = entry.type === ClassBlock;
  let removed: string[] | null = null;
  for (const [name, symbol] of comprehension.symbols) {
    if ((symbol & DEF_PARAM) !== 0) continue;
    let scope = symbol >> SCOPE_OFFSET;
    if (scope === CELL || (symbol & DEF_COMP_CELL) !== 0) (inlinedCells ??= new Set()).add(name);
    // the cells that a class offers are not to be had in the class body itself
    if (scope === FREE && isClass && CLASS_CELLS.includes(name)) {
      scope = GLOBAL_IMPLICIT;
      if (free !== null && !isFreeInChild(comprehension, name)) free.delete(name);
      (removed ??= []).push(name);
    }
    const existing = entry.symbols.get(name);
    if (existing === undefined) {
      entry.symbols.set(name, (symbol & FLAGS_MASK) | (scope << SCOPE_OFFSET));
    } else if ((existing & DEF_BOUND) !== 0 && !isClass && free !== null && !isFreeInChild(comprehension, name)) {
      // what was free in the comprehension only is now a local of the same frame
      free.delete(name);
    }
  }
  if (removed !== null) for (const name of removed) comprehension.symbols.delete(name);
  return inlinedCells;
}

function isFreeInChild(entry: SymtableEntry, name: string): boolean {
  for (const child of entry.children) if (getScope(child, name) === FREE) return true;
  return false;
}

function spliceInlined(children: readonly SymtableEntry[]): SymtableEntry[] {
  const spliced: SymtableEntry[] = [];
  for (const child of children) {
    if (child.compInlined) spliced.push(...child.children);
    else spliced.push(child);
  }
  return spliced;
}

/** Turns locals that are free within into cells; they are no longer free then. */
function markCells(entry: SymtableEntry, free: Names | null, inlinedCells: Names | null): void {
  for (const [name, symbol] of entry.symbols) {
    if (symbol >> SCOPE_OFFSET !== LOCAL) continue;
    const isFree = free !== null && free.has(name);
    if (!isFree && (inlinedCells === null || !inlinedCells.has(name))) continue;
    entry.symbols.set(name, (symbol & FLAGS_MASK) | (CELL << SCOPE_OFFSET));
    if (isFree) free!.delete(name);
  }
}

function dropClassFree(entry: SymtableEntry, free: Names): void {
  if (free.delete("__class__")) entry.needsClassClosure = true;
  if (free.delete("__classdict__")) entry.needsClassdict = true;
  if (free.delete("__conditional_annotations__")) entry.hasConditionalAnnotations = true;
}

/** Hands names that are free within further out: the block passes them on. */
function recordFree(entry: SymtableEntry, bound: ReadonlySet<string> | null, free: Names): void {
  const seesClass = entry.type === ClassBlock || entry.canSeeClassScope;
  const symbols = entry.symbols;
  for (const name of free) {
    const symbol = symbols.get(name);
    if (symbol !== undefined) {
      if (seesClass) symbols.set(name, symbol | DEF_FREE_CLASS);
    } else if (bound === null || bound.has(name)) {
      symbols.set(name, FREE << SCOPE_OFFSET);
    }
  }
}
