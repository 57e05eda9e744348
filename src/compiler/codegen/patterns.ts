// Structural pattern matching (PEP 634). Mirrors codegen_match and codegen_pattern_* of Python/codegen.c. See docs/compiler.md.
//
// Every pattern consumes the top of the stack, its subject. On success execution goes on; on failure it jumps to
// failPop[n], which pops the n values above the match's subject. Captured values wait on the stack, below the `onTop` values
// that subpatterns still need, until the whole pattern has matched: only then names are stored.
import { TupleConst, type ConstValue } from "../../base/constant.ts";
import type { PythonSyntaxError } from "../../base/python-error.ts";
import { NB_SUBSCR } from "../../bytecode/opargs.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { constRepr } from "../../syntax/unparse.ts";
import { NEXT_LOCATION, NO_LOCATION, type Label, type Location } from "../instruction.ts";
import { fitsUnpackEx } from "./collections.ts";
import { addCompare, jumpIf } from "./comparisons.ts";
import { locationOf, type Compiler } from "./compiler.ts";
import { addBinary, visitExpr } from "./expressions.ts";
import { nameOp } from "./names.ts";
import { equalityKey } from "./equality.ts";
import { visitStatements } from "./statements.ts";

class PatternContext {
  /** Names captured so far, in the order of their values on the stack. */
  stores: string[] = [];
  /** Whether a pattern that matches anything may stand here. */
  allowIrrefutable = false;
  /** failPop[n]: pops n values, then goes on with the next case. */
  failPop: Label[] = [];
  /** Values on top of the captured ones that are to stay there. */
  onTop = 0;
}

function isWildcard(p: ast.pattern): boolean {
  return p.nodeKind === ast.MatchAs_kind && p.name === null;
}

function isWildcardStar(p: ast.pattern): boolean {
  return p.nodeKind === ast.MatchStar_kind && p.name === null;
}

export function matchStatement(c: Compiler, s: ast.Match): void {
  visitExpr(c, s.subject);
  const end = c.newLabel();
  const cases = s.cases;
  const last = cases[cases.length - 1]!;
  // a trailing `case _` needs neither copy nor test of the subject
  const hasDefault = cases.length > 1 && isWildcard(last.pattern);
  const tested = hasDefault ? cases.length - 1 : cases.length;
  for (let i = 0; i < tested; i++) {
    const m = cases[i]!;
    const location = locationOf(m.pattern);
    if (i !== tested - 1) c.opArg(location, Op.COPY, 1);
    const pc = new PatternContext();
    pc.allowIrrefutable = m.guard !== null || i === cases.length - 1;
    pattern(c, m.pattern, pc);
    for (const name of pc.stores) nameOp(c, location, name, ast.Store);
    if (m.guard !== null) {
      ensureFailPop(c, pc, 0);
      jumpIf(c, m.guard, pc.failPop[0]!, false);
    }
    if (i !== tested - 1) c.op(NEXT_LOCATION, Op.POP_TOP);
    visitStatements(c, m.body);
    c.jump(NO_LOCATION, Op.JUMP, end);
    emitFailPop(c, location, pc);
  }
  if (hasDefault) {
    const location = locationOf(last.pattern);
    c.op(location, Op.NOP);
    if (last.guard !== null) jumpIf(c, last.guard, end, false);
    visitStatements(c, last.body);
  }
  c.useLabel(end);
}

function ensureFailPop(c: Compiler, pc: PatternContext, n: number): void {
  while (pc.failPop.length <= n) pc.failPop.push(c.newLabel());
}

function jumpToFailPop(c: Compiler, location: Location, pc: PatternContext, op: number): void {
  const pops = pc.onTop + pc.stores.length;
  ensureFailPop(c, pc, pops);
  c.jump(location, op, pc.failPop[pops]!);
}

function emitFailPop(c: Compiler, location: Location, pc: PatternContext): void {
  for (let n = pc.failPop.length - 1; n >= 0; n--) {
    c.useLabel(pc.failPop[n]!);
    if (n > 0) c.op(location, Op.POP_TOP);
  }
  pc.failPop = [];
}

/** Moves the top of the stack below the count - 1 values under it. */
function rotate(c: Compiler, location: Location, count: number): void {
  for (; count > 1; count--) c.opArg(location, Op.SWAP, count);
}

