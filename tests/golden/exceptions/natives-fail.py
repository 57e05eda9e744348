# Exceptions raised by natives, by generators resumed by next() and send(), and by classes of exceptions with methods of their own.
import sys
def show(e):
    lines = []
    tb = e.__traceback__
    while tb is not None:
        lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print("  through", lines)
def g(n):
    try:
        for i in range(n):
            x = yield i
            if x: print("got", x)
    except ZeroDivisionError as e:
        print("zde")
    return ("ret", n)
def bad():
    yield 1
    raise KeyError("in gen")
def stop():
    yield 1
    raise StopIteration(5)
class N:
    def __init__(s): s.n = 0
    def __next__(s):
        s.n += 1
        if s.n > 2: raise StopIteration("done")
        return s.n
class Ln:
    def __init__(s, v): s.v = v
    def __len__(s): return s.v
class PE(Exception):
    def __init__(self, code):
        super().__init__(code, "x")
        self.code = code
class PE2(ValueError): pass
class PE3(Exception):
    def __new__(cls, *a): return super().__new__(cls, "new", *a)
class PE4(OSError):
    def __init__(self, *a, k=1): self.k = k
class PE5(Exception):
    def __init__(self): return 5
class GA:
    def __getattr__(self, n): raise AttributeError("ga " + n)
    @property
    def pp(self): raise AttributeError("pp")
def t(f):
    try: print(f.__name__, f())
    except BaseException as e:
        print(f.__name__, type(e), e.args, e.__context__, e.__cause__, getattr(e, "name", "-"), type(getattr(e, "obj", None)))
        show(e)
for _ in range(3):
    @t
    def a1():
        it = g(1); return next(it), next(it)
    @t
    def a2():
        it = g(3); next(it); return it.send("x"), it.send(None), it.send(2)
    @t
    def a3(): it = bad(); next(it); next(it)
    @t
    def a4(): it = stop(); next(it); next(it)
    @t
    def a5(): it = g(0); it.send(3)
    @t
    def a6(): it = N(); return [next(it), next(it), next(it, 4), next(it)]
    @t
    def a7(): return len(Ln(3)), len(Ln(True)), len(Ln(-1))
    @t
    def a8(): return len(Ln("x"))
    @t
    def a9(): return len(Ln(2**70))
    @t
    def b1(): return [][0]
    @t
    def b2(): return ()[-1]
    @t
    def b3(): return "abc"[3]
    @t
    def b4(): return {}["k"]
    @t
    def b5(): return 1 / 0
    @t
    def b6(): return 1 // 0
    @t
    def b7(): x = 5; x %= 0
    @t
    def b8(): return object().foo
    @t
    def b9(): return (1).foo
    @t
    def c1(): return GA().foo
    @t
    def c2(): return GA().pp
    @t
    def c3(): raise PE(3)
    @t
    def c4(): raise PE2
    @t
    def c5(): raise PE2(1, 2) from ValueError("why")
    @t
    def c6(): raise PE3(4)
    @t
    def c7(): e = PE4(1, "two", "three", k=3); raise e
    @t
    def c8(): raise PE5()
    @t
    def c9(): raise PE(1, 2)
    @t
    def d1(): return int("zz")
    @t
    def d2(): return int(" 12 "), int("-7"), int(True), int(3.9), int("1_000"), int(b"12")
    @t
    def d3(): return int("9" * 5000)
    @t
    def d4(): return [].pop()
    @t
    def d5(): return [1].pop(5)
    @t
    def d6():
        try: {}["a"]
        except KeyError: return [][1]
    @t
    def d7():
        try: object().x
        except AttributeError as e:
            try: next(iter(()))
            except StopIteration as f: return repr(f.__context__), e.name
    @t
    def d8(): raise UnicodeDecodeError("utf8", b"x", 0, 1, "bad")
    @t
    def d9(): raise OSError(2, "no", "file")
    @t
    def e1(): return ImportError("x", name="n", path="p").name
    @t
    def e2(): return KeyError(x=1)
    @t
    def e3(): return list(map(int, ["1", "x"]))
    @t
    def e5(): x = g(2); next(x); x.throw(ZeroDivisionError); 
    @t
    def e6():
        def h():
            yield from g(1)
        it = h(); next(it); next(it)
    @t
    def e7():
        def me(): yield next(it)
        it = me(); next(it)
    @t
    def e8(): BaseException.__init__(3)
    @t
    def e9(): object.__setattr__(Ln(1), 3, 4)
def rec():
    def gg(): yield next(gg())
    try: next(gg())
    except RecursionError as e: print(e)
rec()
async def co():
    return 3
c = co()
try: c.send(None)
except StopIteration as e: print(e.value)
try: c.send(None)
except RuntimeError as e: print(e)
import contextlib
@contextlib.contextmanager
def cm(x):
    try: yield x
    finally: print("fin", x)
with cm(1) as q: print(q)
try:
    with cm(2): raise ValueError("v")
except ValueError as e: show(e)
with contextlib.suppress(KeyError): {}[1]
