# Trees that compile() refuses.
import ast
N, C, L, S = ast.Name, ast.Constant, ast.Load(), ast.Store()
def expression(e):
    try: compile(ast.fix_missing_locations(ast.Expression(e)), "f", "eval"); print("fine")
    except Exception as x: print(type(x).__name__, x)
def statement(*s):
    try: compile(ast.fix_missing_locations(ast.Module(list(s), [])), "f", "exec"); print("fine")
    except Exception as x: print(type(x).__name__, x)
for e in (ast.BoolOp(ast.And(), [N("a")]), ast.Compare(N("a"), [], []), ast.Compare(N("a"), [ast.Eq()], []), ast.Dict([C(1)], []), ast.ListComp(N("a"), []), N("a", S), N("None"), N("True", S), C([]), C((1, {})), C(frozenset([1])), ast.List([N("a", S)], L), ast.Starred(N("a"), L), ast.NamedExpr(C(1), C(2)), ast.IfExp(None, C(1), C(2)), ast.BinOp(C(1), ast.Eq(), C(2)), ast.UnaryOp(None, C(1)), ast.Call(N("f"), [None], []), ast.Call(N("f"), 1, []), ast.Attribute(N("a"), 1, L), ast.Lambda(ast.arguments([], [], None, [], [C(1)], None, []), C(1)), ast.Lambda(ast.arguments([], [], None, [], [], None, [C(1)]), C(1)), ast.JoinedStr([None]), ast.Subscript(N("a"), ast.Slice(), L), ast.expr(), 5, None):
    expression(e)
for s in (ast.Assign([], C(1)), ast.Assign([C(1)], C(1)), ast.Delete([]), ast.Delete([N("a", S)]), ast.AugAssign(C(1), ast.Add(), C(1)), ast.AnnAssign(ast.Attribute(N("a"), "b", S), C(1), None, 1), ast.For(N("a", S), N("b"), [], []), ast.If(C(1), [], []), ast.While(C(1), [None], []), ast.With([], [ast.Pass()]), ast.Try([ast.Pass()], [], [], []), ast.Try([ast.Pass()], [], [ast.Pass()], [ast.Pass()]), ast.Raise(None, C(1)), ast.Import([]), ast.ImportFrom("a", [ast.alias("b")], -1), ast.Global([]), ast.Global([1]), ast.FunctionDef("f", ast.arguments(), []), ast.FunctionDef("True", ast.arguments(), [ast.Pass()]), ast.ClassDef("C"), ast.Match(C(1), []), ast.Match(C(1), [ast.match_case(ast.MatchStar(), None, [ast.Pass()])]), ast.Match(C(1), [ast.match_case(ast.MatchValue(N("a")), None, [ast.Pass()])]), ast.Match(C(1), [ast.match_case(ast.MatchOr([ast.MatchAs()]), None, [ast.Pass()])]), ast.Match(C(1), [ast.match_case(ast.MatchSingleton(1), None, [ast.Pass()])]), ast.Expr(None), None, 3):
    statement(s)
for attr, value in (("lineno", 9), ("lineno", "x"), ("lineno", None), ("end_lineno", -3), ("col_offset", 99), ("col_offset", -1), ("end_col_offset", None), ("lineno", 2**40)):
    tree = ast.parse("abc"); setattr(tree.body[0].value, attr, value)
    try: compile(tree, "f", "exec"); print(attr, value, "fine")
    except Exception as x: print(attr, value, type(x).__name__, x)
for tree, mode in ((ast.parse("a"), "eval"), (ast.parse("a", mode="eval"), "exec"), (ast.Name("a"), "exec"), (ast.parse("a", mode="single"), "single")):
    try: print(type(compile(tree, "f", mode)).__name__)
    except Exception as x: print(type(x).__name__, x)
for field in ("targets", "value"):
    tree = ast.parse("a = 1"); delattr(tree.body[0], field)
    try: compile(tree, "f", "exec")
    except Exception as x: print(type(x).__name__, x)
