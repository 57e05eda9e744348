// Comprehensions: list, set and dict comprehensions run in place where they can (PEP 709), generator expressions and the rest
// in functions of their own. Mirrors codegen_comprehension of Python/codegen.c. See docs/compiler.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { NO_LABEL, NO_LOCATION, type Label, type Location } from "../instruction.ts";
import {
  CELL,
  ClassBlock,
  DEF_LOCAL,
  DEF_NONLOCAL,
  FREE,
  SCOPE_MASK,
  SCOPE_OFFSET,
  getSymbol,
  isFunctionLike,
  type SymtableEntry,
} from "../symtable/entry.ts";
import { jumpIf } from "./comparisons.ts";
import { SCOPE_COMPREHENSION, indexOf, locationOf, type Compiler } from "./compiler.ts";
import { visitExpr } from "./expressions.ts";
import { ASYNC_COMPREHENSION_GENERATOR, TRY_EXCEPT, popFrameBlock, pushFrameBlock } from "./frame-blocks.ts";
import { makeClosure } from "./functions.ts";
import { awaitTop, wrapInStopIterationHandler, yieldFrom, yieldValue } from "./generators.ts";

const COMP_GENEXP = 0;
const COMP_LISTCOMP = 1;
const COMP_SETCOMP = 2;
const COMP_DICTCOMP = 3;

export function generatorExp(c: Compiler, e: ast.GeneratorExp): void {
  comprehension(c, e, COMP_GENEXP, "<genexpr>", e.generators, e.elt, null);
}

export function listComp(c: Compiler, e: ast.ListComp): void {
  comprehension(c, e, COMP_LISTCOMP, "<listcomp>", e.generators, e.elt, null);
}

export function setComp(c: Compiler, e: ast.SetComp): void {
  comprehension(c, e, COMP_SETCOMP, "<setcomp>", e.generators, e.elt, null);
}

export function dictComp(c: Compiler, e: ast.DictComp): void {
  comprehension(c, e, COMP_DICTCOMP, "<dictcomp>", e.generators, e.key, e.value);
}

function comprehension(
  c: Compiler,
  e: ast.GeneratorExp | ast.ListComp | ast.SetComp | ast.DictComp,
  type: number,
  name: string,
  generators: readonly ast.comprehension[],
  elt: ast.expr,
  value: ast.expr | null,
): void {
  const ste = c.symtable.lookup(e);
  const location = locationOf(e);
  const outermost = generators[0]!;
  const comp: Comprehension = { location, generators, elt, value, type };
  if (ste.compInlined) {
    visitIterator(c, outermost);
    const state = pushInlinedState(c, location, ste);
    c.opArg(location, type === COMP_LISTCOMP ? Op.BUILD_LIST : type === COMP_SETCOMP ? Op.BUILD_SET : Op.BUILD_MAP, 0);
    c.opArg(location, Op.SWAP, 2);
    generatorLoop(c, comp, 0, 0, true);
    popInlinedState(c, location, state);
    return;
  }
  // the outermost iterator is made outside and passed in
  c.enterScope(name, SCOPE_COMPREHENSION, ste, e.lineno, null, 1, 0, 0);
  if (type !== COMP_GENEXP) {
    c.opArg(location, type === COMP_LISTCOMP ? Op.BUILD_LIST : type === COMP_SETCOMP ? Op.BUILD_SET : Op.BUILD_MAP, 0);
  }
  generatorLoop(c, comp, 0, 0, false);
  if (type !== COMP_GENEXP) c.op(location, Op.RETURN_VALUE);
  else wrapInStopIterationHandler(c);
  const code = c.assemble(true);
  c.exitScope();
  makeClosure(c, location, code, 0);
  visitIterator(c, outermost);
  c.opArg(location, Op.CALL, 0);
  if (ste.coroutine && type !== COMP_GENEXP) awaitTop(c, location, 0);
}

function visitIterator(c: Compiler, generator: ast.comprehension): void {
  visitExpr(c, generator.iter);
  c.op(locationOf(generator.iter), generator.is_async !== 0 ? Op.GET_AITER : Op.GET_ITER);
}

/** What all `for` clauses of one comprehension share. */
interface Comprehension {
  readonly location: Location;
  readonly generators: readonly ast.comprehension[];
  /** The element, or a dict comprehension's key. */
  readonly elt: ast.expr;
  readonly value: ast.expr | null;
  readonly type: number;
}

/** The loop of clause number `index`; `depth` iterators stand between it and the collection. */
function generatorLoop(c: Compiler, comp: Comprehension, index: number, depth: number, iterOnStack: boolean): void {
  if (comp.generators[index]!.is_async !== 0) asyncLoop(c, comp, index, depth, iterOnStack);
  else syncLoop(c, comp, index, depth, iterOnStack);
}

