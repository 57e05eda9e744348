# Which variable a name means: functions, classes, comprehensions, lambdas, global, nonlocal.
x = "module"
def show(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__ + ":", e)
class C:
    x = "class"
    y = [x for _ in range(1)]
    z = [(x, v) for v in [x]]
    w = list(x for _ in range(1))
    v = (lambda: x)()
    def m(self): return x
    u = {x: x for x in "ab"}
    after = x
    t = [lambda: x for x in range(2)]
print(C.x, C.y, C.z, C.w, C.v, C().m(), C.u, C.after, [f() for f in C.t])
def f():
    x = "function"
    class D:
        y = x
        x = "inner class"
        z = x
        def m(self): return x, __class__.__name__
    return D.y, D.z, D().m()
show(f)
def g():
    class E:
        print(x)
        x = x + "!"
    return E.x
show(g)
def h():
    x = "h"
    class F:
        global x
        x = "set by class"
        y = x
    return F.y, "x" in vars(F), x
show(h); print(x); x = "module"
def i():
    x = "i"
    class G:
        nonlocal x
        x = "rebound"
    return x, hasattr(G, "x")
show(i)
def unbound():
    print(x)
    x = 1
show(unbound)
def deleted():
    y = 1
    del y
    return y
show(deleted)
def closure_unbound():
    def inner(): return v
    if False: v = 1
    return inner()
show(closure_unbound)
def closure_deleted():
    v = 1
    def inner(): return v
    del v
    return inner()
show(closure_deleted)
def del_free():
    v = 1
    def inner():
        nonlocal v
        del v
    inner()
    try: inner()
    except NameError as e: print(type(e).__name__, e)
    return v
show(del_free)
def del_twice():
    a = 1
    del a
    del a
show(del_twice)
def del_global():
    global gone
    gone = 1
    del gone
    del gone
show(del_global)
def counter():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return up, get
up, get = counter(); up(); up(5); print(get(), up.__closure__[0].cell_contents, get.__code__.co_freevars, up.__code__.co_freevars)
def three():
    a = 1
    def two():
        def one():
            nonlocal a
            a += 1
            return a
        return one() + a
    return two(), a
print(three())
def late(): return [lambda: i for i in range(3)], [lambda i=i: i for i in range(3)]
print([[f() for f in fs] for fs in late()])
def walrus():
    r = [last := k for k in range(4)]
    any((hit := k) > 1 for k in range(9))
    return last, hit, r
print(walrus())
print([(a, b) for a in range(3) for b in range(a)], [[j for j in range(i)] for i in range(3)], {i: {j for j in range(i)} for i in range(3)})
def shadow(list):
    def sum(a): return "my sum"
    return list, sum([1])
print(shadow(1), sum([1, 2]))
def try_var():
    e = "before"
    try: 1 / 0
    except ZeroDivisionError as e: pass
    return e
show(try_var)
def with_exec():
    x = "local"
    exec("x = 'changed'"); a = x
    exec("y2 = x * 2")
    return a, "y2" in locals(), eval("x")
show(with_exec)
def loc():
    a = 1
    l = locals(); l["a"] = 5; l["new"] = 2
    b = 3
    return a, l, locals(), l is locals()
show(loc)
class Loc:
    a = 1
    locals()["b"] = 2
    print(sorted(k for k in locals() if not k.startswith("__")), locals() is locals())
print(Loc.b)
print(globals() is locals(), eval("globals() is locals()"), [locals().keys() for q in [1]][0] == {"q"} or sorted(k for k in [locals() for q in [1]][0] if k == "q"))
def gen(): yield locals(); z = 1; yield locals()
print(*gen())
def mangled():
    class __P:
        __a = 1
        def __m(self, __q=2): __loc = 3; return sorted(locals()), self.__a
        def call(self): return self.__m()
    p = __P(); return sorted(k for k in vars(__P) if "a" in k and "__" in k[1:4] and k[0] == "_"), p.call(), __P.__name__
show(mangled)
class Mangle:
    import os as __o
    global __glob
    __glob = 1
    def f(self):
        try: return __undefined
        except NameError as e: return str(e)
    def g(self): return (lambda __z: __z)(4), [__y for __y in "a"]
print(sorted(k for k in vars(Mangle) if k.endswith("__o")), [k for k in globals() if "glob" in k and k != "globals"], Mangle().f(), Mangle().g())
for src in ("def f(a):\n global a", "def f():\n x=1\n global x", "def f():\n print(x)\n nonlocal x", "nonlocal y", "def f():\n nonlocal y", "def f(a, a): pass", "class A:\n nonlocal q", "def f():\n global a\n nonlocal a", "def f(a):\n nonlocal a", "[x := 1 for x in y]", "class A:\n [y := 1 for x in z]", "[i for i in (j := [1])]", "lambda: (yield)", "[(yield) for i in x]", "def f():\n  for x in y: global x", "def f(): x: int; global x", "def f():\n global x\n x: int = 1", "x: int\nglobal x", "def f[T](): global T", "class A[T]: nonlocal T", "def f():\n import x\n global x", "async def f():\n [await z for z in q]\n nonlocal z", "def f(): return [__class__ for __class__ in x]", "def f(*, a, **a): pass", "global x\nx = 1", "x = 1\nglobal x"):
    try: compile(src, "<s>", "exec"); print("fine:", repr(src))
    except SyntaxError as e: print(e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
