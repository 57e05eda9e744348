// Assignments: plain, augmented, annotated. Mirrors codegen_augassign and codegen_annassign of Python/codegen.c.
// See docs/compiler.md.
import { NB_SUBSCR } from "../../bytecode/opargs.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { CO_FUTURE_ANNOTATIONS } from "../future.ts";
import { addDeferredAnnotation, annotationText, loadConditionalAnnotations } from "./annotations.ts";
import { startAtAttribute } from "./calls.ts";
import { SCOPE_CLASS, SCOPE_MODULE, indexOf, locationOf, type Compiler } from "./compiler.ts";
import { addInplace, visitExpr } from "./expressions.ts";
import { nameOp } from "./names.ts";
import { isTwoPartSlice, sliceTwoParts } from "./subscripts.ts";

export function assign(c: Compiler, s: ast.Assign): void {
  visitExpr(c, s.value);
  const targets = s.targets;
  const last = targets.length - 1;
  for (let i = 0; i <= last; i++) {
    if (i < last) c.opArg(locationOf(s), Op.COPY, 1);
    visitExpr(c, targets[i]!);
  }
}

export function augAssign(c: Compiler, s: ast.AugAssign): void {
  const target = s.target;
  const location = locationOf(target);
  switch (target.nodeKind) {
    case ast.Attribute_kind: {
      visitExpr(c, target.value);
      c.opArg(location, Op.COPY, 1);
      const attributeLocation = startAtAttribute(location, target);
      c.loadAttr(attributeLocation, target.attr, 0);
      visitExpr(c, s.value);
      addInplace(c, locationOf(s), s.op);
      c.opArg(attributeLocation, Op.SWAP, 2);
      c.opName(attributeLocation, Op.STORE_ATTR, target.attr);
      return;
    }
    case ast.Subscript_kind: {
      visitExpr(c, target.value);
      const index = target.slice;
      if (isTwoPartSlice(index)) {
        sliceTwoParts(c, index);
        c.opArg(location, Op.COPY, 3);
        c.opArg(location, Op.COPY, 3);
        c.opArg(location, Op.COPY, 3);
        c.op(location, Op.BINARY_SLICE);
        visitExpr(c, s.value);
        addInplace(c, locationOf(s), s.op);
        c.opArg(location, Op.SWAP, 4);
        c.opArg(location, Op.SWAP, 3);
        c.opArg(location, Op.SWAP, 2);
        c.op(location, Op.STORE_SLICE);
        return;
      }
      visitExpr(c, index);
      c.opArg(location, Op.COPY, 2);
      c.opArg(location, Op.COPY, 2);
      c.opArg(location, Op.BINARY_OP, NB_SUBSCR);
      visitExpr(c, s.value);
      addInplace(c, locationOf(s), s.op);
      c.opArg(location, Op.SWAP, 3);
      c.opArg(location, Op.SWAP, 2);
      c.op(location, Op.STORE_SUBSCR);
      return;
    }
    case ast.Name_kind:
      nameOp(c, location, target.id, ast.Load);
      visitExpr(c, s.value);
      addInplace(c, locationOf(s), s.op);
      nameOp(c, location, target.id, ast.Store);
  }
}

/** `target: annotation = value`. */
export function annAssign(c: Compiler, s: ast.AnnAssign): void {
  const target = s.target;
  const location = locationOf(s);
  const futureAnnotations = (c.flags & CO_FUTURE_ANNOTATIONS) !== 0;
  const scopeType = c.unit.scopeType;
  const isModuleOrClass = scopeType === SCOPE_MODULE || scopeType === SCOPE_CLASS;
  if (s.value !== null) {
    visitExpr(c, s.value);
    visitExpr(c, target);
  }
  switch (target.nodeKind) {
    case ast.Name_kind:
      if (s.simple === 0 || !isModuleOrClass) break;
      if (futureAnnotations) {
        c.loadConst(locationOf(s.annotation), annotationText(s.annotation));
        c.opArg(location, Op.LOAD_NAME, indexOf(c.unit.metadata.names, "__annotations__"));
        c.loadConst(location, c.maybeMangle(target.id));
        c.op(location, Op.STORE_SUBSCR);
      } else {
        const index = addDeferredAnnotation(c, s);
        if (index >= 0) {
          loadConditionalAnnotations(c, location);
          c.loadConst(location, index);
          c.opArg(location, Op.SET_ADD, 1);
          c.op(location, Op.POP_TOP);
        }
      }
      break;
    case ast.Attribute_kind:
      if (s.value === null) checkAnnotationExpr(c, target.value);
      break;
    case ast.Subscript_kind:
      if (s.value === null) {
        checkAnnotationExpr(c, target.value);
        checkAnnotationSubscript(c, target.slice);
      }
      break;
  }
}

/** Evaluates a part of a target without value, so that what it names must exist. */
function checkAnnotationExpr(c: Compiler, e: ast.expr): void {
  visitExpr(c, e);
  c.op(locationOf(e), Op.POP_TOP);
}

function checkAnnotationSubscript(c: Compiler, e: ast.expr): void {
  if (e.nodeKind === ast.Slice_kind) {
    if (e.lower !== null) checkAnnotationExpr(c, e.lower);
    if (e.upper !== null) checkAnnotationExpr(c, e.upper);
    if (e.step !== null) checkAnnotationExpr(c, e.step);
  } else if (e.nodeKind === ast.Tuple_kind) {
    for (const element of e.elts) checkAnnotationSubscript(c, element);
  } else checkAnnotationExpr(c, e);
}
