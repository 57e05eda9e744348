# Calling what cannot be called: modules with a member of the same name, and everything else; hints.
import pprint, math, types, datetime, glob, copy, sys
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ":", e)
m = types.ModuleType("thing"); m.thing = lambda: 1; n = types.ModuleType("other"); n.other = 5; k = types.ModuleType("gone"); del k.__name__
class M(types.ModuleType): pass
class Callable(types.ModuleType):
    def __call__(self): return "called"
for f in (lambda: pprint({}), lambda: math(1), lambda: datetime(), lambda: glob("*"), lambda: copy([]), lambda: m(), lambda: n(), lambda: k(), lambda: M("sub")(), lambda: Callable("c")(), lambda: sys(), lambda: pprint(*[1], **{}), lambda: list(map(pprint, [1])), lambda: 5 (1), lambda: "a" "b" (2), lambda: [1](0), lambda: (1, 2)(0), lambda: {}(1), lambda: None(), lambda: True(), lambda: 1.5(), lambda: b""(), lambda: ...(), lambda: NotImplemented(), lambda: (x for x in [])(), lambda: range(3)(), lambda: slice(1)(), lambda: object()(), lambda: type("T", (), {})()(), lambda: Exception()(), lambda: property()(), lambda: iter([])(), lambda: {1}(), lambda: memoryview(b"")(), lambda: __builtins__() if isinstance(__builtins__, types.ModuleType) else m(), lambda: staticmethod(5)(), lambda: classmethod(len)(), lambda: (int | str)(), lambda: list[int]([1]), lambda: types.SimpleNamespace()(), lambda: compile("1", "", "eval")(), lambda: types.MappingProxyType({})(), lambda: (lambda: 0).__code__(), lambda: sys._getframe()(), lambda: types.CellType()()): show(f)
import warnings
for src in ("5()", "'a'()", "[1](2)", "{}()", "(1, 2)(3)", "None()", "f'{1}'()", "1.5()", "...()", "(x for x in y)()", "{1: 2}()", "[x for x in y]()", "(lambda: 1)()", "'a'[1.5]", "[1, 2]['a']", "(1, 2)[None]", "{1, 2}[0]", "5[0]", "'s'['t']", "None[0]", "x is 5", "x is not 'a'", "5 is x", "() is x", "x is ()", "assert (1, 2)", "assert ()", "'\\d'", "b'\\w'", "'\\777'", "0x1for x in y", "1if x else y", "1and 2", "0o7or 1", "5in x", "1 if 1else 0"):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: compile(src, "<s>", "exec")
        except SyntaxError as e: print(src, "|", e.msg)
        for x in w: print(src, "|", x.category.__name__, x.message, x.lineno)
