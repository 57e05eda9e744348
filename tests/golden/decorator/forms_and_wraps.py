# Decorators of every kind: functions, classes, instances, with arguments, stacked, on methods, wraps, properties, cached values, single dispatch.
import functools, inspect
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__ + ":", e)
def trace(f):
    @functools.wraps(f)
    def wrapper(*a, **k): print("call", f.__qualname__, a[1:] if a and hasattr(a[0], "marker") else a, k); return f(*a, **k)
    return wrapper
def repeat(n, /, *, sep=","):
    def deco(f):
        @functools.wraps(f, updated=())
        def w(*a, **k): return sep.join(str(f(*a, **k)) for _ in range(n))
        w.times = n
        return w
    return deco
@trace
@repeat(2, sep="-")
def hello(name: str = "x", *, loud=False) -> str:
    "Docs of hello."
    return name.upper() if loud else name
print(hello("bob", loud=True), hello.__name__, hello.__doc__, hello.__wrapped__.times, inspect.unwrap(hello).__code__.co_name, inspect.signature(hello), hello.__annotations__ if 0 else sorted(inspect.get_annotations(hello)))
class Count:
    def __init__(self, f): functools.update_wrapper(self, f); self.n = 0; self.f = f
    def __call__(self, *a): self.n += 1; return self.f(*a), self.n
    def __get__(self, o, t): return functools.partial(self, o) if o is not None else self
class A:
    marker = 1
    @Count
    def m(self, x): return x
    @trace
    def n(self, x): return x + 1
    @staticmethod
    @trace
    def s(x): return x
    @classmethod
    @trace
    def c(cls, x): return cls.__name__, x
    @property
    @trace
    def p(self): return "prop"
    @p.setter
    def p(self, v): print("set", v)
    @functools.cached_property
    def cp(self): print("computed"); return 42
    @functools.lru_cache(maxsize=2)
    def cached(self, x): print("miss", x); return x * 2
    @functools.partialmethod
    def pm(self): return "pm"
    pm2 = functools.partialmethod(n, 5)
a = A(); print(a.m(1), a.m(2), A.m.n, a.n(3), a.s(4), A.c(5), a.p, a.pm2()); a.p = 6; print(a.cp, a.cp, "cp" in vars(a)); del a.cp; print(a.cp); a.cp = 7; print(a.cp); [a.cached(i) for i in (1, 2, 1, 3, 2)]; print(A.cached.cache_info(), A.cached.cache_parameters()); A.cached.cache_clear(); print(A.cached.cache_info())
def register(cls=None, /, **opts):
    def deco(c): c.opts = opts; return c
    return deco if cls is None else deco(cls)
@register
class R1: pass
@register(a=1)
class R2: pass
print(R1.opts, R2.opts)
reg = {}
@(lambda f: reg.setdefault(f.__name__, f))
def lam(): pass
@[trace][0]
def idx(): return 1
@(yes := trace)
def wal(): return 2
@functools.wraps(hello).__class__(trace) if 0 else trace
def cond(): return 3
print(reg, idx(), wal(), cond()) if 0 else print(list(reg), idx(), wal(), cond())
@property
def modprop(): pass
print(type(modprop).__name__, modprop.fget.__name__, modprop.__name__)
def nothing(f): return None
@nothing
def gone(): pass
print(gone)
for bad in (lambda: exec("@5\ndef f(): pass"), lambda: exec("@None\nclass C: pass"), lambda: exec("@undefined\ndef f(): pass"), lambda: exec("@(lambda: 1)\ndef f(): pass"), lambda: exec("@staticmethod\n@5\ndef f(): pass"), lambda: compile("@\ndef f(): pass", "", "exec"), lambda: compile("@a\nx = 1", "", "exec"), lambda: compile("@a b\ndef f(): pass", "", "exec"), lambda: exec("@property(1, 2, 3, 4, 5)\ndef f(): pass"), lambda: functools.wraps(), lambda: functools.lru_cache(5.5), lambda: functools.lru_cache(-1)(len)([]), lambda: functools.lru_cache(len)([1]), lambda: functools.lru_cache(None)(lambda x: x)([]), lambda: functools.partial(), lambda: functools.partial(5), lambda: functools.cached_property(5) and 1, lambda: functools.singledispatch(5) and "made", lambda: functools.total_ordering(R1)): show(bad)
@functools.singledispatch
def kind(x, *a): return "object"
@kind.register
def _(x: int): return "int"
@kind.register(list)
@kind.register(tuple)
def _(x): return "sequence"
@kind.register
def _(x: str | bytes): return "text"
kind.register(type(None), lambda x: "none")
print([kind(v) for v in (1, True, [], (), "s", b"", None, 1.5, {1})], kind.dispatch(bool) is kind.dispatch(int), sorted(c.__name__ for c in kind.registry)); show(kind); show(kind.register, 5); 
class SD:
    @functools.singledispatchmethod
    def m(self, x): return "default"
    @m.register
    @classmethod
    def _(cls, x: int): return cls.__name__
    @m.register
    def _(self, x: str): return "str"
print(SD().m(1.5), SD().m(1), SD().m("s")); show(lambda: SD().m())
@functools.total_ordering
class V:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v if isinstance(o, V) else NotImplemented
    def __lt__(s, o): return s.v < o.v if isinstance(o, V) else NotImplemented
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), V.__ge__.__name__); show(lambda: V(1) <= 5)
p = functools.partial(int, base=2); print(p("101"), p, p.func, p.args, p.keywords, functools.partial(p, "11")(), functools.partial(print, "a", sep="-").args); print(functools.partial(pow, functools.Placeholder, 2)(5), functools.partial(divmod, functools.Placeholder, 3)); show(functools.partial, pow, 1, functools.Placeholder); show(functools.partial(pow, functools.Placeholder, 2)); show(functools.reduce, lambda a, b: a * 10 + b, [1, 2, 3]); show(functools.reduce, max, []); show(functools.reduce, max, [], 0); show(functools.reduce, max, [3], initial=5); show(functools.reduce, 5, [1, 2])
