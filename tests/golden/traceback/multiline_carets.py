# Tracebacks printed for expressions that span lines, nested calls, operators, subscripts, comprehensions, f-strings, with and decorators.
import traceback, sys
def t(f):
    try: f()
    except BaseException: traceback.print_exc(file=sys.stdout)
def boom(*a, **k): raise ValueError("boom")
class X:
    @property
    def p(self): return 1 / 0
    def __getitem__(self, k): raise KeyError(k)
    def __add__(self, o): raise TypeError("no add")
    def __enter__(self): return self
    def __exit__(self, *a): raise RuntimeError("exit")
x = X()
def a1():
    return boom(1,
                2,
                k=3)
def a2():
    value = (1 +
             2 / 0 +
             3)
def a3():
    return [
        1,
        x["a key"],
        2,
    ]
def a4():
    return x.p.q.r
def a5():
    return (x
            .p
            .q)
def a6(): return x + 1 + 2
def a7(): return 1 + 2 + x[3] * 4
def a8(): return [boom(i) for i in range(3) if i]
def a9(): return {k: boom(k)
    for k in "ab"}
def b1(): return f"text {boom(1)} more"
def b2(): return f"""
  {1 +
   boom(2)}
"""
def b3():
    with x as y: pass
def b4():
    with x as y, boom() as z:
        pass
def b5():
    for i in boom(): pass
def b6():
    @boom
    def inner(): pass
def b7():
    class C(boom()): pass
def b8(): assert x is None, "message"
def b9(): assert (1 ==
    2)
def c1(): raise ValueError("multi\nline\nmessage")
def c2(): raise KeyError("k") from ValueError("cause")
def c3(): del x.nothing
def c4(): x.p = 5
def c5(): a, b = 1, 2, 3
def c6(): return undefined_thing + 1
def c7(): return "é" + "日本語" + boom("wide 日本語 chars")
def c8(): return boom("tab	inside"),	boom()
def c9(): return (lambda: (lambda: boom())())()
def d1(): return sorted([3, "a"], key=lambda v: v + 1)
def d2(): import nonexistent_module_xyz
def d3(): from sys import nonexistent_name
def d4(): return x[1:2][3], x
def d5(): return int("not a number"    )
def d6(): return -"s"
def d7(): return not boom()
def d8(): return boom if boom() else 1
def d9(): return 1 < 2 < boom() < 3
def e1(): return await_me.send(None)
async def await_me(): return (await
    5)
def e2(): return (yield_ := boom())
def e3(): global q; q += 1
def e4(): return print(*5)
def e5(): return print(**{"a": 1}, **{"a": 2})
def e6(): return "%d" % "s"
def e7(): return "{} {}".format(1)
def e8(): return (1)(2)
def e9(): return x.p if True else \
    boom()
def f1():
    long_name_number_one = 1; return boom(long_name_number_one, long_name_number_one, long_name_number_one, long_name_number_one, long_name_number_one)
def f2(): return boom(
    1, 2)
def f3():
    try: boom()
    except ValueError: return [][5]
    finally: pass
def f4(): exec("1 +\n")
def f5(): exec("x = 1\ny = x.nope\n")
def f6(): eval("1 / 0")
def f7(): compile("def f(:\n pass", "<made up>", "exec")
def f8(): next(g()); 
def g(): yield boom()
def f9():
    match boom():
        case 1: pass
for f in (a1, a2, a3, a4, a5, a6, a7, a8, a9, b1, b2, b3, b4, b5, b6, b7, b8, b9, c1, c2, c3, c4, c5, c6, c7, c8, c9, d1, d2, d3, d4, d5, d6, d7, d8, d9, e1, e2, e3, e4, e5, e6, e7, e8, e9, f1, f2, f3, f4, f5, f6, f7, f8, f9): t(f)
boom(
    x,
    [1,
     2])
