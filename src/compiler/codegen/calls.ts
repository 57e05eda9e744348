// Calls: plain, with keywords, with unpacking; methods, super(), and any()/all()/tuple() of a generator expression. What is
// called stands on the stack already (primaries.ts).
// Mirrors codegen_call of Python/codegen.c. See docs/compiler.md.
import { TupleConst } from "../../base/constant.ts";
import {
  CONSTANT_BUILTIN_ALL,
  CONSTANT_BUILTIN_ANY,
  CONSTANT_BUILTIN_TUPLE,
  INTRINSIC_LIST_TO_TUPLE,
} from "../../bytecode/opargs.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { NO_LOCATION, type Label, type Location } from "../instruction.ts";
import { DEF_IMPORT, FREE, GLOBAL_IMPLICIT, getScope, getSymbol } from "../symtable/entry.ts";
import { STACK_USE_GUIDELINE, unpackIntoSequence } from "./collections.ts";
import { locationOf, type Compiler } from "./compiler.ts";
import { visitExpr, visitExprs } from "./expressions.ts";
import { nameOp } from "./names.ts";

/** Calls the function on the stack, whose node is `e.func`. */
export function finishCall(c: Compiler, e: ast.Call): void {
  const func = e.func;
  let end: Label = -1;
  if (func.nodeKind === ast.Name_kind) {
    const generator = e.args.length === 1 && e.keywords.length === 0 ? e.args[0]! : null;
    if (generator !== null && generator.nodeKind === ast.GeneratorExp_kind && !c.symtable.lookup(generator).coroutine) {
      end = builtinOfGenerator(c, func, generator);
    }
  }
  c.op(locationOf(func), Op.PUSH_NULL);
  callHelper(c, locationOf(e), 0, e.args, null, e.keywords);
  if (end >= 0) c.useLabel(end);
}

export function validateKeywords(c: Compiler, keywords: readonly ast.keyword[]): void {
  for (let i = 0; i < keywords.length; i++) {
    const name = keywords[i]!.arg;
    if (name === null) continue;
    for (let j = i + 1; j < keywords.length; j++) {
      if (keywords[j]!.arg === name) throw c.error(locationOf(keywords[j]!), `keyword argument repeated: ${name}`);
    }
  }
}

/**
 * The location of an attribute that stands on another line than its expression's start: from the name on.
 * Attribute names are measured in characters, as CPython does.
 */
export function startAtAttribute(location: Location, e: ast.Attribute): Location {
  const lineno = e.end_lineno;
  if (location.lineno === lineno) return location;
  const length = codePointCount(e.attr);
  let col = -1;
  let endCol = -1;
  if (length <= e.end_col_offset) {
    col = e.end_col_offset - length;
    endCol = location.endCol;
  }
  const endLineno = Math.max(lineno, location.endLineno);
  if (lineno === endLineno) endCol = Math.max(col, endCol);
  return { lineno, endLineno, col, endCol };
}

function codePointCount(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) count--;
  return count;
}

/** Whether the call may load the method without binding it: its arguments are plain, and the object is no module. */
export function isMethodCall(c: Compiler, e: ast.Call, method: ast.Attribute): boolean {
  if (method.ctx !== ast.Load || isImported(c, method.value)) return false;
  const args = e.args;
  const keywords = e.keywords;
  const nkeywords = keywords.length;
  if (args.length + nkeywords + (nkeywords > 0 ? 1 : 0) >= STACK_USE_GUIDELINE) return false;
  for (let i = 0; i < args.length; i++) if (args[i]!.nodeKind === ast.Starred_kind) return false;
  for (let i = 0; i < nkeywords; i++) if (keywords[i]!.arg === null) return false;
  return true;
}

/** Calls a method of the object on the stack. */
export function finishMethodCall(c: Compiler, e: ast.Call, method: ast.Attribute): void {
  const location = startAtAttribute(locationOf(method), method);
  c.loadAttr(location, method.attr, 1);
  methodArguments(c, location, e, method);
}

/** `super().method(...)` without a super object. */
export function superMethodCall(c: Compiler, e: ast.Call, method: ast.Attribute, superCall: ast.Call): void {
  const whole = locationOf(method);
  loadArgsForSuper(c, superCall);
  c.loadSuperAttr(whole, method.attr, superCall.args.length > 0 ? 3 : 1);
  const location = startAtAttribute(whole, method);
  c.op(location, Op.NOP);
  methodArguments(c, location, e, method);
}

