# ast.parse with optimize, type comments, feature versions and modes.
import ast
for level in (-1, 0, 1, 2):
    print(level, ast.dump(ast.parse("'doc'\nif __debug__: assert x, -1\n'%s %r' % (a, b)\ndef f():\n 'd'\n", optimize=level)))
print(ast.dump(compile("match x:\n case -1+2j: pass", "f", "exec", ast.PyCF_OPTIMIZED_AST)))
print(ast.dump(compile(ast.parse("__debug__"), "f", "exec", ast.PyCF_OPTIMIZED_AST, optimize=1)))
print(ast.dump(ast.parse("x = 1 # type: int\nfor a in b: # type: str\n pass\ny # type: ignore[z]\n", type_comments=True)))
print(ast.dump(ast.parse("(int, *str, **list) -> bool", mode="func_type")))
print(ast.dump(ast.parse("a; b", mode="single")), ast.dump(ast.parse("a,", mode="eval")))
for source, version in (("(x := 1)", (3, 7)), ("def f(a, /): pass", (3, 7)), ("match a:\n case 1: pass", (3, 9)), ("type X = int", (3, 11)), ("try: pass\nexcept* A: pass", (3, 10)), ("def f[T](): pass", (3, 11)), ("async def f(): pass", (3, 4)), ("with (a as b): pass", (3, 8)), ("x: int = 1", (3, 5)), ("1_000", (3, 5)), ("f'{a}'", (3, 5)), ("a @ b", (3, 4)), ("t'{a}'", (3, 13))):
    try: ast.parse(source, feature_version=version); print(source, version, "fine")
    except SyntaxError as e: print(source, version, e.msg)
try: ast.parse("a", mode="xyz")
except ValueError as e: print(e)
try: ast.parse("a b", "name.py")
except SyntaxError as e: print(e, e.filename, e.lineno, e.offset, repr(e.text))
for flags in (0x400 | 1, -1):
    try: compile("a", "f", "exec", flags)
    except ValueError as e: print(e)
