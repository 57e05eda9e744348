import * as ast from "../syntax/ast.generated.ts";
export function f(n: ast.expr): number { switch (n.nodeKind) { case ast.Name_kind: return 1; case ast.Call_kind: return 2; default: return 3; } }
console.log(f(ast.Name("x", ast.Load, 1, 0, 1, 1)));
