import functools
from functools import *
import operator
def each(source):
    for line in source.strip().splitlines():
        try:
            print(line, "->", repr(eval(line, globals())))
        except Exception as e:
            print(line, "->", type(e).__name__ + ":", e)
p = partial(int, base=2)
def f(*a, **k): return a, k
class C:
    pm = partialmethod(f, 1, k=2)
    def m(self): return 1
    cp = cached_property(lambda self: 5)
each("""
reduce(operator.add, [1, 2, 3]), reduce(operator.add, [], 5), reduce(lambda a, b: a + b, "abc", "x"), reduce(max, [3])
reduce(operator.add, [])
reduce(operator.add, 5)
reduce(5, [1, 2])
reduce(operator.add)
reduce(operator.add, [1, 2], initial=10)
p("101"), p.func, p.args, p.keywords, partial(f, 1)(2, x=3), partial(partial(f, 1), 2)(3), partial(f, a=1)(a=2), partial(f, Placeholder, 2)(1), partial(f, Placeholder, 2, Placeholder, 4)(1, 3)
partial()
partial(5)
partial(f, Placeholder)
partial(f, Placeholder, 2)()
partial(f, a=Placeholder)
Placeholder, type(Placeholder).__name__, repr(partial(int, 1, base=2))
C().pm(3)[0][1:], C().pm(3)[1], C().cp
partialmethod(5)
cmp_to_key(lambda a, b: a - b)(1) < cmp_to_key(lambda a, b: a - b)(2), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), min("bca", key=cmp_to_key(lambda a, b: (a > b) - (a < b)))
cmp_to_key()
cmp_to_key(lambda a, b: 0)(1) < 5
cmp_to_key(lambda a: 0)(1) < cmp_to_key(lambda a: 0)(2)
cmp_to_key(lambda a, b: "x")(1) < cmp_to_key(lambda a, b: "x")(2)
lru_cache(maxsize=None)(f)(1), lru_cache(f)(1), lru_cache(maxsize=0)(f).cache_info(), lru_cache(maxsize=-5)(f).cache_parameters(), cache(f)(a=1)
lru_cache("x")
lru_cache(1, 2, 3)
lru_cache(f)([])
singledispatch(f)(1)
singledispatch(f)()
singledispatch(f).register(5)
singledispatchmethod(5)
wraps(f)(lambda: 1).__name__, WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, update_wrapper(lambda: 1, f).__wrapped__ is f
total_ordering(type("T", (), {"__lt__": lambda s, o: True}))() > 5
total_ordering(object)
functools.nothing
""")
@lru_cache(maxsize=3, typed=True)
def sq(x): return x * x
for v in (1, 1.0, True, 1, 2, 3): sq(v)
print(sq.cache_info(), sq.__wrapped__(4), sq.__name__)
class Lazy:
    @cached_property
    def v(self): "doc"; print("once"); return 1
l = Lazy(); print(l.v, l.v, Lazy.v.__doc__, l.__dict__, Lazy.v.attrname)
class NoDict: __slots__ = (); c = cached_property(lambda s: 1)
try: NoDict().c
except TypeError as e: print(e)
try: cached_property(lambda s: 1).__get__(5, int)
except TypeError as e: print(e)
try:
    class Twice: a = b = cached_property(lambda s: 1)
except TypeError as e: print(e)
