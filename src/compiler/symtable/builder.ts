// First pass over a tree: the state of the walk, entering and leaving blocks, recording names. Mirrors the helpers of
// Python/symtable.c. The walk itself is in statements.ts and expressions.ts. See docs/compiler-symtable.md.
import { PythonSyntaxError } from "../../base/python-error.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { CO_FUTURE_ANNOTATIONS, PyCF_ALLOW_TOP_LEVEL_AWAIT } from "../future.ts";
import type { FutureFeatures } from "../future.ts";
import { mangle } from "../mangle.ts";
import { sourceError } from "../source-error.ts";
import {
  AnnotationBlock,
  ClassBlock,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FunctionBlock,
  isFunctionLike,
  ModuleBlock,
  SymtableEntry,
  TypeAliasBlock,
  TypeVariableBlock,
  USE,
} from "./entry.ts";
import type { BlockType, SourceRange } from "./entry.ts";

const WRITE_MASK = DEF_PARAM | DEF_LOCAL | DEF_IMPORT;
const MODULE_LOCATION: SourceRange = { lineno: 0, col_offset: 0, end_lineno: 0, end_col_offset: 0 };

/** The state of the first pass. */
export class SymtableBuilder {
  readonly filename: string;
  readonly future: FutureFeatures;
  readonly source: string | null;
  readonly blocks = new Map<object, SymtableEntry>();
  readonly typeVarDefaults = new Map<object, SymtableEntry>();
  readonly stack: SymtableEntry[] = [];
  readonly top: SymtableEntry;
  readonly futureAnnotations: boolean;
  /** The innermost block. */
  cur: SymtableEntry;
  /** Name of the innermost class, whose private names are mangled. */
  className: string | null = null;
  /** Nesting of first operands being visited by recursion (see expressions.ts). */
  depth = 0;
  private nextId = 0;

  constructor(mod: object, filename: string, future: FutureFeatures, source: string | null) {
    this.filename = filename;
    this.future = future;
    this.source = source;
    this.futureAnnotations = (future.features & CO_FUTURE_ANNOTATIONS) !== 0;
    this.top = this.cur = new SymtableEntry(this.nextId++, "top", ModuleBlock, MODULE_LOCATION);
    this.blocks.set(mod, this.top);
    this.stack.push(this.top);
  }

  error(message: string, location: SourceRange): PythonSyntaxError {
    return sourceError(message, this.filename, location, this.source);
  }

  /** Makes a block within the current one, without entering it. */
  newEntry(name: string, type: BlockType, location: SourceRange): SymtableEntry {
    const entry = new SymtableEntry(this.nextId++, name, type, location);
    const cur = this.cur;
    if (cur.nested || isFunctionLike(cur)) entry.nested = true;
    if (type === FunctionBlock && cur.type === ClassBlock) entry.method = true;
    return entry;
  }

  enterExistingBlock(entry: SymtableEntry, addToChildren: boolean): void {
    const previous = this.cur;
    this.stack.push(entry);
    entry.compIterExpr = previous.compIterExpr;
    // within a class every private name is mangled, so there is no list to inherit
    if (previous.mangledNames !== null && entry.type !== ClassBlock) entry.mangledNames = previous.mangledNames;
    this.cur = entry;
    // annotations that become strings take no part in the analysis
    if (entry.type === AnnotationBlock && this.futureAnnotations) return;
    if (addToChildren) previous.children.push(entry);
  }

  /** Makes and enters a block, found later by `key`. */
  enterBlock(name: string, type: BlockType, key: object, location: SourceRange): SymtableEntry {
    const entry = this.newEntry(name, type, location);
    this.blocks.set(key, entry);
    return this.enterNewBlock(entry);
  }

  /** Enters a block that newEntry made. */
  enterNewBlock(entry: SymtableEntry): SymtableEntry {
    this.enterExistingBlock(entry, true);
    const type = entry.type;
    if (type === AnnotationBlock || type === TypeVariableBlock || type === TypeAliasBlock) {
      entry.symbols.set(".format", DEF_PARAM | USE);
      entry.varnames.push(".format");
    }
    return entry;
  }

