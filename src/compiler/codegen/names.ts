// Loading, storing and deleting names: fast local, cell, global or by name, as the symbol table says.
// Mirrors codegen_nameop of Python/codegen.c. See docs/compiler.md.
import * as Op from "../../bytecode/opcode-ids.generated.ts";
import * as ast from "../../syntax/ast.generated.ts";
import type { Location } from "../instruction.ts";
import {
  CELL,
  ClassBlock,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  SCOPE_MASK,
  SCOPE_OFFSET,
  isFunctionLike,
} from "../symtable/entry.ts";
import { indexOf, type Compiler } from "./compiler.ts";

/** Emits the instruction (or two) for a name that is not mangled yet. */
export function nameOp(c: Compiler, location: Location, name: string, ctx: ast.expr_context_kind): void {
  const mangled = c.maybeMangle(name);
  const ste = c.ste;
  const scope = ((ste.symbols.get(mangled) ?? 0) >> SCOPE_OFFSET) & SCOPE_MASK;
  const metadata = c.unit.metadata;
  switch (scope) {
    case FREE:
      derefOp(c, location, indexOf(metadata.freevars, mangled), ctx);
      return;
    case CELL:
      derefOp(c, location, indexOf(metadata.cellvars, mangled), ctx);
      return;
    case LOCAL:
      if (isFunctionLike(ste) || metadata.fastHidden.get(mangled) === true) {
        const op = ctx === ast.Load ? Op.LOAD_FAST : ctx === ast.Store ? Op.STORE_FAST : Op.DELETE_FAST;
        c.opArg(location, op, indexOf(metadata.varnames, mangled));
        return;
      }
      break;
    case GLOBAL_IMPLICIT:
      if (isFunctionLike(ste)) {
        globalOp(c, location, mangled, ctx, true);
        return;
      }
      break;
    case GLOBAL_EXPLICIT:
      globalOp(c, location, mangled, ctx, false);
      return;
  }
  const index = indexOf(metadata.names, mangled);
  if (ctx === ast.Load) {
    if (ste.type === ClassBlock && c.unit.inInlinedComprehension > 0) c.opArg(location, Op.LOAD_GLOBAL, index << 1);
    else c.opArg(location, Op.LOAD_NAME, index);
  } else c.opArg(location, ctx === ast.Store ? Op.STORE_NAME : Op.DELETE_NAME, index);
}

function derefOp(c: Compiler, location: Location, index: number, ctx: ast.expr_context_kind): void {
  if (ctx !== ast.Load) c.opArg(location, ctx === ast.Store ? Op.STORE_DEREF : Op.DELETE_DEREF, index);
  else if (c.ste.type === ClassBlock && c.unit.inInlinedComprehension === 0) {
    c.op(location, Op.LOAD_LOCALS);
    c.opArg(location, Op.LOAD_FROM_DICT_OR_DEREF, index);
  } else if (c.ste.canSeeClassScope) {
    loadClassdict(c, location);
    c.opArg(location, Op.LOAD_FROM_DICT_OR_DEREF, index);
  } else c.opArg(location, Op.LOAD_DEREF, index);
}

function globalOp(c: Compiler, location: Location, mangled: string, ctx: ast.expr_context_kind, implicit: boolean): void {
  const index = indexOf(c.unit.metadata.names, mangled);
  if (ctx !== ast.Load) c.opArg(location, ctx === ast.Store ? Op.STORE_GLOBAL : Op.DELETE_GLOBAL, index);
  else if (implicit && c.ste.canSeeClassScope) {
    loadClassdict(c, location);
    c.opArg(location, Op.LOAD_FROM_DICT_OR_GLOBALS, index);
  } else c.opArg(location, Op.LOAD_GLOBAL, index << 1);
}

function loadClassdict(c: Compiler, location: Location): void {
  c.opArg(location, Op.LOAD_DEREF, indexOf(c.unit.metadata.freevars, "__classdict__"));
}
