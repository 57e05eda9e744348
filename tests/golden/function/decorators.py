import functools
def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
def trace(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        result = f(*args, **kwargs)
        print(f"{f.__name__}({', '.join([*map(repr, args), *(f'{k}={v!r}' for k, v in kwargs.items())])}) = {result!r}")
        return result
    return wrapper
@trace
def fact(n):
    "The factorial."
    return 1 if n < 2 else n * fact(n - 1)
fact(3); print(fact.__name__, fact.__doc__, fact.__wrapped__.__name__, fact.__qualname__)
def repeat(times):
    def deco(f):
        def wrapper(*a): return [f(*a) for _ in range(times)]
        return wrapper
    return deco
@repeat(2)
@repeat(times=3)
def hi(x): return x.upper()
print(hi("a"), hi.__name__)
class Count:
    def __init__(self, f): functools.update_wrapper(self, f); self.f, self.n = f, 0
    def __call__(self, *a): self.n += 1; return self.f(*a)
    def __get__(self, o, t=None): return self if o is None else functools.partial(self, o)
@Count
def square(x): "sq"; return x * x
print([square(i) for i in range(3)], square.n, square.__name__, square.__doc__)
class K:
    @Count
    def m(self, x): return x + 1
    @functools.singledispatchmethod
    def kind(self, x): return "object"
    @kind.register
    def _(self, x: int): return "int"
    @kind.register(list)
    def _(self, x): return "list"
    @functools.cached_property
    def once(self): print("computing"); return 42
k = K(); print(k.m(1), k.m(2), K.m.n, k.kind(1), k.kind([]), k.kind("s"), k.once, k.once, vars(k)); del k.once; print(k.once)
@functools.singledispatch
def show_it(x): return f"object {x}"
@show_it.register
def _(x: int | float): return f"number {x}"
@show_it.register(list)
def _(x): return f"list of {len(x)}"
@show_it.register(type(None))
def _(x): return "none"
print(show_it(1), show_it(1.5), show_it([1, 2]), show_it(None), show_it("s"), show_it(True), show_it.dispatch(bool) is show_it.dispatch(int), sorted(t.__name__ for t in show_it.registry))
show(show_it); show(lambda: show_it.register(5)); show(lambda: show_it.register(int, 5, 6))
@functools.lru_cache(maxsize=2)
def cached(a, b=0): print("compute", a, b); return a + b
cached(1); cached(1); cached(2); cached(3); cached(1); cached(1, b=0); print(cached.cache_info(), cached.cache_parameters()); cached.cache_clear(); print(cached.cache_info()); show(cached, [])
@functools.cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
show(lambda: functools.lru_cache("x")); show(lambda: functools.lru_cache(typed=True)(len)("a")); show(lambda: functools.wraps(5)(len)); show(lambda: functools.wraps(len)(lambda: 1).__name__)
def register(registry={}):
    def deco(f): registry[f.__name__] = f; return f
    deco.registry = registry
    return deco
r = register()
@r
def a1(): pass
@r
class A2: pass
print(list(r.registry), a1 is r.registry["a1"])
def not_callable(): 
    @5
    def f(): pass
show(not_callable)
@functools.total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(V(1) <= V(2), V(1) >= V(2), V(2) > V(1), V(1) != V(1)); show(functools.total_ordering, type("N", (), {}))
