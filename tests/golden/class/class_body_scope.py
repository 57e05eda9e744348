# What a class body may do: control flow, comprehensions, nested classes, private names, __class__ cell, annotations, doc, locals, exec, loops over methods.
def show(f, *a):
    try: print(repr(f(*a)))
    except Exception as e: print(type(e).__name__ + ":", e)
x = "global"
class A:
    """Doc of A."""
    for i in range(3):
        if i == 1: continue
        exec(f"attr{i} = {i} * 10")
    else: done = True
    try: undefined
    except NameError as e: err = str(e)
    with open(__file__) as _f: first = _f.readline()[:6]
    while True:
        w = 1
        break
    def method(self): return __class__, x
    x = x + "!"
    lst = [x] + [i for i in range(2)]
    gen = list(j for j in range(i))
    lam = lambda self, d=x: (d, x)
    nested = {k: [k + l for l in "ab"] for k in "xy"}
    cond = "a" if i else "b"
    import os.path as op
    from sys import maxsize as ms, path as _p
    del i, op
    a, (b, *c) = 1, (2, 3, 4)
    class Inner:
        y = x
        def m(self): return __class__.__qualname__
        class Deep: q = __qualname__
    print(__qualname__, __module__, sorted(k for k in locals() if k.startswith("attr")), "A" in globals())
    __private = "p"; __dunder__ = "d"; ___x_ = 1
    def get(self): return self.__private, self.___x_, self.__dunder__
    match c:
        case [*_, last]: pass
    type Alias = list[x]
    lazy: undefined_later = 5
    z: int
    if (walrus := 7) > 5: big = walrus
    async def co(self): return [v async for v in self]
    global created
    created = "from class"
    assert walrus
    def __init_subclass__(cls): print("sub", cls.__name__)
print(sorted(k for k in vars(A) if k not in ("__dict__", "__weakref__", "__firstlineno__", "__static_attributes__")), A.__doc__, A().method(), A.lst, A.gen, A().lam(), A.nested, A.Inner().m(), A.Inner.y, A.Inner.Deep.q, A().get(), A.last, created, A.walrus, A.err, A.first)
class B(A): __doc__ = None; __qualname__ = "Renamed.B"; __module__ = "elsewhere"
print(B, B.__name__, B.__doc__, A.__firstlineno__, A.__static_attributes__, B.__static_attributes__)
class S:
    def __init__(self): self.a = self.b = 1; self.c, self.d = 1, 2; self.e += 1 if 0 else 0; del self.f
    def m(self, other): other.g = 1; self.h: int = 5; [self.i for self.i in []]; (lambda: self)().j = 1
    @staticmethod
    def s(self): self.k = 1
    class In:
        def m(self): self.l = 1
print(sorted(S.__static_attributes__), S.In.__static_attributes__)
def make(n):
    class Local:
        v = n
        def get(self): return n, self.v
        n = n if False else "shadow"
        def get2(self): return n
    return Local
show(lambda: make(1)().get()); show(lambda: make(1).__qualname__)
def uses(y):
    class C:
        r = y
        def f(self): return y
        l = [y for _ in range(1)]
        g = (lambda: y)()
    y = "changed"
    return C.r, C().f(), C.l, C.g
print(uses("orig"))
class D:
    a = 1
    b = [a for _ in range(1)] if 0 else [v for v in [a]]
    def f(self, p=a, *, q=b): return p, q
    try: c = [a + v for v in range(2)]
    except NameError as e: c = "NameError"
    d = (lambda: 5)()
    e2 = {**locals()}.get("a")
print(D.b, D().f(), D.c, D.e2)
for src in ("class A: return 1", "class A: yield 1", "class A: await x", "class A:\n for i in x: break\n continue", "class A: nonlocal q", "class A(x=1, x=2): pass", "class A(*a, b): pass", "class A(b for b in c): pass", "class A(**k, *a): pass", "class A: x: int = 5; global x", "class A:\n def __class__(self): return super()", "class A:\n __class__ = 1\n def f(self): return __class__", "class A: super()", "class A: __class__", "class A: from x import *", "class A[T]: from x import *"):
    try: exec(compile(src, "s", "exec"), {"x": []}); print(src, "fine")
    except Exception as e: print(src, "|", type(e).__name__, e)
