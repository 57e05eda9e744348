// Grammar: whole inputs and simple statements (Grammar/python.gram, "starting rules" to "import statements"). The notation is
// explained in grammar.ts, the second-pass rules are in rules-invalid-*.ts. See docs/syntax-errors.md.
import { countDots, importsBarryAsFlufl, joinNamesWithDot, mapNamesToIds, withExprContext } from "../actions.ts";
import * as ast from "../ast.generated.ts";
import type { PegParser, PegToken } from "./parser.ts";
import type { Action, Rules } from "./grammar.ts";

const first: Action = (_p, a) => a;

function augmented(operator: ast.operator_kind): Action {
  return () => operator;
}

function tokenIndices(tokens: readonly PegToken[]): number[] {
  return tokens.map((token) => token.at);
}

function annAssign(p: PegParser, target: ast.expr, annotation: ast.expr, value: ast.expr | null, simple: number, what: string): ast.stmt {
  p.needVersion(6, what);
  return ast.AnnAssign(target, annotation, value, simple, p.lineno, p.col, p.endLineno, p.endCol);
}

export const inputRules = (): Rules => ({
  file: [["a:statements? ENDMARKER", (p, a: ast.stmt[] | null) => ast.Module(a ?? [], p.typeIgnores)]],
  interactive: [["a:statement_newline", (_p, a: ast.stmt[]) => ast.Interactive(a)]],
  eval: [["a:expressions NEWLINE* ENDMARKER", (_p, a: ast.expr) => ast.Expression(a)]],
  func_type: [
    ["'(' a:type_expressions? ')' '->' b:expression NEWLINE* ENDMARKER", (_p, a: ast.expr[] | null, b: ast.expr) => ast.FunctionType(a ?? [], b)],
  ],
  statements: [["a:statement+", (_p, a: ast.stmt[][]) => a.flat()]],
  statement: [
    ["a:compound_stmt", (p, a: ast.stmt) => p.registerStatement(a)],
    ["a:simple_stmts", first],
  ],
  single_compound_stmt: [["a:compound_stmt", (p, a: ast.stmt) => p.registerStatement(a)]],
  statement_newline: [
    ["a:single_compound_stmt NEWLINE", first],
    "simple_stmts",
    ["NEWLINE", (p) => [ast.Pass(p.lineno, p.col, p.endLineno, p.endCol)]],
    ["ENDMARKER", () => null],
  ],
  simple_stmts: [
    ["a:simple_stmt !';' NEWLINE", (_p, a: ast.stmt) => [a]],
    ["a:simple_stmt % ';' ';'? NEWLINE", first],
  ],
  "simple_stmt memo": [
    "assignment",
    "&\"type\" type_alias",
    ["e:star_expressions", (p, e: ast.expr) => ast.Expr(e, p.lineno, p.col, p.endLineno, p.endCol)],
    "&'return' return_stmt",
    "&('import' | 'from') import_stmt",
    "&'raise' raise_stmt",
    "&'pass' pass_stmt",
    "&'del' del_stmt",
    "&'yield' yield_stmt",
    "&'assert' assert_stmt",
    "&'break' break_stmt",
    "&'continue' continue_stmt",
    "&'global' global_stmt",
    "&'nonlocal' nonlocal_stmt",
  ],
  compound_stmt: [
    "&('def' | '@' | 'async') function_def",
    "&'if' if_stmt",
    "&('class' | '@') class_def",
    "&('with' | 'async') with_stmt",
    "&('for' | 'async') for_stmt",
    "&'try' try_stmt",
    "&'while' while_stmt",
    "match_stmt",
  ],
});