function storeName(c: Compiler, location: Location, name: string | null, pc: PatternContext): void {
  if (name === null) {
    c.op(location, Op.POP_TOP);
    return;
  }
  if (pc.stores.includes(name)) throw duplicateStore(c, location, name);
  rotate(c, location, pc.onTop + pc.stores.length + 1);
  pc.stores.push(name);
}

function duplicateStore(c: Compiler, location: Location, name: string): PythonSyntaxError {
  return c.error(location, `multiple assignments to name ${constRepr(name)} in pattern`);
}

function pattern(c: Compiler, p: ast.pattern, pc: PatternContext): void {
  switch (p.nodeKind) {
    case ast.MatchValue_kind:
      valuePattern(c, p, pc);
      break;
    case ast.MatchSingleton_kind: {
      const location = locationOf(p);
      c.loadConst(location, p.value);
      addCompare(c, location, ast.Is);
      jumpToFailPop(c, location, pc, Op.POP_JUMP_IF_FALSE);
      break;
    }
    case ast.MatchSequence_kind:
      sequencePattern(c, p, pc);
      break;
    case ast.MatchMapping_kind:
      mappingPattern(c, p, pc);
      break;
    case ast.MatchClass_kind:
      classPattern(c, p, pc);
      break;
    case ast.MatchStar_kind:
      storeName(c, locationOf(p), p.name, pc);
      break;
    case ast.MatchAs_kind:
      asPattern(c, p, pc);
      break;
    case ast.MatchOr_kind:
      orPattern(c, p, pc);
      break;
  }
}

/** A pattern within another: it may match anything. */
function subpattern(c: Compiler, p: ast.pattern, pc: PatternContext): void {
  const allowIrrefutable = pc.allowIrrefutable;
  pc.allowIrrefutable = true;
  pattern(c, p, pc);
  pc.allowIrrefutable = allowIrrefutable;
}

function valuePattern(c: Compiler, p: ast.MatchValue, pc: PatternContext): void {
  const location = locationOf(p);
  const value = p.value;
  if (value.nodeKind !== ast.Constant_kind && value.nodeKind !== ast.Attribute_kind) {
    throw c.error(location, "patterns may only match literals and attribute lookups");
  }
  visitExpr(c, value);
  addCompare(c, location, ast.Eq);
  c.op(location, Op.TO_BOOL);
  jumpToFailPop(c, location, pc, Op.POP_JUMP_IF_FALSE);
}

function asPattern(c: Compiler, p: ast.MatchAs, pc: PatternContext): void {
  const location = locationOf(p);
  if (p.pattern === null) {
    if (!pc.allowIrrefutable) {
      throw c.error(
        location,
        p.name !== null
          ? `name capture ${constRepr(p.name)} makes remaining patterns unreachable`
          : "wildcard makes remaining patterns unreachable",
      );
    }
    storeName(c, location, p.name, pc);
    return;
  }
  pc.onTop++;
  c.opArg(location, Op.COPY, 1);
  pattern(c, p.pattern, pc);
  pc.onTop--;
  storeName(c, location, p.name, pc);
}

function sequencePattern(c: Compiler, p: ast.MatchSequence, pc: PatternContext): void {
  const location = locationOf(p);
  const patterns = p.patterns;
  const size = patterns.length;
  let star = -1;
  let onlyWildcard = true;
  let starWildcard = false;
  for (let i = 0; i < size; i++) {
    const item = patterns[i]!;
    if (item.nodeKind === ast.MatchStar_kind) {
      if (star >= 0) throw c.error(location, "multiple starred names in sequence pattern");
      starWildcard = isWildcardStar(item);
      onlyWildcard &&= starWildcard;
      star = i;
    } else onlyWildcard &&= isWildcard(item);
  }
  pc.onTop++;
  c.op(location, Op.MATCH_SEQUENCE);
  jumpToFailPop(c, location, pc, Op.POP_JUMP_IF_FALSE);
  if (star < 0) {
    c.op(location, Op.GET_LEN);
    c.loadConst(location, size);
    addCompare(c, location, ast.Eq);
    jumpToFailPop(c, location, pc, Op.POP_JUMP_IF_FALSE);
  } else if (size > 1) {
    c.op(location, Op.GET_LEN);
    c.loadConst(location, size - 1);
    addCompare(c, location, ast.GtE);
    jumpToFailPop(c, location, pc, Op.POP_JUMP_IF_FALSE);
  }
  pc.onTop--;
  if (onlyWildcard) c.op(location, Op.POP_TOP);
  else if (starWildcard) sequenceBySubscript(c, location, patterns, star, pc);
  else sequenceByUnpacking(c, location, patterns, pc);
}

