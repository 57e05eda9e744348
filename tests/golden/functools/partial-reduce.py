def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


import functools
from functools import partial, reduce, partialmethod, cmp_to_key, total_ordering, lru_cache, cache, cached_property, wraps, update_wrapper, singledispatch, singledispatchmethod, Placeholder
import pickle, copy
def f(*a, **k): return a, k
p = partial(f, 1, x=2)
print(p(3, y=4), p(x=5), p.func is f, p.args, p.keywords, partial(p, 9).args, partial(p, x=7).keywords)
print(repr(partial(len)), repr(partial(int, base=2)), partial(int, base=2)("101"))
show(partial)
show(partial, 5)
show(setattr, p, "func", 1)
p.attr = 1
print(p.__dict__, bool(p.__doc__))
q = partial(f, Placeholder, 2, Placeholder, 4)
print(q(1, 3), q(1, 3, 5), repr(Placeholder))
show(q, 1)
show(partial, f, 1, Placeholder)
show(partial, f, x=Placeholder)
c = copy.copy(partial(print, 1))
print(c.args, pickle.loads(pickle.dumps(partial(max, 3)))(1))
show(partial(f).__setstate__, 5)
show(partial(f).__setstate__, (f, 1, {}, None))
class A:
    def m(self, *a, **k): return a, k
    pm = partialmethod(m, 1, k=2)
    @partialmethod
    def deco(self): return "deco"
    ps = partialmethod(staticmethod(lambda *a: a), 5)
print(A().pm(3), A.pm(A(), 4), A().ps(6), repr(A.__dict__["pm"])[:30])
show(partialmethod, 5)
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(max, [], 5), reduce(lambda a, b: a + b, "abc", "z"), reduce(max, [3], initial=9) if False else "")
show(reduce, max, [])
show(reduce, max, 5)
show(reduce, max)
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), cmp_to_key(lambda a, b: 0)(1) == cmp_to_key(lambda a, b: 0)(2))
K = cmp_to_key(lambda a, b: a - b)
print(K(1) < K(2), K(2).obj, K(obj=3).obj)
show(lambda: K(1) < 2)
show(hash, K(1))
show(K)
@total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(T(1) <= T(1), T(2) > T(1), T(2) >= T(3))
show(total_ordering, type("N", (), {}))
calls = []
@lru_cache(maxsize=2)
def g(x, y=0):
    "doc"
    calls.append(x)
    return x
g(1), g(2), g(1), g(3), g(2)
print(calls, g.cache_info(), g.cache_parameters(), g.__wrapped__(9), g.__doc__)
g.cache_clear()
print(g.cache_info())
show(g, [])
@lru_cache(typed=True)
def h(x): return type(x)
print(h(1), h(1.0), h.cache_info().currsize)
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
show(lru_cache, "x")
class CP:
    n = 0
    @cached_property
    def v(self):
        self.n += 1
        return self.n
o = CP()
print(o.v, o.v, o.__dict__)
del o.v
print(o.v, type(CP.v).__name__)
class Sl:
    __slots__ = ()
    @cached_property
    def v(self): return 1
show(lambda: Sl().v)
def deco(fn):
    @wraps(fn)
    def w(*a): return fn(*a)
    return w
@deco
def named(a: int) -> str: "named doc"
print(named.__name__, named.__doc__, named.__annotations__, named.__wrapped__.__name__, named.__qualname__)
@singledispatch
def sd(x): return "object"
@sd.register
def _(x: int): return "int"
@sd.register(list)
@sd.register(tuple)
def _(x): return "seq"
print(sd(1), sd(True), sd([]), sd(()), sd("s"), sorted(k.__name__ for k in sd.registry), sd.dispatch(bool)(1))
show(sd)
show(sd.register, 5)
class SM:
    @singledispatchmethod
    def m(self, x): return "default"
    @m.register
    def _(self, x: int): return "int"
    @m.register(str)
    @classmethod
    def _(cls, x): return cls.__name__
print(SM().m(1), SM().m("s"), SM().m(1.0), SM.m("x"))
