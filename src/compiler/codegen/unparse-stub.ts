import type * as ast from "../../syntax/ast.generated.ts";
export function unparseExpr(e: ast.expr): string { return "?" + e.nodeKind; }
export function constRepr(v: unknown): string { return `'${String(v)}'`; }
