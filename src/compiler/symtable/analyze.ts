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

/** What a block learns from those around it. */
interface Surroundings {
  /** Names bound by functions around; null for a module. */
  bound: ReadonlySet<string> | null;
  /** Those of them that are type parameters. */
  typeParams: ReadonlySet<string>;
}

/** Gives every symbol of the tree of blocks its scope. Throws PythonSyntaxError for impossible declarations. */
export function analyze(top: SymtableEntry, filename: string, source: string | null): void {
  new Analyzer(filename, source).block(top, null, NO_NAMES, null);
}

class Analyzer {
  private readonly filename: string;
  private readonly source: string | null;

  constructor(filename: string, source: string | null) {
    this.filename = filename;
    this.source = source;
  }

  /**
   * Analyzes a block and those within. `classEntry` is the class whose names the block sees. Answers the free names of the
   * block and of those within, or null for none.
   */
  block(
    entry: SymtableEntry,
    bound: ReadonlySet<string> | null,
    typeParams: ReadonlySet<string>,
    classEntry: SymtableEntry | null,
  ): Names | null {
    const surroundings: Surroundings = { bound, typeParams };
    const ownFree = this.names(entry, surroundings, classEntry);
    const childFree = entry.children.length === 0 ? null : this.childBlocks(entry, bound, surroundings, classEntry);
    if (childFree !== null) recordFree(entry, surroundings.bound, childFree);
    return union(ownFree, childFree);
  }

  /** Decides the scope of the names of the block itself; answers those that are free. */
  private names(entry: SymtableEntry, surroundings: Surroundings, classEntry: SymtableEntry | null): Names | null {
    const symbols = entry.symbols;
    let free: Names | null = null;
    for (const [name, flags] of symbols) {
      let scope: number;
      if ((flags & DEF_GLOBAL) !== 0) {
        if ((flags & DEF_NONLOCAL) !== 0) throw this.errorAtDirective(entry, name, `name '${name}' is nonlocal and global`);
        scope = GLOBAL_EXPLICIT;
        if (surroundings.bound !== null) surroundings.bound = without(surroundings.bound, name);
      } else if ((flags & DEF_NONLOCAL) !== 0) {
        this.checkNonlocal(entry, name, surroundings);
        scope = FREE;
        (free ??= new Set()).add(name);
      } else if ((flags & DEF_BOUND) !== 0) {
        scope = LOCAL;
        if ((flags & DEF_TYPE_PARAM) !== 0) surroundings.typeParams = new Set(surroundings.typeParams).add(name);
        else surroundings.typeParams = without(surroundings.typeParams, name);
      } else {
        scope = classEntry === null ? 0 : scopeThroughClass(classEntry, name);
        if (scope === 0) {
          if (surroundings.bound !== null && surroundings.bound.has(name)) {
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

  private checkNonlocal(entry: SymtableEntry, name: string, surroundings: Surroundings): void {
    if (surroundings.bound === null) {
      throw this.errorAtDirective(entry, name, "nonlocal declaration not allowed at module level");
    }
    if (!surroundings.bound.has(name)) {
      throw this.errorAtDirective(entry, name, `no binding for nonlocal '${name}' found`);
    }
    if (surroundings.typeParams.has(name)) {
      throw this.errorAtDirective(entry, name, `nonlocal binding not allowed for type parameter '${name}'`);
    }
  }

  /** Analyzes the blocks within; answers the names that are free in them and not bound here. */
  private childBlocks(
    entry: SymtableEntry,
    boundAround: ReadonlySet<string> | null,
    surroundings: Surroundings,
    classEntry: SymtableEntry | null,
  ): Names | null {
    const isClass = entry.type === ClassBlock;
    // names of a class are not seen within; nor is what it declares global hidden there
    const bound = isClass ? boundInClass(boundAround) : boundWithin(entry, surroundings.bound);
    let free: Names | null = null;
    let inlinedCells: Names | null = null;
    let inlined = false;
    const children = entry.children;
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!;
      const childClass = child.canSeeClassScope ? (isClass ? entry : classEntry) : null;
      const childFree = this.block(child, bound, surroundings.typeParams, childClass);
      // generators keep their own frame, and so do comprehensions that must see a class from within its annotations
      if (child.comprehension !== NoComprehension && !child.generator && !entry.canSeeClassScope) {
        inlinedCells = inlineComprehension(entry, child, childFree, inlinedCells);
        child.compInlined = inlined = true;
      }
      free = union(free, childFree);
    }
    if (inlined) entry.children = spliceInlined(children);
    if (isClass) {
      if (free !== null) dropClassFree(entry, free);
    } else if (isFunctionLike(entry) && (free !== null || inlinedCells !== null)) {
      markCells(entry, free, inlinedCells);
    }
    if (inlinedCells !== null) {
      for (const name of inlinedCells) entry.symbols.set(name, entry.symbols.get(name)! | DEF_COMP_CELL);
    }
    return free === null || free.size === 0 ? null : free;
  }

  private errorAtDirective(entry: SymtableEntry, name: string, message: string): PythonSyntaxError {
    const directive = entry.directives!.find((candidate) => candidate.name === name)!;
    return sourceError(message, this.filename, directive.location, this.source);
  }
}

/** `a` with the names of `b` added (a new set only when both are absent or one is). */
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
  if (!isFunctionLike(entry)) return boundAround ?? NO_NAMES;
  const bound = new Set(boundAround);
  for (const [name, symbol] of entry.symbols) if (symbol >> SCOPE_OFFSET === LOCAL) bound.add(name);
  return bound;
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
      if (free !== null) free.delete(name);
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
