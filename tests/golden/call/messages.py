# Every way a call can go wrong, and what is said.
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ":", e)
def none(): pass
def one(a): return a
def two(a, b): return a, b
def three(a, b, c): return a, b, c
def deflt(a, b=2): return a, b
def deflt2(a, b=2, c=3): return a, b, c
def kwonly(*, k): return k
def kwonly2(a, *, k, l): return a, k, l
def kwdef(a, *, k=1, l): return a, k, l
def posonly(a, b, /): return a, b
def posdef(a, b=2, /, c=3): return a, b, c
def star(*args): return args
def stars(**kw): return kw
def both(a, *args, k=1, **kw): return a, args, k, kw
def pkw(a, /, **kw): return a, kw
for f in (lambda: none(1), lambda: none(1, 2), lambda: none(x=1), lambda: one(), lambda: one(1, 2), lambda: one(1, a=2), lambda: one(b=1), lambda: one(a=1, b=2),
    lambda: two(), lambda: two(1), lambda: two(b=1), lambda: two(a=1), lambda: two(1, 2, 3), lambda: two(1, a=2), lambda: two(1, c=3), lambda: three(), lambda: three(1), lambda: three(1, 2), lambda: three(c=1),
    lambda: three(1, 2, 3, 4, 5), lambda: deflt(), lambda: deflt(1, 2, 3), lambda: deflt(b=1), lambda: deflt2(1, 2, 3, 4), lambda: deflt2(), lambda: deflt2(d=1), lambda: deflt2(1, a=1),
    lambda: kwonly(), lambda: kwonly(1), lambda: kwonly(1, k=2), lambda: kwonly(k=1, z=2), lambda: kwonly2(), lambda: kwonly2(1), lambda: kwonly2(1, 2, k=1), lambda: kwonly2(1, 2, 3, k=1, l=2), lambda: kwonly2(1, k=1),
    lambda: kwdef(1), lambda: kwdef(1, 2), lambda: kwdef(1, 2, k=3), lambda: posonly(), lambda: posonly(1), lambda: posonly(a=1, b=2), lambda: posonly(1, b=2), lambda: posonly(1, 2, c=3), lambda: posonly(1, 2, 3), lambda: posdef(a=1), lambda: posdef(), lambda: posdef(1, 2, 3, 4), lambda: posdef(1, b=3), lambda: posdef(1, 2, 3, c=4),
    lambda: star(a=1), lambda: stars(1), lambda: stars(1, a=2), lambda: both(), lambda: both(k=1), lambda: both(1, a=2), lambda: both(1, 2, 3, k=4, z=5), lambda: pkw(1, a=2), lambda: pkw(a=2), lambda: pkw()): show(f)
print("-- unpacking in calls")
class Keys:
    def keys(self): return ["a", "b"]
    def __getitem__(self, k): return k * 2
class BadKeys:
    def keys(self): return 5
    def __getitem__(self, k): return k
class RaisingKeys:
    def keys(self): return ["a"]
    def __getitem__(self, k): raise KeyError("from item")
class Raising:
    def __iter__(self): raise TypeError("my own")
class NotIter:
    __iter__ = None
for f in (lambda: two(*[1, 2]), lambda: two(*5), lambda: two(*None), lambda: two(1, *"x"), lambda: two(*[1], *[2]), lambda: two(**{"a": 1, "b": 2}), lambda: two(**5), lambda: two(**[("a", 1)]), lambda: two(**{"a": 1}, **{"a": 2}), lambda: two(a=1, **{"a": 2}), lambda: two(1, **{"a": 2}),
    lambda: two(**{1: 2}), lambda: stars(**{1: 2}), lambda: two(*[1], **{"b": 2}), lambda: two(**Keys()), lambda: two(**BadKeys()), lambda: two(**RaisingKeys()), lambda: star(*Raising()), lambda: star(*NotIter()), lambda: star(1, *Raising()), lambda: stars(**{"a": 1}, **5), lambda: stars(**None), lambda: print(*5), lambda: print(**5), lambda: print(sep="", **{"sep": 1}),
    lambda: dict(**{1: 2}), lambda: dict(**{"a b": 2, "": 3}), lambda: stars(**{"a b": 1, "": 2}), lambda: star(*(), *[], *{}, *"", *b""), lambda: star(*{"k": 1}, *{2}, *range(2), *iter("ab")), lambda: (lambda *a, **k: (a, k))(*[1], 2, *[3], x=4, **{"y": 5}, z=6), lambda: sorted(*[[2, 1]], **{"reverse": True})): show(f)
