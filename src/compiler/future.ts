// `from __future__ import ...` at the head of a module. Mirrors Python/future.c. See docs/compiler-symtable.md.
import { SurrogateText } from "../base/constant.ts";
import * as ast from "../syntax/ast.generated.ts";
import { sourceError } from "./source-error.ts";
import type { SourceRange } from "./symtable/entry.ts";

// The features that still change something: bits of co_flags and of compile()'s flags.
export const CO_FUTURE_BARRY_AS_BDFL = 0x400000;
export const CO_FUTURE_ANNOTATIONS = 0x1000000;
/** Not a feature, but kept among them: compile()'s flag for `await` outside functions. */
export const PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000;

export interface FutureFeatures {
  /** CO_FUTURE_* bits; the caller of compile() may or its own flags into it. */
  features: number;
  /** Where the last statement of this kind stands; lines and columns -1 when there is none. */
  location: SourceRange;
}

const NOWHERE: SourceRange = { lineno: -1, col_offset: -1, end_lineno: -1, end_col_offset: -1 };

/** Bits of each known feature; 0: the feature is part of the language now. */
const FEATURES: ReadonlyMap<string, number> = new Map([
  ["nested_scopes", 0],
  ["generators", 0],
  ["division", 0],
  ["absolute_import", 0],
  ["with_statement", 0],
  ["print_function", 0],
  ["unicode_literals", 0],
  ["generator_stop", 0],
  ["barry_as_FLUFL", CO_FUTURE_BARRY_AS_BDFL],
  ["annotations", CO_FUTURE_ANNOTATIONS],
]);

/**
 * Finds the future statements of a module. Only a docstring may stand before them.
 * Throws PythonSyntaxError for unknown features; misplaced statements are found by buildSymtable.
 */
export function futureFromAst(mod: ast.mod, filename: string, source: string | null): FutureFeatures {
  const future: FutureFeatures = { features: 0, location: NOWHERE };
  if (mod.nodeKind !== ast.Module_kind && mod.nodeKind !== ast.Interactive_kind) return future;
  const body = mod.body;
  for (let i = hasDocstring(body) ? 1 : 0; i < body.length; i++) {
    const statement = body[i]!;
    // level 0 or absent: not a relative import
    if (statement.nodeKind !== ast.ImportFrom_kind || statement.module !== "__future__" || statement.level) break;
    for (const alias of statement.names) {
      const bits = FEATURES.get(alias.name);
      if (bits === undefined) {
        const message = alias.name === "braces" ? "not a chance" : `future feature ${alias.name.slice(0, 100)} is not defined`;
        throw sourceError(message, filename, alias, source);
      }
      future.features |= bits;
    }
    future.location = statement;
  }
  return future;
}

/** Whether a body begins with a docstring. */
export function hasDocstring(body: readonly ast.stmt[]): boolean {
  const first = body[0];
  if (first === undefined || first.nodeKind !== ast.Expr_kind || first.value.nodeKind !== ast.Constant_kind) return false;
  const value = first.value.value;
  return typeof value === "string" || value instanceof SurrogateText;
}
