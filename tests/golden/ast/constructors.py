# Constructors of nodes: defaults, positional and keyword arguments, warnings and errors.
import ast, warnings
warnings.simplefilter("always")
def show(f):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print("->", f())
        except Exception as e:
            print(type(e).__name__, e)
    for w in caught:
        print("  ", w.category.__name__, w.message)
show(lambda: ast.dump(ast.Name("x")))
show(lambda: ast.dump(ast.Name(id="x", ctx=ast.Store())))
show(lambda: ast.Name("x", ast.Load(), 3))
show(lambda: ast.Name("x", id="y"))
show(lambda: ast.Name().__dict__.keys())
show(lambda: ast.Name("x", foo=1).foo)
show(lambda: ast.Name("x", lineno=3).lineno)
show(lambda: ast.Return(1, 2))
show(lambda: ast.Load(1))
show(lambda: ast.dump(ast.FunctionDef("f", ast.arguments(), [ast.Pass()])))
show(lambda: ast.dump(ast.arguments()))
show(lambda: ast.dump(ast.Call(ast.Name("f"))))
show(lambda: ast.dump(ast.Constant(1)))
show(lambda: ast.dump(ast.Constant(value=1, kind="u")))
show(lambda: ast.ImportFrom().level)
show(lambda: ast.AST(1))
show(lambda: ast.AST(x=1).x)
class Pair(ast.AST):
    _fields = ("left", "right")
show(lambda: ast.dump(Pair(1, 2)))
show(lambda: ast.dump(Pair(left=1)))
class Typed(ast.AST):
    _fields = ("a", "b", "c")
    _field_types = {"a": int | None, "b": list[int]}
show(lambda: sorted(Typed().__dict__))
class Sub(ast.Name):
    pass
show(lambda: repr(Sub("q")))
show(lambda: isinstance(Sub("q"), ast.expr))
