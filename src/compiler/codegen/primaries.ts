// Attributes, subscripts and calls. Chains of them (`a.b(c)[d].e()`) may be long and lean to the left: they are walked down
// to their first operand and built up again without recursion. Mirrors codegen_visit_expr, codegen_subscript and
// codegen_call of Python/codegen.c. See docs/compiler.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import {
  canOptimizeSuperCall,
  finishCall,
  finishMethodCall,
  isMethodCall,
  loadArgsForSuper,
  startAtAttribute,
  superMethodCall,
  validateKeywords,
} from "./calls.ts";
import { checkCaller, checkIndex, checkSubscripter } from "./checks.ts";
import { SCOPE_CLASS, locationOf, type Compiler } from "./compiler.ts";
import { visitExpr } from "./expressions.ts";
import { finishSubscript } from "./subscripts.ts";

type Primary = ast.Attribute | ast.Subscript | ast.Call;

// Forms of a primary: what is visited before it.
/** Its value, or the function that it calls. */
const PLAIN = 0;
/** The object whose method it calls. */
const METHOD = 1;
/** Nothing: `super().attr`. */
const SUPER = 2;
/** Nothing: `super().method()`. */
const SUPER_METHOD = 3;

export function primary(c: Compiler, e: Primary): void {
  let form = prepare(c, e);
  if (form >= SUPER) {
    finish(c, e, form);
    return;
  }
  let operand = operandOf(e, form);
  if (!isPrimary(operand)) {
    visitExpr(c, operand);
    finish(c, e, form);
    return;
  }
  const nodes: Primary[] = [e];
  const forms: number[] = [form];
  while (form < SUPER && isPrimary(operand)) {
    form = prepare(c, operand);
    nodes.push(operand);
    forms.push(form);
    if (form < SUPER) operand = operandOf(operand, form);
  }
  if (form < SUPER) visitExpr(c, operand);
  for (let i = nodes.length - 1; i >= 0; i--) finish(c, nodes[i]!, forms[i]!);
}

function isPrimary(e: ast.expr): e is Primary {
  return e.nodeKind === ast.Attribute_kind || e.nodeKind === ast.Call_kind || e.nodeKind === ast.Subscript_kind;
}

/** What comes before the operand: checks, and the choice of the form. */
function prepare(c: Compiler, e: Primary): number {
  switch (e.nodeKind) {
    case ast.Attribute_kind: {
      const value = e.value;
      if (e.ctx === ast.Load) return value.nodeKind === ast.Call_kind && canOptimizeSuperCall(c, e) ? SUPER : PLAIN;
      if (e.ctx === ast.Store && value.nodeKind === ast.Name_kind && value.id === "self") addStaticAttribute(c, e.attr);
      return PLAIN;
    }
    case ast.Subscript_kind:
      if (e.ctx === ast.Load) {
        checkSubscripter(c, e.value);
        checkIndex(c, e.value, e.slice);
      }
      return PLAIN;
    case ast.Call_kind: {
      validateKeywords(c, e.keywords);
      const func = e.func;
      if (func.nodeKind === ast.Attribute_kind && isMethodCall(c, e, func)) {
        return func.value.nodeKind === ast.Call_kind && canOptimizeSuperCall(c, func) ? SUPER_METHOD : METHOD;
      }
      checkCaller(c, func);
      return PLAIN;
    }
  }
}

function operandOf(e: Primary, form: number): ast.expr {
  if (e.nodeKind !== ast.Call_kind) return e.value;
  return form === METHOD ? (e.func as ast.Attribute).value : e.func;
}

/** What comes behind the operand. */
function finish(c: Compiler, e: Primary, form: number): void {
  switch (e.nodeKind) {
    case ast.Attribute_kind:
      if (form === SUPER) superAttribute(c, e, e.value as ast.Call);
      else finishAttribute(c, e);
      return;
    case ast.Subscript_kind:
      finishSubscript(c, e);
      return;
    case ast.Call_kind:
      if (form === PLAIN) finishCall(c, e);
      else {
        const method = e.func as ast.Attribute;
        if (form === METHOD) finishMethodCall(c, e, method);
        else superMethodCall(c, e, method, method.value as ast.Call);
      }
  }
}

function superAttribute(c: Compiler, e: ast.Attribute, superCall: ast.Call): void {
  const location = locationOf(e);
  loadArgsForSuper(c, superCall);
  c.loadSuperAttr(location, e.attr, superCall.args.length > 0 ? 2 : 0);
  c.op(startAtAttribute(location, e), Op.NOP);
}

function finishAttribute(c: Compiler, e: ast.Attribute): void {
  const location = startAtAttribute(locationOf(e), e);
  if (e.ctx === ast.Load) c.loadAttr(location, e.attr, 0);
  else c.opName(location, e.ctx === ast.Store ? Op.STORE_ATTR : Op.DELETE_ATTR, e.attr);
}

/** `self.x = ...`: x is listed in __static_attributes__ of the innermost class around the current unit. */
function addStaticAttribute(c: Compiler, name: string): void {
  for (let i = c.stack.length - 1; i >= 0; i--) {
    const unit = c.stack[i]!;
    if (unit.scopeType === SCOPE_CLASS) {
      unit.staticAttributes!.add(name);
      return;
    }
  }
}
