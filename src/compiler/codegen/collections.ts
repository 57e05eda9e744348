// Displays of lists, tuples, sets and dicts, and unpacking into targets. Mirrors starunpack_helper, unpack_helper and
// codegen_dict of Python/codegen.c. See docs/compiler.md.
import { INTRINSIC_LIST_TO_TUPLE } from "../../bytecode/opargs.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import type { Location } from "../instruction.ts";
import { locationOf, type Compiler } from "./compiler.ts";
import { visitExpr, visitExprs } from "./expressions.ts";
import { nameOp } from "./names.ts";

/** Displays of more elements are built piece by piece, so that stacks stay small. */
export const STACK_USE_GUIDELINE = 30;

export function list(c: Compiler, e: ast.List): void {
  if (e.ctx === ast.Load) {
    unpackIntoSequence(c, locationOf(e), e.elts, null, 0, Op.BUILD_LIST, Op.LIST_APPEND, Op.LIST_EXTEND, false);
  } else if (e.ctx === ast.Store) unpackTargets(c, locationOf(e), e.elts);
  else visitExprs(c, e.elts);
}

export function tuple(c: Compiler, e: ast.Tuple): void {
  if (e.ctx === ast.Load) {
    unpackIntoSequence(c, locationOf(e), e.elts, null, 0, Op.BUILD_LIST, Op.LIST_APPEND, Op.LIST_EXTEND, true);
  } else if (e.ctx === ast.Store) unpackTargets(c, locationOf(e), e.elts);
  else visitExprs(c, e.elts);
}

export function set(c: Compiler, e: ast.Set): void {
  unpackIntoSequence(c, locationOf(e), e.elts, null, 0, Op.BUILD_SET, Op.SET_ADD, Op.SET_UPDATE, false);
}

/**
 * Builds a list, set or (toTuple) tuple of `elements`, starred ones among them, and of `pushed` values on the stack already;
 * `injected` names a variable whose value comes last, or is null.
 */
export function unpackIntoSequence(
  c: Compiler,
  location: Location,
  elements: readonly ast.expr[],
  injected: string | null,
  pushed: number,
  build: number,
  add: number,
  extend: number,
  toTuple: boolean,
): void {
  const n = elements.length;
  const big = n + pushed + (injected !== null ? 1 : 0) > STACK_USE_GUIDELINE;
  let seenStar = false;
  for (let i = 0; i < n && !seenStar; i++) seenStar = elements[i]!.nodeKind === ast.Starred_kind;
  if (!seenStar && !big) {
    visitExprs(c, elements);
    let count = n + pushed;
    if (injected !== null) {
      nameOp(c, location, injected, ast.Load);
      count++;
    }
    c.opArg(location, toTuple ? Op.BUILD_TUPLE : build, count);
    return;
  }
  let built = big;
  if (big) c.opArg(location, build, pushed);
  for (let i = 0; i < n; i++) {
    const element = elements[i]!;
    if (element.nodeKind === ast.Starred_kind) {
      if (!built) {
        c.opArg(location, build, i + pushed);
        built = true;
      }
      visitExpr(c, element.value);
      c.opArg(location, extend, 1);
    } else {
      visitExpr(c, element);
      if (built) c.opArg(location, add, 1);
    }
  }
  if (injected !== null) {
    nameOp(c, location, injected, ast.Load);
    c.opArg(location, add, 1);
  }
  if (toTuple) c.opArg(location, Op.CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE);
}

function unpackTargets(c: Compiler, location: Location, targets: readonly ast.expr[]): void {
  const n = targets.length;
  let seenStar = false;
  for (let i = 0; i < n; i++) {
    if (targets[i]!.nodeKind !== ast.Starred_kind) continue;
    if (seenStar) throw c.error(location, "multiple starred expressions in assignment");
    if (!fitsUnpackEx(i, n - i - 1)) throw c.error(location, "too many expressions in star-unpacking assignment");
    c.opArg(location, Op.UNPACK_EX, i + ((n - i - 1) << 8));
    seenStar = true;
  }
  if (!seenStar) c.opArg(location, Op.UNPACK_SEQUENCE, n);
  for (let i = 0; i < n; i++) {
    const target = targets[i]!;
    visitExpr(c, target.nodeKind === ast.Starred_kind ? target.value : target);
  }
}

/** Whether UNPACK_EX's argument can hold the counts before and after the star. */
export function fitsUnpackEx(before: number, after: number): boolean {
  return before < 1 << 8 && after < 0x7fffffff >> 8;
}

function subDict(c: Compiler, e: ast.Dict, begin: number, end: number): void {
  const n = end - begin;
  const big = n * 2 > STACK_USE_GUIDELINE;
  const location = locationOf(e);
  if (big) c.opArg(location, Op.BUILD_MAP, 0);
  for (let i = begin; i < end; i++) {
    visitExpr(c, e.keys[i]!);
    visitExpr(c, e.values[i]!);
    if (big) c.opArg(location, Op.MAP_ADD, 1);
  }
  if (!big) c.opArg(location, Op.BUILD_MAP, n);
}

export function dict(c: Compiler, e: ast.Dict): void {
  const location = locationOf(e);
  const n = e.values.length;
  let haveDict = false;
  let elements = 0;
  for (let i = 0; i < n; i++) {
    if (e.keys[i] === null) {
      if (elements > 0) {
        subDict(c, e, i - elements, i);
        if (haveDict) c.opArg(location, Op.DICT_UPDATE, 1);
        haveDict = true;
        elements = 0;
      }
      if (!haveDict) {
        c.opArg(location, Op.BUILD_MAP, 0);
        haveDict = true;
      }
      visitExpr(c, e.values[i]!);
      c.opArg(location, Op.DICT_UPDATE, 1);
    } else if (elements * 2 > STACK_USE_GUIDELINE) {
      subDict(c, e, i - elements, i + 1);
      if (haveDict) c.opArg(location, Op.DICT_UPDATE, 1);
      haveDict = true;
      elements = 0;
    } else elements++;
  }
  if (elements > 0) {
    subDict(c, e, n - elements, n);
    if (haveDict) c.opArg(location, Op.DICT_UPDATE, 1);
    haveDict = true;
  }
  if (!haveDict) c.opArg(location, Op.BUILD_MAP, 0);
}
