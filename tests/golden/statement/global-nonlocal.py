x = "module"
def reads(): return x
def writes():
    global x
    x = "written"
def makes():
    global made, also
    made = 1
    for also in range(3): pass
    def made_function(): return "local function"
    global imported
    import math as imported
    global Klass
    class Klass: pass
makes(); writes()
print(reads(), made, also, imported.__name__, Klass.__qualname__)
def outer():
    n, log = 0, []
    def inc(by=1):
        nonlocal n
        n += by
        log.append(n)
        return n
    def reset():
        nonlocal n, log
        n, log = 0, []
    return inc, reset, lambda: (n, log)
inc, reset, state = outer()
print(inc(), inc(5), state(), reset(), state(), inc())
def deep():
    a = 1
    def mid():
        def low():
            nonlocal a
            a += 1
            return a
        return low
    return mid()(), a
print(deep())
def unbound():
    print(x)
    x = 1
def free(flag):
    if flag: y = 1
    def inner(): return y
    return inner
def deleted():
    z = 1
    def inner(): return z
    del z
    return inner()
for f in (unbound, lambda: free(0)(), deleted, lambda: undefined_name, lambda: free(1)()):
    try: print(f())
    except NameError as e: print(type(e).__name__, e, "|", e.name)
class C:
    x = "class"
    y = [x for _ in range(2)]
    def method(self): return x
    def klass(self): return __class__.__name__
    z = (lambda: x)()
print(C.x, C.y, C().method(), C().klass(), C.z)
def shadows():
    x = "function"
    class D:
        x = x if False else "d"
        w = [x, (lambda: x)()]
        def m(self): return x
        nonlocal_kept = x
    return D.w, D().m(), D.nonlocal_kept
print(shadows())
for source in ("def f():\n nonlocal q", "nonlocal q", "def f(a):\n global a", "def f():\n a = 1\n global a", "def f():\n print(a)\n global a", "def f():\n def g():\n  nonlocal b\n  global b",
               "def f(b):\n def g(b):\n  nonlocal b", "def f():\n global a\n nonlocal a", "def f():\n a: int = 1\n global a", "class A:\n nonlocal __class__", "def f():\n global __debug__",
               "global x\nx: int", "def f():\n x: int\n nonlocal x", "x = 1\nglobal x", "lambda: (yield)", "class C: yield", "[(yield) for i in j]"):
    try: exec(source, {}); print("ok", repr(source))
    except SyntaxError as e: print(repr(source), "->", e.msg, e.lineno)