function syncLoop(c: Compiler, comp: Comprehension, index: number, depth: number, iterOnStack: boolean): void {
  const generator = comp.generators[index]!;
  let start = c.newLabel();
  const ifCleanup = c.newLabel();
  const anchor = c.newLabel();
  if (!iterOnStack) {
    if (index === 0) c.opArg(comp.location, Op.LOAD_FAST, 0);
    else {
      const only = onlyElement(generator.iter);
      if (only !== null) {
        // `for y in [f(x)]` assigns: no loop
        visitExpr(c, only);
        start = NO_LABEL;
      } else visitIterator(c, generator);
    }
  }
  if (start !== NO_LABEL) {
    depth++;
    c.useLabel(start);
    c.jump(locationOf(generator.iter), Op.FOR_ITER, anchor);
  }
  visitExpr(c, generator.target);
  const end = loopBody(c, comp, index, depth, ifCleanup);
  c.useLabel(ifCleanup);
  if (start !== NO_LABEL) {
    c.jump(end, Op.JUMP, start);
    c.useLabel(anchor);
    c.op(NO_LOCATION, Op.END_FOR);
    c.op(NO_LOCATION, Op.POP_ITER);
  }
}

/** The element of a display of exactly one, not starred. */
function onlyElement(iter: ast.expr): ast.expr | null {
  if (iter.nodeKind !== ast.List_kind && iter.nodeKind !== ast.Tuple_kind) return null;
  if (iter.elts.length !== 1) return null;
  const element = iter.elts[0]!;
  return element.nodeKind === ast.Starred_kind ? null : element;
}

function asyncLoop(c: Compiler, comp: Comprehension, index: number, depth: number, iterOnStack: boolean): void {
  const generator = comp.generators[index]!;
  const location = comp.location;
  const start = c.newLabel();
  const send = c.newLabel();
  const except = c.newLabel();
  const ifCleanup = c.newLabel();
  if (!iterOnStack) {
    if (index === 0) c.opArg(location, Op.LOAD_FAST, 0);
    else visitIterator(c, generator);
  }
  c.useLabel(start);
  pushFrameBlock(c, location, ASYNC_COMPREHENSION_GENERATOR, start, NO_LABEL);
  c.jump(location, Op.SETUP_FINALLY, except);
  c.op(location, Op.GET_ANEXT);
  c.loadConst(location, null);
  c.useLabel(send);
  yieldFrom(c, location, true);
  c.op(location, Op.POP_BLOCK);
  visitExpr(c, generator.target);
  const end = loopBody(c, comp, index, depth + 1, ifCleanup);
  c.useLabel(ifCleanup);
  c.jump(end, Op.JUMP, start);
  popFrameBlock(c);
  c.useLabel(except);
  c.jump(location, Op.END_ASYNC_FOR, send);
}

/** Conditions, then the next clause or the element. Returns the location of the jump back. */
function loopBody(c: Compiler, comp: Comprehension, index: number, depth: number, ifCleanup: Label): Location {
  const ifs = comp.generators[index]!.ifs;
  for (let i = 0; i < ifs.length; i++) jumpIf(c, ifs[i]!, ifCleanup, false);
  const elt = comp.elt;
  if (index + 1 < comp.generators.length) {
    generatorLoop(c, comp, index + 1, depth, false);
    return locationOf(elt);
  }
  visitExpr(c, elt);
  let location = locationOf(elt);
  switch (comp.type) {
    case COMP_GENEXP:
      yieldValue(c, location);
      c.op(location, Op.POP_TOP);
      break;
    case COMP_LISTCOMP:
      c.opArg(location, Op.LIST_APPEND, depth + 1);
      break;
    case COMP_SETCOMP:
      c.opArg(location, Op.SET_ADD, depth + 1);
      break;
    default: {
      const value = comp.value!;
      visitExpr(c, value);
      location = {
        lineno: elt.lineno,
        endLineno: value.end_lineno,
        col: elt.col_offset,
        endCol: value.end_col_offset,
      };
      c.opArg(location, Op.MAP_ADD, depth + 1);
    }
  }
  return location;
}

/** What an inlined comprehension changed in the unit around it. */
interface InlinedState {
  /** Variables whose outer values wait on the stack. */
  readonly pushedLocals: string[];
  /** Symbols replaced in the outer block, with their own meaning. */
  readonly outerSymbols: Map<string, number>;
  /** Names that are fast locals only within the comprehension. */
  readonly fastHidden: string[];
  cleanup: Label;
}