export const simpleStatementRules = (): Rules => ({
  assignment: [
    [
      "a:NAME ':' b:expression c:('=' d:annotated_rhs)?",
      (p, a: ast.expr, b: ast.expr, c: ast.expr | null) => annAssign(p, withExprContext(a, ast.Store), b, c, 1, "Variable annotation syntax is"),
    ],
    [
      "a:('(' b:single_target ')' | single_subscript_attribute_target) ':' b:expression c:('=' d:annotated_rhs)?",
      (p, a: ast.expr, b: ast.expr, c: ast.expr | null) => annAssign(p, a, b, c, 0, "Variable annotations syntax is"),
    ],
    [
      "a:(z:star_targets '=')+ b:annotated_rhs !'=' t:TYPE_COMMENT?",
      (p, a: ast.expr[], b: ast.expr, t: PegToken | null) => ast.Assign(a, b, p.typeComment(t), p.lineno, p.col, p.endLineno, p.endCol),
    ],
    [
      "a:single_target b:augassign ~ c:annotated_rhs",
      (p, a: ast.expr, b: ast.operator_kind, c: ast.expr) => ast.AugAssign(a, b, c, p.lineno, p.col, p.endLineno, p.endCol),
    ],
    "invalid_assignment",
  ],
  annotated_rhs: ["yield_expr | star_expressions"],
  augassign: [
    ["'+='", augmented(ast.Add)],
    ["'-='", augmented(ast.Sub)],
    ["'*='", augmented(ast.Mult)],
    [
      "'@='",
      (p) => {
        p.needVersion(5, "The '@' operator is");
        return ast.MatMult;
      },
    ],
    ["'/='", augmented(ast.Div)],
    ["'%='", augmented(ast.Mod)],
    ["'&='", augmented(ast.BitAnd)],
    ["'|='", augmented(ast.BitOr)],
    ["'^='", augmented(ast.BitXor)],
    ["'<<='", augmented(ast.LShift)],
    ["'>>='", augmented(ast.RShift)],
    ["'**='", augmented(ast.Pow)],
    ["'//='", augmented(ast.FloorDiv)],
  ],
  return_stmt: [["'return' a:star_expressions?", (p, a: ast.expr | null) => ast.Return(a, p.lineno, p.col, p.endLineno, p.endCol)]],
  raise_stmt: [
    ["'raise' a:expression 'from' b:expression", (p, a: ast.expr, b: ast.expr) => ast.Raise(a, b, p.lineno, p.col, p.endLineno, p.endCol)],
    ["'raise' a:expression", (p, a: ast.expr) => ast.Raise(a, null, p.lineno, p.col, p.endLineno, p.endCol)],
    ["'raise'", (p) => ast.Raise(null, null, p.lineno, p.col, p.endLineno, p.endCol)],
  ],
  pass_stmt: [["'pass'", (p) => ast.Pass(p.lineno, p.col, p.endLineno, p.endCol)]],
  break_stmt: [["'break'", (p) => ast.Break(p.lineno, p.col, p.endLineno, p.endCol)]],
  continue_stmt: [["'continue'", (p) => ast.Continue(p.lineno, p.col, p.endLineno, p.endCol)]],
  global_stmt: [["'global' a:NAME % ','", (p, a: ast.Name[]) => ast.Global(mapNamesToIds(a), p.lineno, p.col, p.endLineno, p.endCol)]],
  nonlocal_stmt: [["'nonlocal' a:NAME % ','", (p, a: ast.Name[]) => ast.Nonlocal(mapNamesToIds(a), p.lineno, p.col, p.endLineno, p.endCol)]],
  del_stmt: [
    ["'del' a:del_targets &(';' | NEWLINE)", (p, a: ast.expr[]) => ast.Delete(a, p.lineno, p.col, p.endLineno, p.endCol)],
    "invalid_del_stmt",
  ],
  yield_stmt: [["y:yield_expr", (p, y: ast.expr) => ast.Expr(y, p.lineno, p.col, p.endLineno, p.endCol)]],
  assert_stmt: [
    [
      "'assert' a:expression b:(',' z:expression)?",
      (p, a: ast.expr, b: ast.expr | null) => ast.Assert(a, b, p.lineno, p.col, p.endLineno, p.endCol),
    ],
  ],
  type_alias: [
    [
      "\"type\" n:NAME t:type_params? '=' b:expression",
      (p, n: ast.expr, t: ast.type_param[] | null, b: ast.expr) => {
        p.needVersion(12, "Type statement is");
        return ast.TypeAlias(withExprContext(n, ast.Store), t ?? [], b, p.lineno, p.col, p.endLineno, p.endCol);
      },
    ],
  ],
});

export const importRules = (): Rules => ({
  "import_stmt memo": ["invalid_import", "import_name", "import_from"],
  import_name: [["'import' a:dotted_as_names", (p, a: ast.alias[]) => ast.Import(a, p.lineno, p.col, p.endLineno, p.endCol)]],
  // The tokenizer reads three dots as one token.
  import_from: [
    [
      "'from' a:('.' | '...')* b:dotted_name 'import' c:import_from_targets",
      (p, a: PegToken[], b: ast.Name, c: ast.alias[]) => {
        const level = countDots(p.tokens, tokenIndices(a));
        if (importsBarryAsFlufl(b.id, c, level)) p.setBarryAsFlufl();
        return ast.ImportFrom(b.id, c, level, p.lineno, p.col, p.endLineno, p.endCol);
      },
    ],
    [
      "'from' a:('.' | '...')+ 'import' b:import_from_targets",
      (p, a: PegToken[], b: ast.alias[]) => ast.ImportFrom(null, b, countDots(p.tokens, tokenIndices(a)), p.lineno, p.col, p.endLineno, p.endCol),
    ],
  ],
  import_from_targets: [
    ["'(' a:import_from_as_names ','? ')'", first],
    "import_from_as_names !','",
    ["'*'", (p) => [ast.alias("*", null, p.lineno, p.col, p.endLineno, p.endCol)]],
    "invalid_import_from_targets",
  ],
  import_from_as_names: [["a:import_from_as_name % ','", first]],
  import_from_as_name: [
    "invalid_import_from_as_name",
    ["a:NAME b:('as' z:NAME)?", (p, a: ast.Name, b: ast.Name | null) => ast.alias(a.id, b?.id ?? null, p.lineno, p.col, p.endLineno, p.endCol)],
  ],
  dotted_as_names: [["a:dotted_as_name % ','", first]],
  dotted_as_name: [
    "invalid_dotted_as_name",
    [
      "a:dotted_name b:('as' z:NAME)?",
      (p, a: ast.Name, b: ast.Name | null) => ast.alias(a.id, b?.id ?? null, p.lineno, p.col, p.endLineno, p.endCol),
    ],
  ],
  "dotted_name left": [["a:dotted_name '.' b:NAME", (_p, a: ast.Name, b: ast.Name) => joinNamesWithDot(a, b)], "NAME"],
});