function methodArguments(c: Compiler, location: Location, e: ast.Call, method: ast.Attribute): void {
  const args = e.args;
  const keywords = e.keywords;
  const nkeywords = keywords.length;
  visitExprs(c, args);
  const callLocation = startAtAttribute(locationOf(e), method);
  if (nkeywords === 0) {
    c.opArg(callLocation, Op.CALL, args.length);
    return;
  }
  for (let i = 0; i < nkeywords; i++) visitExpr(c, keywords[i]!.value);
  loadKeywordNames(c, location, keywords);
  c.opArg(callLocation, Op.CALL_KW, args.length + nkeywords);
}

/** Whether the name is imported at module level: attributes of modules are no methods. */
function isImported(c: Compiler, e: ast.expr): boolean {
  return e.nodeKind === ast.Name_kind && (getSymbol(c.symtable.top, e.id) & DEF_IMPORT) !== 0;
}

/** Whether `super().attr` or `super(a, b).attr` may look the attribute up without making the super object. */
export function canOptimizeSuperCall(c: Compiler, attribute: ast.Attribute): boolean {
  const e = attribute.value;
  if (e.nodeKind !== ast.Call_kind || e.func.nodeKind !== ast.Name_kind || e.func.id !== "super") return false;
  if (attribute.attr === "__class__" || e.keywords.length > 0) return false;
  // a visible definition of `super` anywhere forbids it
  if (getScope(c.ste, "super") !== GLOBAL_IMPLICIT || getScope(c.symtable.top, "super") !== 0) return false;
  const args = e.args;
  if (args.length === 2) {
    return args[0]!.nodeKind !== ast.Starred_kind && args[1]!.nodeKind !== ast.Starred_kind;
  }
  if (args.length !== 0) return false;
  const metadata = c.unit.metadata;
  if (metadata.argcount === 0 && metadata.posonlyargcount === 0) return false;
  return c.refType("__class__") === FREE;
}

/** Pushes `super` and its two arguments, given or implied. */
export function loadArgsForSuper(c: Compiler, e: ast.Call): void {
  nameOp(c, locationOf(e.func), "super", ast.Load);
  if (e.args.length === 2) {
    visitExprs(c, e.args);
    return;
  }
  const location = locationOf(e);
  nameOp(c, location, "__class__", ast.Load);
  const [self] = c.unit.metadata.varnames.keys();
  nameOp(c, location, self!, ast.Load);
}

/**
 * `any(... for ...)`, `all(...)`, `tuple(...)`: when the name is the builtin, the loop runs in place.
 * Returns the label behind the call, or -1 when the name is another.
 */
function builtinOfGenerator(c: Compiler, func: ast.Name, generator: ast.GeneratorExp): Label {
  let constant: number;
  switch (func.id) {
    case "all":
      constant = CONSTANT_BUILTIN_ALL;
      break;
    case "any":
      constant = CONSTANT_BUILTIN_ANY;
      break;
    case "tuple":
      constant = CONSTANT_BUILTIN_TUPLE;
      break;
    default:
      return -1;
  }
  const location = locationOf(func);
  const skip = c.newLabel();
  const end = c.newLabel();
  const isTuple = constant === CONSTANT_BUILTIN_TUPLE;
  const isAll = constant === CONSTANT_BUILTIN_ALL;
  c.opArg(location, Op.COPY, 1);
  c.opArg(location, Op.LOAD_COMMON_CONSTANT, constant);
  c.opArg(location, Op.IS_OP, 0);
  c.jump(location, Op.POP_JUMP_IF_FALSE, skip);
  c.op(location, Op.POP_TOP);
  if (isTuple) c.opArg(location, Op.BUILD_LIST, 0);
  visitExpr(c, generator);
  const loop = c.newLabel();
  const cleanup = c.newLabel();
  c.useLabel(loop);
  c.jump(location, Op.FOR_ITER, cleanup);
  if (isTuple) {
    c.opArg(location, Op.LIST_APPEND, 2);
    c.jump(location, Op.JUMP, loop);
  } else {
    c.op(location, Op.TO_BOOL);
    c.jump(location, isAll ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, loop);
  }
  c.op(NO_LOCATION, Op.POP_ITER);
  if (!isTuple) c.loadConst(location, !isAll);
  c.jump(location, Op.JUMP, end);
  c.useLabel(cleanup);
  c.op(NO_LOCATION, Op.END_FOR);
  c.op(NO_LOCATION, Op.POP_ITER);
  if (isTuple) c.opArg(location, Op.CALL_INTRINSIC_1, INTRINSIC_LIST_TO_TUPLE);
  else c.loadConst(location, isAll);
  c.jump(location, Op.JUMP, end);
  c.useLabel(skip);
  return end;
}

