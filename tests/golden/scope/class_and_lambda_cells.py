x = "global"
def probe(f):
    try: return f()
    except Exception as e: return f"{type(e).__name__}: {e}"
class A:
    x = "class"
    y = [x for _ in range(2)]
    z = [(lambda: x)() for _ in range(1)]
    w = (lambda: x)()
    def m(self): return x
    k = lambda self, x=x: x
    g = list(x for x in x)
    d = {a: b for a, b in zip(x, x[1:])}
    class B:
        inner = x
        def m(self): return __class__.__name__, x
print(A.y, A.z, A.w, A().m(), A().k(), A.g, A.d, A.B.inner, A.B().m())
def outer(x):
    class C:
        before = x
        def set(self, v):
            nonlocal x
            x = v
        def get(self): return x
    class D:
        x = x if False else "own"
        y = x
    def late():
        return later
    first = probe(late)
    later = 1
    del x
    gone = probe(lambda: x)
    x = "again"
    c = C(); c.set("changed")
    return C.before, D.y, first, probe(late), gone, x, c.get()
print(outer("param"))
def counters():
    fs = []
    for i in range(3):
        def f(i=i, *, j=[i]): j.append(i); return i, j
        fs += [f, lambda: i]
    return [f() for f in fs], [f() for f in fs]
print(counters())
def unbound():
    if False: v = 1
    return v
def unbound2():
    def inner(): return v
    inner2 = probe(inner)
    v = 2
    return inner2, inner()
def g1():
    global made, x
    made, x = 1, "from g1"
def shadow():
    print = len
    return print("abc"), probe(lambda: print(5))
print(probe(unbound), unbound2(), g1(), made, x, shadow())
def dele():
    a = 1
    del a
    return a
print(probe(dele), probe(lambda: undefined_name), probe(lambda: A().nope), [n for n in dir() if n in ("i", "_", "f")])
print([i := 5, i], [j for i in range(3) if (j := i * 2)], j, (lambda: (k := 3) + k)(), [[a for a in range(b)] for b in range(3)])
def walk(n):
    total = 0
    def step():
        nonlocal total, n
        while n: n -= 1; total += n; yield total
    return list(step()), total, n
print(walk(4))
def closures():
    a = b = 1
    def f(): return a, b
    def h(): return f, a
    return f.__closure__, [c.cell_contents for c in h.__closure__][0], h.__code__.co_freevars, f.__code__.co_freevars, closures.__code__.co_cellvars
r = closures(); print(len(r[0]), r[1:])
for src in ("def f():\n nonlocal q", "nonlocal q", "def f(a):\n global a", "def f():\n a=1\n global a", "def f(a, a): pass", "def f():\n print(z)\n global z", "class K:\n nonlocal x", "[x := 1 for x in y]", "class K:\n [y := 1 for x in z]", "def f():\n x: int\n nonlocal x", "lambda: (yield)", "[(yield) for x in y]", "del f()", "def f():\n return\nreturn"):
    try: compile(src, "s", "exec"); print("ok", repr(src))
    except SyntaxError as e: print(e.msg, e.lineno, e.offset)
