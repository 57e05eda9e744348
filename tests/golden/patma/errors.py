# Errors of match statements, at compile time and when they run.
for s in ("match x:\n case a: pass\n case b: pass", "match x:\n case _: pass\n case 1: pass", "match x:\n case a | b: pass", "match x:\n case a | 1: pass", "match x:\n case [a, a]: pass", "match x:\n case {'k': a, **a}: pass", "match x:\n case {1: a, 1: b}: pass", "match x:\n case {**a, 'k': 1}: pass", "match x:\n case [*a, *b]: pass", "match x:\n case C(a=1, a=2): pass", "match x:\n case C(a=1, 2): pass", "match x:\n case a.b(): pass\n case 1 + 1: pass", "match x:\n case f'x': pass", "match x:\n case -a: pass", "match x:\n case {a: 1}: pass", "match x:\n case _ as y: pass", "match x:\n case 1 as _: pass", "match x:\n case 1 as a.b: pass", "match x:\n case *a: pass", "match x:\n case *a, : pass", "match x:\n case {**_}: pass", "match x:\n pass", "match x:\ncase 1: pass", "match x:\n case 1", "match x:\n case (a := 1): pass", "match = 1; case = 2; match, case", "match (x)", "match[x:1]", "match x,:\n case y,: pass", "match *a, b:\n case _: pass"):
    try: compile(s, "f", "exec"); print(repr(s), "fine")
    except SyntaxError as e: print(repr(s), e.msg, e.lineno, e.offset)
class A: __match_args__ = ["x"]
class B: __match_args__ = ("x", 1)
class D: __match_args__ = ("x",); x = 1
class E:
    __match_args__ = ("x", "x"); x = 2
class G:
    __match_args__ = ("boom",)
    @property
    def boom(self): raise ValueError("boom")
def run(v, cls, n):
    try:
        if n == 2:
            match v:
                case cls(a, b): return "two"
        elif n == 1:
            match v:
                case cls(a): return "one"
        elif n == 0:
            match v:
                case cls(): return "none"
        else:
            match v:
                case cls(x=z): return "kw", z
        return "no"
    except Exception as e: return type(e).__name__, str(e)
for v, cls in ((A(), A), (B(), B), (D(), D), (E(), E), (G(), G), (1, int), ("s", str), ([1], list), (D(), 5), (D(), A), (object(), object), (1.5, float), ({1: 2}, dict)):
    print(type(v).__name__, getattr(cls, "__name__", cls), run(v, cls, 2), run(v, cls, 1), run(v, cls, 0), run(v, cls, 9))
class M(dict):
    def get(self, k, d=None): print("get", k); return super().get(k, d)
match M(a=1):
    case {"a": x, "b": y}: print("both")
    case {"a": x, **rest}: print("a", x, type(rest).__name__, rest)
class Seq:
    def __len__(self): return 2
    def __getitem__(self, i):
        if i >= 2: raise IndexError(i)
        return i
import collections.abc
match Seq():
    case [a, b]: print("sequence")
    case _: print("not a sequence")
collections.abc.Sequence.register(Seq)
match Seq():
    case [a, b]: print("sequence", a, b)
