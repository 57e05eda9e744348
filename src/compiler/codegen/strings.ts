// f-strings and t-strings. Mirrors codegen_joined_str and codegen_template_str of Python/codegen.c. See docs/compiler.md.
import { FVC_ASCII, FVC_REPR, FVC_STR } from "../../bytecode/opargs.ts";
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { PythonError } from "../../base/python-error.ts";
import { STACK_USE_GUIDELINE } from "./collections.ts";
import { locationOf, type Compiler } from "./compiler.ts";
import { visitExpr, visitExprs } from "./expressions.ts";

/** The argument for a conversion: `!s`, `!r`, `!a` as character codes. */
function conversionArg(conversion: number): number {
  switch (conversion) {
    case 0x73:
      return FVC_STR;
    case 0x72:
      return FVC_REPR;
    case 0x61:
      return FVC_ASCII;
    default:
      throw new PythonError("SystemError", `Unrecognized conversion character ${conversion}`);
  }
}

export function joinedStr(c: Compiler, e: ast.JoinedStr): void {
  const location = locationOf(e);
  const values = e.values;
  const n = values.length;
  if (n > STACK_USE_GUIDELINE) {
    c.loadConst(location, "");
    c.loadAttr(location, "join", 1);
    c.opArg(location, Op.BUILD_LIST, 0);
    for (let i = 0; i < n; i++) {
      visitExpr(c, values[i]!);
      c.opArg(location, Op.LIST_APPEND, 1);
    }
    c.opArg(location, Op.CALL, 1);
    return;
  }
  visitExprs(c, values);
  if (n > 1) c.opArg(location, Op.BUILD_STRING, n);
  else if (n === 0) c.loadConst(location, "");
}

export function formattedValue(c: Compiler, e: ast.FormattedValue): void {
  visitExpr(c, e.value);
  const location = locationOf(e);
  if (e.conversion !== -1) c.opArg(location, Op.CONVERT_VALUE, conversionArg(e.conversion));
  if (e.format_spec !== null) {
    visitExpr(c, e.format_spec);
    c.op(location, Op.FORMAT_WITH_SPEC);
  } else c.op(location, Op.FORMAT_SIMPLE);
}

/** Pushes the tuple of strings, one more than interpolations, then that of interpolations. */
export function templateStr(c: Compiler, e: ast.TemplateStr): void {
  const location = locationOf(e);
  const values = e.values;
  let lastWasInterpolation = true;
  let strings = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value.nodeKind === ast.Interpolation_kind) {
      if (lastWasInterpolation) {
        c.loadConst(location, "");
        strings++;
      }
      lastWasInterpolation = true;
    } else {
      visitExpr(c, value);
      strings++;
      lastWasInterpolation = false;
    }
  }
  if (lastWasInterpolation) {
    c.loadConst(location, "");
    strings++;
  }
  c.opArg(location, Op.BUILD_TUPLE, strings);
  let interpolations = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value.nodeKind !== ast.Interpolation_kind) continue;
    visitExpr(c, value);
    interpolations++;
  }
  c.opArg(location, Op.BUILD_TUPLE, interpolations);
  c.op(location, Op.BUILD_TEMPLATE);
}

export function interpolation(c: Compiler, e: ast.Interpolation): void {
  const location = locationOf(e);
  visitExpr(c, e.value);
  c.loadConst(location, e.str);
  let oparg = 2;
  if (e.format_spec !== null) {
    oparg++;
    visitExpr(c, e.format_spec);
  }
  if (e.conversion !== -1) oparg |= conversionArg(e.conversion) << 2;
  c.opArg(location, Op.BUILD_INTERPOLATION, oparg);
}