  exitBlock(): void {
    this.stack.pop();
    this.cur = this.stack[this.stack.length - 1]!;
  }

  mangled(name: string, entry: SymtableEntry): string {
    return this.className === null ? name : mangle(this.className, entry.mangledNames, name);
  }

  /** What `entry` knows of a name so far. */
  lookup(entry: SymtableEntry, name: string): number {
    return entry.symbols.get(this.mangled(name, entry)) ?? 0;
  }

  /** Adds flags to a name of the current block. */
  addDef(name: string, flag: number, location: SourceRange): void {
    if ((flag & WRITE_MASK) !== 0 && name === "__debug__") throw this.error("cannot assign to __debug__", location);
    if ((flag & DEF_TYPE_PARAM) !== 0 && this.cur.mangledNames !== null) this.cur.mangledNames.add(name);
    this.addDefTo(this.cur, name, flag, location);
  }

  /** Adds flags to a name that is deleted. */
  addDelete(name: string, location: SourceRange): void {
    if (name === "__debug__") throw this.error("cannot delete __debug__", location);
    this.addDefTo(this.cur, name, DEF_LOCAL, location);
  }

  /** Notes that the current block reads a name. */
  addUse(name: string, location: SourceRange): void {
    const cur = this.cur;
    const mangled = this.className === null ? name : mangle(this.className, cur.mangledNames, name);
    const old = cur.symbols.get(mangled);
    if (cur.compIterTarget) this.addDefTo(cur, name, USE, location);
    else if (old === undefined) cur.symbols.set(mangled, USE);
    else if ((old & USE) === 0) cur.symbols.set(mangled, old | USE);
  }

  /** Adds flags to a name of `entry`; the name is mangled by the rules of the current block. */
  addDefTo(entry: SymtableEntry, name: string, flag: number, location: SourceRange): void {
    const mangled = this.className === null ? name : mangle(this.className, this.cur.mangledNames, name);
    const symbols = entry.symbols;
    const old = symbols.get(mangled);
    let value = flag;
    if (old !== undefined) {
      if ((flag & old & DEF_PARAM) !== 0) throw this.error(`duplicate argument '${name}' in function definition`, location);
      if ((flag & old & DEF_TYPE_PARAM) !== 0) throw this.error(`duplicate type parameter '${name}'`, location);
      value = old | flag;
    }
    if (entry.compIterTarget) {
      if ((value & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0) {
        throw this.error(`comprehension inner loop cannot rebind assignment expression target '${name}'`, location);
      }
      value |= DEF_COMP_ITER;
    }
    if (value !== old) symbols.set(mangled, value);
    if ((flag & DEF_PARAM) !== 0) entry.varnames.push(mangled);
    else if ((flag & DEF_GLOBAL) !== 0) {
      const globals = this.top.symbols;
      globals.set(mangled, (globals.get(mangled) ?? 0) | flag);
    }
  }

  recordDirective(name: string, location: SourceRange): void {
    (this.cur.directives ??= []).push({ name: this.mangled(name, this.cur), location });
  }

  /** Raises for `f(__debug__=...)` and class keywords of that name. */
  checkKeywords(keywords: readonly ast.keyword[]): void {
    for (let i = 0; i < keywords.length; i++) {
      const keyword = keywords[i]!;
      if (keyword.arg === "__debug__") throw this.error("cannot assign to __debug__", keyword);
    }
  }

  allowsTopLevelAwait(): boolean {
    return (this.future.features & PyCF_ALLOW_TOP_LEVEL_AWAIT) !== 0 && this.cur.type === ModuleBlock;
  }

  inAsyncFunction(): boolean {
    return this.cur.type === FunctionBlock && this.cur.coroutine;
  }
}
