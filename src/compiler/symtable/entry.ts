// The data of symbol tables: flags of symbols, kinds of blocks, one entry per block and the table that finds an entry by
// its tree node. Mirrors Include/internal/pycore_symtable.h. See docs/compiler-symtable.md.
import { PythonError } from "../../base/python-error.ts";
import type { FutureFeatures } from "../future.ts";

// What is known of a name in a block: an or of these, with the scope shifted by SCOPE_OFFSET.
export const DEF_GLOBAL = 1;
export const DEF_LOCAL = 2;
export const DEF_PARAM = 4;
export const DEF_NONLOCAL = 8;
export const USE = 16;
/** A name of a class (or of an annotation scope in one) that a method takes from further out. */
export const DEF_FREE_CLASS = 64;
export const DEF_IMPORT = 128;
export const DEF_ANNOT = 256;
export const DEF_COMP_ITER = 512;
export const DEF_TYPE_PARAM = 1024;
/** The name is a cell within an inlined comprehension. */
export const DEF_COMP_CELL = 2048;
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT;

export const SCOPE_OFFSET = 12;
export const SCOPE_MASK = 15;

// Scopes; 0 means that the block does not know the name.
export const LOCAL = 1;
export const GLOBAL_EXPLICIT = 2;
export const GLOBAL_IMPLICIT = 3;
export const FREE = 4;
export const CELL = 5;
export type Scope = 0 | typeof LOCAL | typeof GLOBAL_EXPLICIT | typeof GLOBAL_IMPLICIT | typeof FREE | typeof CELL;

// Kinds of blocks, numbered as in `_symtable`.
export const FunctionBlock = 0;
export const ClassBlock = 1;
export const ModuleBlock = 2;
/** `__annotate__` of a module, a class or a function. */
export const AnnotationBlock = 3;
/** The value of a `type` statement. */
export const TypeAliasBlock = 4;
/** Holds the type parameters of a generic function, class or alias. */
export const TypeParametersBlock = 5;
/** A bound, constraint tuple or default of one type parameter. */
export const TypeVariableBlock = 6;
export type BlockType =
  | typeof FunctionBlock
  | typeof ClassBlock
  | typeof ModuleBlock
  | typeof AnnotationBlock
  | typeof TypeAliasBlock
  | typeof TypeParametersBlock
  | typeof TypeVariableBlock;

export const NoComprehension = 0;
export const ListComprehension = 1;
export const DictComprehension = 2;
export const SetComprehension = 3;
export const GeneratorExpression = 4;
export type ComprehensionType =
  | typeof NoComprehension
  | typeof ListComprehension
  | typeof DictComprehension
  | typeof SetComprehension
  | typeof GeneratorExpression;

/** Anything with a place in the source; columns are UTF-8 bytes. Every located tree node is one. */
export interface SourceRange {
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

/** A name of a `global` or `nonlocal` statement (or of a walrus that acts as one), mangled, with its place. */
export interface Directive {
  readonly name: string;
  readonly location: SourceRange;
}

/** The symbols of one block. */
export class SymtableEntry {
  /** Unique within its Symtable, in order of creation. */
  readonly id: number;
  readonly name: string;
  readonly type: BlockType;
  readonly location: SourceRange;
  /** mangled name -> DEF_* flags | scope << SCOPE_OFFSET, in CPython's order. */
  readonly symbols = new Map<string, number>();
  /** Mangled parameters, in the order positional, keyword-only, *args, **kwargs. */
  varnames: string[] = [];
  /** Blocks directly within; blocks within inlined comprehensions stand in the comprehension's place. */
  children: SymtableEntry[] = [];
  directives: Directive[] | null = null;
  /** Names to be mangled here; null: all private names are. Shared between the blocks of one generic class statement. */
  mangledNames: Set<string> | null = null;
  /** What a type-variable block belongs to, for messages: "a TypeVar bound". */
  scopeInfo: string | null = null;
  nested = false;
  generator = false;
  coroutine = false;
  annotationsUsed = false;
  comprehension: ComprehensionType = NoComprehension;
  varargs = false;
  varkeywords = false;
  returnsValue = false;
  /** Class blocks: `__class__` must be a cell. */
  needsClassClosure = false;
  /** Class blocks: `__classdict__` must be a cell. */
  needsClassdict = false;
  /** The comprehension is part of the enclosing code object. */
  compInlined = false;
  /** Set while a comprehension's target is visited. */
  compIterTarget = false;
  /** The block sees names bound in the class around it. */
  canSeeClassScope = false;
  hasDocstring = false;
  /** A function directly in a class body. */
  method = false;
  /** Modules and classes: annotations that may or may not be executed are recorded in `__conditional_annotations__`. */
  hasConditionalAnnotations = false;
  inConditionalBlock = false;
  /** Set while an annotation that is never evaluated is visited. */
  inUnevaluatedAnnotation = false;
  /** Depth within iterables of comprehensions, where no walrus may stand. */
  compIterExpr = 0;
  /** `__annotate__` of this module, class or function body's own variable annotations. */
  annotationBlock: SymtableEntry | null = null;

  constructor(id: number, name: string, type: BlockType, location: SourceRange) {
    this.id = id;
    this.name = name;
    this.type = type;
    this.location = location;
  }
}

/** Whether names bound in the block are fast locals or cells (all but modules and classes). */
export function isFunctionLike(entry: SymtableEntry): boolean {
  return entry.type !== ModuleBlock && entry.type !== ClassBlock;
}

/** The flags and scope of a mangled name; 0 when the block does not know it. */
export function getSymbol(entry: SymtableEntry, name: string): number {
  return entry.symbols.get(name) ?? 0;
}

/** The scope of a mangled name; 0 when the block does not know it. */
export function getScope(entry: SymtableEntry, name: string): Scope {
  return ((getSymbol(entry, name) >> SCOPE_OFFSET) & SCOPE_MASK) as Scope;
}

/** All blocks of one compilation. */
export class Symtable {
  readonly filename: string;
  readonly future: FutureFeatures;
  readonly top: SymtableEntry;
  private readonly blocks: Map<object, SymtableEntry>;
  private readonly typeVarDefaults: Map<object, SymtableEntry>;

  constructor(
    filename: string,
    future: FutureFeatures,
    top: SymtableEntry,
    blocks: Map<object, SymtableEntry>,
    typeVarDefaults: Map<object, SymtableEntry>,
  ) {
    this.filename = filename;
    this.future = future;
    this.top = top;
    this.blocks = blocks;
    this.typeVarDefaults = typeVarDefaults;
  }

  /**
   * The block of a tree node. Keys: a module, function, class, lambda, comprehension or `type` statement is its own key; a
   * function's `arguments` node is the key of its `__annotate__`; a `type_params` array is the key of the type-parameter
   * block; a TypeVar is the key of its bound, a ParamSpec or TypeVarTuple of its default (a TypeVar's default: see
   * lookupTypeVarDefault). Variable annotations: `entry.annotationBlock`.
   */
  lookup(key: object): SymtableEntry {
    const entry = this.blocks.get(key);
    if (entry === undefined) throw new PythonError("SystemError", "unknown symbol table entry");
    return entry;
  }

  lookupOptional(key: object): SymtableEntry | undefined {
    return this.blocks.get(key);
  }

  /** The block of a TypeVar's default. */
  lookupTypeVarDefault(typeVar: object): SymtableEntry {
    const entry = this.typeVarDefaults.get(typeVar);
    if (entry === undefined) throw new PythonError("SystemError", "unknown symbol table entry");
    return entry;
  }
}