/** Makes the comprehension's own variables local to it: their scopes, then their values. */
function pushInlinedState(c: Compiler, location: Location, comp: SymtableEntry): InlinedState {
  const state: InlinedState = { pushedLocals: [], outerSymbols: new Map(), fastHidden: [], cleanup: NO_LABEL };
  const outer = c.ste;
  const unit = c.unit;
  const inClassBlock = outer.type === ClassBlock && unit.inInlinedComprehension === 0;
  unit.inInlinedComprehension++;
  for (const [name, symbol] of comp.symbols) {
    const scope = (symbol >> SCOPE_OFFSET) & SCOPE_MASK;
    const outerSymbol = getSymbol(outer, name);
    const outerScope = (outerSymbol >> SCOPE_OFFSET) & SCOPE_MASK;
    if ((scope !== outerScope && scope !== FREE && !(scope === CELL && outerScope === FREE)) || inClassBlock) {
      outer.symbols.set(name, symbol);
      state.outerSymbols.set(name, outerSymbol);
    }
    if (isBoundWithin(symbol, inClassBlock) && !isFunctionLike(outer) && unit.metadata.fastHidden.get(name) !== true) {
      unit.metadata.fastHidden.set(name, true);
      state.fastHidden.push(name);
    }
  }
  pushLocals(c, location, comp, state);
  return state;
}

/** Bound in the comprehension itself (a walrus that binds further out is DEF_NONLOCAL). */
function isBoundWithin(symbol: number, inClassBlock: boolean): boolean {
  return inClassBlock || ((symbol & DEF_LOCAL) !== 0 && (symbol & DEF_NONLOCAL) === 0);
}

function pushLocals(c: Compiler, location: Location, comp: SymtableEntry, state: InlinedState): void {
  const outer = c.ste;
  const metadata = c.unit.metadata;
  const inClassBlock = outer.type === ClassBlock && c.unit.inInlinedComprehension === 0;
  for (const [name, symbol] of comp.symbols) {
    if (!isBoundWithin(symbol, inClassBlock)) continue;
    const scope = (symbol >> SCOPE_OFFSET) & SCOPE_MASK;
    const outerScope = (getSymbol(outer, name) >> SCOPE_OFFSET) & SCOPE_MASK;
    c.opArg(location, Op.LOAD_FAST_AND_CLEAR, indexOf(metadata.varnames, c.maybeMangle(name)));
    if (scope === CELL) {
      // the outer cell itself waits on the stack; the comprehension gets a fresh one
      const cells = outerScope === FREE ? metadata.freevars : metadata.cellvars;
      c.opArg(location, Op.MAKE_CELL, indexOf(cells, c.maybeMangle(name)));
    }
    state.pushedLocals.push(name);
  }
  if (state.pushedLocals.length === 0) return;
  // the iterator back to the top
  c.opArg(location, Op.SWAP, state.pushedLocals.length + 1);
  state.cleanup = c.newLabel();
  c.jump(location, Op.SETUP_FINALLY, state.cleanup);
  // counts as a block within blocks; nothing in a comprehension can leave it early
  pushFrameBlock(c, location, TRY_EXCEPT, state.cleanup, NO_LABEL);
}

function popInlinedState(c: Compiler, location: Location, state: InlinedState): void {
  if (state.pushedLocals.length > 0) {
    popFrameBlock(c);
    c.op(NO_LOCATION, Op.POP_BLOCK);
    const end = c.newLabel();
    c.jump(NO_LOCATION, Op.JUMP_NO_INTERRUPT, end);
    c.useLabel(state.cleanup);
    // the unfinished collection, below the exception
    c.opArg(NO_LOCATION, Op.SWAP, 2);
    c.op(NO_LOCATION, Op.POP_TOP);
    restoreLocals(c, location, state);
    c.opArg(NO_LOCATION, Op.RERAISE, 0);
    c.useLabel(end);
    restoreLocals(c, location, state);
  }
  const unit = c.unit;
  unit.inInlinedComprehension--;
  for (const [name, symbol] of state.outerSymbols) c.ste.symbols.set(name, symbol);
  for (const name of state.fastHidden) unit.metadata.fastHidden.set(name, false);
}

function restoreLocals(c: Compiler, location: Location, state: InlinedState): void {
  const names = state.pushedLocals;
  c.opArg(location, Op.SWAP, names.length + 1);
  for (let i = names.length - 1; i >= 0; i--) {
    c.opArg(location, Op.STORE_FAST_MAYBE_NULL, indexOf(c.unit.metadata.varnames, c.maybeMangle(names[i]!)));
  }
}
