# Programs built from nodes, run and unparsed.
import ast
def build(*body):
    return ast.fix_missing_locations(ast.Module(list(body), []))
def name(id, store=False): return ast.Name(id, ast.Store() if store else ast.Load())
loop = ast.For(name("i", True), ast.Call(name("range"), [ast.Constant(4)]), [ast.If(ast.Compare(name("i"), [ast.Gt(), ast.LtE()], [ast.Constant(0), ast.Constant(3)]), [ast.Expr(ast.Call(name("print"), [ast.JoinedStr([ast.Constant("i="), ast.FormattedValue(name("i"), -1, ast.JoinedStr([ast.Constant("03d")]))])], [ast.keyword("end", ast.Constant(";\n"))]))])], [])
func = ast.FunctionDef("power", ast.arguments([], [ast.arg("base"), ast.arg("exp", ast.Constant("note"))], None, [ast.arg("mod")], [ast.Constant(None)], ast.arg("extra"), [ast.Constant(2)]), [ast.Return(ast.BinOp(name("base"), ast.Pow(), name("exp")))])
cls = ast.ClassDef("Box", [], [], [ast.Assign([name("size", True)], ast.Dict([ast.Constant("w"), None], [ast.Constant(1), ast.Dict([ast.Constant("h")], [ast.Constant(2)])])), ast.AnnAssign(name("note", True), name("str"), ast.Constant("n"), 1)])
match = ast.Match(name("size"), [ast.match_case(ast.MatchMapping([ast.Constant("w")], [ast.MatchAs(None, "w")], "rest"), None, [ast.Expr(ast.Call(name("print"), [name("w"), name("rest")]))])])
tree = build(loop, func, cls, ast.Assign([name("size", True)], ast.Attribute(name("Box"), "size", ast.Load())), match, ast.Try([ast.Raise(ast.Call(name("ValueError"), [ast.Constant("built")]))], [ast.ExceptHandler(name("ValueError"), "e", [ast.Expr(ast.Call(name("print"), [name("e")]))])], [], [ast.Pass()]), ast.With([ast.withitem(ast.Call(name("open_it")), name("h", True))], [ast.Expr(name("h"))]))
from contextlib import nullcontext
ns = {"open_it": lambda: nullcontext(5)}
print(ast.unparse(tree)); exec(compile(tree, "built.py", "exec"), ns); print(ns["power"](3), ns["power"](2, 5, mod=1, z=1), ns["power"].__annotations__, ns["Box"].note, ns["h"])
print(eval(compile(ast.fix_missing_locations(ast.Expression(ast.ListComp(ast.Tuple([name("a"), name("b")], ast.Load()), [ast.comprehension(name("a", True), ast.Constant("xy"), [], 0), ast.comprehension(name("b", True), ast.Tuple([ast.Constant(1), ast.Constant(2)], ast.Load()), [ast.Compare(name("b"), [ast.NotEq()], [ast.Constant(1)])], 0)]))), "e", "eval")))
print(eval(compile(ast.fix_missing_locations(ast.Expression(ast.Lambda(ast.arguments([], [ast.arg("q")]), ast.IfExp(name("q"), ast.Starred(name("q")) if False else ast.UnaryOp(ast.Not(), name("q")), ast.Constant(frozenset({3})))))), "e", "eval"))(0))
print(ast.dump(ast.parse("a")) == ast.dump(ast.Module([ast.Expr(ast.Name("a", ast.Load()))], [])))