function loadKeywordNames(c: Compiler, location: Location, keywords: readonly ast.keyword[]): void {
  const names: string[] = [];
  for (let i = 0; i < keywords.length; i++) names.push(keywords[i]!.arg!);
  c.loadConst(location, new TupleConst(names));
}

/**
 * Pushes arguments and calls. `pushed` arguments stand on the stack already; `injected` names a variable to be passed as last
 * positional argument (the generic base of a class), or is null.
 */
export function callHelper(
  c: Compiler,
  location: Location,
  pushed: number,
  args: readonly ast.expr[],
  injected: string | null,
  keywords: readonly ast.keyword[],
): void {
  validateKeywords(c, keywords);
  if (needsExCall(args, keywords)) {
    exCall(c, location, pushed, args, injected, keywords);
    return;
  }
  visitExprs(c, args);
  let count = pushed + args.length;
  if (injected !== null) {
    nameOp(c, location, injected, ast.Load);
    count++;
  }
  if (keywords.length > 0) {
    for (let i = 0; i < keywords.length; i++) visitExpr(c, keywords[i]!.value);
    loadKeywordNames(c, location, keywords);
    c.opArg(location, Op.CALL_KW, count + keywords.length);
  } else c.opArg(location, Op.CALL, count);
}

function needsExCall(args: readonly ast.expr[], keywords: readonly ast.keyword[]): boolean {
  if (args.length + keywords.length * 2 > STACK_USE_GUIDELINE) return true;
  for (let i = 0; i < args.length; i++) if (args[i]!.nodeKind === ast.Starred_kind) return true;
  for (let i = 0; i < keywords.length; i++) if (keywords[i]!.arg === null) return true;
  return false;
}

/** A call with a tuple of positional and a dict of keyword arguments. */
function exCall(
  c: Compiler,
  location: Location,
  pushed: number,
  args: readonly ast.expr[],
  injected: string | null,
  keywords: readonly ast.keyword[],
): void {
  const only = pushed === 0 && args.length === 1 ? args[0]! : null;
  if (only !== null && only.nodeKind === ast.Starred_kind) visitExpr(c, only.value);
  else unpackIntoSequence(c, location, args, injected, pushed, Op.BUILD_LIST, Op.LIST_APPEND, Op.LIST_EXTEND, true);
  const n = keywords.length;
  if (n === 0) c.op(location, Op.PUSH_NULL);
  else {
    let haveDict = false;
    let seen = 0;
    for (let i = 0; i < n; i++) {
      const keyword = keywords[i]!;
      if (keyword.arg !== null) {
        seen++;
        continue;
      }
      if (seen > 0) {
        keywordDict(c, location, keywords, i - seen, i);
        if (haveDict) c.opArg(location, Op.DICT_MERGE, 1);
        haveDict = true;
        seen = 0;
      }
      if (!haveDict) {
        c.opArg(location, Op.BUILD_MAP, 0);
        haveDict = true;
      }
      visitExpr(c, keyword.value);
      c.opArg(location, Op.DICT_MERGE, 1);
    }
    if (seen > 0) {
      keywordDict(c, location, keywords, n - seen, n);
      if (haveDict) c.opArg(location, Op.DICT_MERGE, 1);
    }
  }
  c.op(location, Op.CALL_FUNCTION_EX);
}

function keywordDict(
  c: Compiler,
  location: Location,
  keywords: readonly ast.keyword[],
  begin: number,
  end: number,
): void {
  const n = end - begin;
  const big = n * 2 > STACK_USE_GUIDELINE;
  if (big) c.opArg(NO_LOCATION, Op.BUILD_MAP, 0);
  for (let i = begin; i < end; i++) {
    const keyword = keywords[i]!;
    c.loadConst(location, keyword.arg);
    visitExpr(c, keyword.value);
    if (big) c.opArg(NO_LOCATION, Op.MAP_ADD, 1);
  }
  if (!big) c.opArg(location, Op.BUILD_MAP, n);
}