function sequenceByUnpacking(c: Compiler, location: Location, patterns: readonly ast.pattern[], pc: PatternContext): void {
  const n = patterns.length;
  const star = patterns.findIndex((p) => p.nodeKind === ast.MatchStar_kind);
  if (star >= 0) {
    if (!fitsUnpackEx(star, n - star - 1)) {
      throw c.error(location, "too many expressions in star-unpacking sequence pattern");
    }
    c.opArg(location, Op.UNPACK_EX, star + ((n - star - 1) << 8));
  } else c.opArg(location, Op.UNPACK_SEQUENCE, n);
  pc.onTop += n;
  for (let i = 0; i < n; i++) {
    pc.onTop--;
    subpattern(c, patterns[i]!, pc);
  }
}

/** With `*_` only the items that matter are taken, by index. */
function sequenceBySubscript(
  c: Compiler,
  location: Location,
  patterns: readonly ast.pattern[],
  star: number,
  pc: PatternContext,
): void {
  pc.onTop++;
  const size = patterns.length;
  for (let i = 0; i < size; i++) {
    const item = patterns[i]!;
    if (isWildcard(item) || i === star) continue;
    c.opArg(location, Op.COPY, 1);
    if (i < star) c.loadConst(location, i);
    else {
      // the subject may know no negative indices
      c.op(location, Op.GET_LEN);
      c.loadConst(location, size - i);
      addBinary(c, location, ast.Sub);
    }
    c.opArg(location, Op.BINARY_OP, NB_SUBSCR);
    subpattern(c, item, pc);
  }
  pc.onTop--;
  c.op(location, Op.POP_TOP);
}

function classPattern(c: Compiler, p: ast.MatchClass, pc: PatternContext): void {
  const location = locationOf(p);
  const names = p.kwd_attrs;
  const nargs = p.patterns.length;
  const total = nargs + names.length;
  for (let i = 0; i < names.length; i++) {
    for (let j = i + 1; j < names.length; j++) {
      if (names[i] === names[j]) {
        throw c.error(locationOf(p.kwd_patterns[j]!), `attribute name repeated in class pattern: ${names[i]!}`);
      }
    }
  }
  visitExpr(c, p.cls);
  c.loadConst(location, new TupleConst(names.slice()));
  c.opArg(location, Op.MATCH_CLASS, nargs);
  c.opArg(location, Op.COPY, 1);
  c.loadConst(location, null);
  c.opArg(location, Op.IS_OP, 1);
  // a tuple of attributes, or None
  pc.onTop++;
  jumpToFailPop(c, location, pc, Op.POP_JUMP_IF_FALSE);
  c.opArg(location, Op.UNPACK_SEQUENCE, total);
  pc.onTop += total - 1;
  for (let i = 0; i < total; i++) {
    pc.onTop--;
    const item = i < nargs ? p.patterns[i]! : p.kwd_patterns[i - nargs]!;
    if (isWildcard(item)) c.op(location, Op.POP_TOP);
    else subpattern(c, item, pc);
  }
}

