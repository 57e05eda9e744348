// Symbol tables: what every block of a program knows of its names. Mirrors _PySymtable_Build of Python/symtable.c.
// See docs/compiler-symtable.md.
import { PythonError } from "../../base/python-error.ts";
import * as ast from "../../syntax/ast.generated.ts";
import { hasDocstring } from "../future.ts";
import type { FutureFeatures } from "../future.ts";
import { stackOverflow } from "../source-error.ts";
import { analyze } from "./analyze.ts";
import { SymtableBuilder } from "./builder.ts";
import { Symtable } from "./entry.ts";
import { visitExpr } from "./expressions.ts";
import { visitStmts } from "./statements.ts";

/**
 * Builds the symbol tables of a tree. `future` is what futureFromAst found, with the caller's flags added; `source` is the
 * text for SyntaxErrors or null (see sourceError). Throws PythonSyntaxError, or RecursionError for too deep a tree. The tree
 * is not changed, but is the key of Symtable.lookup.
 */
export function buildSymtable(mod: ast.mod, filename: string, future: FutureFeatures, source: string | null): Symtable {
  const st = new SymtableBuilder(mod, filename, future, source);
  try {
    visitModule(st, mod);
    analyze(st.top, filename, source);
  } catch (error) {
    // the host's stack stands for CPython's
    if (error instanceof RangeError) throw stackOverflow();
    throw error;
  }
  return new Symtable(filename, future, st.top, st.blocks, st.typeVarDefaults);
}

function visitModule(st: SymtableBuilder, mod: ast.mod): void {
  switch (mod.nodeKind) {
    case ast.Module_kind:
      st.top.hasDocstring = hasDocstring(mod.body);
      visitStmts(st, mod.body);
      break;
    case ast.Interactive_kind:
      visitStmts(st, mod.body);
      break;
    case ast.Expression_kind:
      visitExpr(st, mod.body);
      break;
    case ast.FunctionType_kind:
      throw new PythonError("SystemError", "this compiler does not handle FunctionTypes");
  }
}