print("-- methods, classes, callables")
class A:
    def m(self): pass
    def n(self, x): pass
    @classmethod
    def c(cls, x): pass
    @staticmethod
    def s(x): pass
    def noself(): pass
class Init:
    def __init__(self, x): pass
class New:
    def __new__(cls, x): return object.__new__(cls)
class Call:
    def __call__(self, x): return x
class CallInst:
    pass
ci = CallInst(); ci.__call__ = lambda: 1
class CallNone: __call__ = None
class CallInt: __call__ = 5
for f in (lambda: A().m(1), lambda: A.m(), lambda: A().n(), lambda: A().n(1, 2), lambda: A().n(y=1), lambda: A.c(), lambda: A.c(1, 2), lambda: A.s(), lambda: A().s(1, 2), lambda: A().noself(), lambda: A(1), lambda: A(x=1), lambda: Init(), lambda: Init(1, 2), lambda: Init(y=1), lambda: New(), lambda: New(1, 2), lambda: Call()(), lambda: Call()(1, 2), lambda: ci(), lambda: CallNone()(), lambda: CallInt()(),
    lambda: (lambda x: x)(), lambda: (lambda: 1)(2), lambda: 5(), lambda: None(), lambda: "s"(), lambda: [](1), lambda: {}(), lambda: (1,)(), lambda: A()(), lambda: object()(), lambda: __import__("math")(), lambda: ...(), lambda: NotImplemented(), lambda: (i for i in "")(), lambda: property()(), lambda: object(1), lambda: object(a=1), lambda: object.__new__(A, 1), lambda: object.__init__(A(), 1), lambda: object.__new__(), lambda: type.__call__(), lambda: type(), lambda: type(1, 2), lambda: type("a", 1, 1), lambda: type("a", (), 1), lambda: type(1, (), {}), lambda: int.__new__(str)): show(f)
print("-- many names")
def many(alpha, beta, gamma, delta, *, eps, zeta, eta): pass
for f in (lambda: many(), lambda: many(1), lambda: many(1, 2, 3), lambda: many(1, 2, 3, 4), lambda: many(1, 2, 3, 4, eps=1), lambda: many(1, 2, 3, 4, 5, eps=1, zeta=2, eta=3), lambda: many(1, 2, 3, 4, 5, 6), lambda: many(alpa=1), lambda: many(1, 2, 3, 4, epz=1), lambda: many(1, 2, 3, 4, eps=1, zta=3, eta=4), lambda: many(1, alpha=3), lambda: many(1, 2, 3, 4, unrelated=5)): show(f)
class Outer:
    class Inner:
        def method(self, a, b): pass
    def __init__(self, required, *, key): pass
for f in (lambda: Outer.Inner().method(), lambda: Outer.Inner.method(1), lambda: Outer(), lambda: Outer(1), lambda: Outer(1, 2)): show(f)
def renamed(a): pass
renamed.__name__ = "new_name"; show(lambda: renamed()); renamed.__qualname__ = "Some.Where"; show(lambda: renamed()); show(lambda: renamed(1, 2))
renamed.__code__ = two.__code__; show(lambda: renamed()); renamed.__defaults__ = (1, 2); show(lambda: renamed()); renamed.__defaults__ = (1, 2, 3); show(lambda: renamed()); kwonly.__kwdefaults__ = {"k": "late"}; show(kwonly)