function mappingPattern(c: Compiler, p: ast.MatchMapping, pc: PatternContext): void {
  const location = locationOf(p);
  const size = p.keys.length;
  const rest = p.rest;
  pc.onTop++;
  c.op(location, Op.MATCH_MAPPING);
  jumpToFailPop(c, location, pc, Op.POP_JUMP_IF_FALSE);
  if (size === 0 && rest === null) {
    pc.onTop--;
    c.op(location, Op.POP_TOP);
    return;
  }
  if (size > 0) {
    c.op(location, Op.GET_LEN);
    c.loadConst(location, size);
    addCompare(c, location, ast.GtE);
    jumpToFailPop(c, location, pc, Op.POP_JUMP_IF_FALSE);
  }
  const seen = new Set<string>();
  for (const key of p.keys) mappingKey(c, location, key, seen);
  c.opArg(location, Op.BUILD_TUPLE, size);
  c.op(location, Op.MATCH_KEYS);
  // the tuple of keys and the tuple of values, or None
  pc.onTop += 2;
  c.opArg(location, Op.COPY, 1);
  c.loadConst(location, null);
  c.opArg(location, Op.IS_OP, 1);
  jumpToFailPop(c, location, pc, Op.POP_JUMP_IF_FALSE);
  c.opArg(location, Op.UNPACK_SEQUENCE, size);
  pc.onTop += size - 1;
  for (let i = 0; i < size; i++) {
    pc.onTop--;
    subpattern(c, p.patterns[i]!, pc);
  }
  // what follows consumes the keys and the subject
  pc.onTop -= 2;
  if (rest === null) {
    c.op(location, Op.POP_TOP);
    c.op(location, Op.POP_TOP);
    return;
  }
  // rest = dict(subject), then del rest[key] for each key
  c.opArg(location, Op.BUILD_MAP, 0);
  c.opArg(location, Op.SWAP, 3);
  c.opArg(location, Op.DICT_UPDATE, 2);
  c.opArg(location, Op.UNPACK_SEQUENCE, size);
  for (let left = size; left > 0; left--) {
    c.opArg(location, Op.COPY, 1 + left);
    c.opArg(location, Op.SWAP, 2);
    c.op(location, Op.DELETE_SUBSCR);
  }
  storeName(c, location, rest, pc);
}

function mappingKey(c: Compiler, location: Location, key: ast.expr, seen: Set<string>): void {
  if (key.nodeKind === ast.Constant_kind) {
    const value: ConstValue = key.value;
    const identity = equalityKey(value);
    if (seen.has(identity)) throw c.error(location, `mapping pattern checks duplicate key (${constRepr(value)})`);
    seen.add(identity);
  } else if (key.nodeKind !== ast.Attribute_kind) {
    throw c.error(location, "mapping pattern keys may only match literals and attribute lookups");
  }
  visitExpr(c, key);
}

function orPattern(c: Compiler, p: ast.MatchOr, pc: PatternContext): void {
  const location = locationOf(p);
  const end = c.newLabel();
  const alternatives = p.patterns;
  const size = alternatives.length;
  // names of the first alternative: the others must bind the same, and in this order on the stack
  let control: string[] = [];
  for (let i = 0; i < size; i++) {
    const alternative = alternatives[i]!;
    const here = locationOf(alternative);
    const inner = new PatternContext();
    inner.allowIrrefutable = i === size - 1 && pc.allowIrrefutable;
    c.opArg(here, Op.COPY, 1);
    pattern(c, alternative, inner);
    if (i === 0) control = inner.stores;
    else reorderStores(c, location, here, inner.stores.slice(), control);
    c.jump(here, Op.JUMP, end);
    emitFailPop(c, here, inner);
  }
  c.op(location, Op.POP_TOP);
  jumpToFailPop(c, location, pc, Op.JUMP);
  c.useLabel(end);
  // captured values lie above the copy of the subject, what is on top of it, and earlier captures
  const rotations = control.length + 1 + pc.onTop + pc.stores.length;
  for (const name of control) {
    rotate(c, location, rotations);
    if (pc.stores.includes(name)) throw duplicateStore(c, location, name);
    pc.stores.push(name);
  }
  c.op(location, Op.POP_TOP);
}

/** Brings the captured values of an alternative into the order of the first one's. */
function reorderStores(c: Compiler, location: Location, here: Location, stores: string[], control: readonly string[]): void {
  if (stores.length !== control.length) throw c.error(location, "alternative patterns bind different names");
  for (let i = control.length - 1; i >= 0; i--) {
    const at = stores.indexOf(control[i]!);
    if (at < 0) throw c.error(location, "alternative patterns bind different names");
    if (at === i) continue;
    let rotations = at + 1;
    const rotated = stores.splice(0, rotations);
    stores.splice(i - at, 0, ...rotated);
    while (rotations-- > 0) rotate(c, here, i + 1);
  }
}
