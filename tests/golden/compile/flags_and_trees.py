# Flags of compile(): futures that are handed on, top-level await, trees that are compiled.
from __future__ import annotations
import ast, inspect
print(compile("x: y", "f", "exec").co_flags & 0x1000000 != 0, compile("x: y", "f", "exec", dont_inherit=True).co_flags & 0x1000000 != 0)
c = compile("await x\nasync for i in y: pass", "f", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT); print(bool(c.co_flags & inspect.CO_COROUTINE))
try: compile("await x", "f", "exec")
except SyntaxError as e: print(e)
c = compile("[await x async for x in y]", "f", "eval", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT); print(bool(c.co_flags & inspect.CO_COROUTINE))
tree = ast.parse("def f(a, b=2):\n    'doc'\n    return a * b\nresult = f(21)")
tree.body[0].name = "g"; tree.body[1].value.func.id = "g"
ns = {}; exec(compile(tree, "made.py", "exec"), ns); print(ns["result"], ns["g"].__name__, ns["g"].__code__.co_filename, ns["g"].__doc__)
print(ast.dump(tree) == ast.dump(ast.parse(ast.unparse(tree))))
e = ast.Expression(ast.BinOp(ast.Constant(6), ast.Mult(), ast.Constant(7))); print(eval(compile(ast.fix_missing_locations(e), "<made>", "eval")))
i = ast.Interactive([ast.Expr(ast.Constant("shown"))]); exec(compile(ast.fix_missing_locations(i), "<made>", "single"))
print(compile(tree, "f", "exec", ast.PyCF_ONLY_AST) is tree)
for n in (1, 2): print(n, compile("assert 0\n'doc'", "f", "exec", optimize=n).co_consts, compile("'doc'\ndef f():\n 'd'\n return 1", "f", "exec", optimize=n).co_consts[0].co_consts if n == 2 else "")
t = ast.Constant("s"); t.value = "changed"; print(eval(compile(ast.fix_missing_locations(ast.Expression(t)), "f", "eval")))
