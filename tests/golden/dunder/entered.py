# Special methods of every kind that instructions ask for: results, NotImplemented, what they raise, recursion, what a tracer sees.
import sys
def show(e):
    lines = []
    tb = e.__traceback__
    while tb is not None:
        lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print("  through", lines)
class NI:
    def __add__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
    def __iadd__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
class R:
    def __radd__(self, o): return ("radd", type(o).__name__)
    def __gt__(self, o): return "gt"
    def __bool__(self): return 3
class S(R):
    def __len__(self): return 0
    __bool__ = None
class L:
    def __len__(self): return -1
class L2:
    def __len__(self): return 0
class C:
    def __contains__(self, x): return []
    def __getitem__(self, i): raise IndexError("no %r" % (i,))
    def __setitem__(self, i, v): self.last = (i, v)
    def __getattr__(self, n):
        if n == "bad": raise AttributeError("bad one")
        return "got " + n
    def __iter__(self): return 5
    @property
    def p(self): raise AttributeError("inner")
    def __call__(self, *a, **k): return a, k
    def __hash__(self): return "x"
class G:
    def __iter__(self):
        yield 1
        yield from (2, 3)
class N:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise StopIteration(self)
        if self.n == 100: raise ValueError("hundred")
        return self.n
class SA:
    def __setattr__(self, n, v): object.__setattr__(self, n, (n, v))
class P:
    @property
    def x(self): return 1
    @x.setter
    def x(self, v):
        if v < 0: raise ValueError(v)
        self.__dict__["y"] = v
def t(f):
    try: print(f.__name__, f())
    except BaseException as e:
        print(f.__name__, type(e).__name__, e)
        show(e)
for _ in range(3):
    @t
    def a1(): return NI() + 1
    @t
    def a2(): return NI() + R()
    @t
    def a3():
        x = NI(); x += R(); return x
    @t
    def a4():
        x = NI(); x += 4; return x
    @t
    def a5(): return 1 + R()
    @t
    def a6(): return 1.5 + R()
    @t
    def a7(): return R() + 1
    @t
    def a8(): return NI() == 1, NI() != 2
    @t
    def a9(): return NI() < R()
    @t
    def b1(): return NI() < 3
    @t
    def b2():
        if R(): return 1
    @t
    def b3():
        if S(): return 1
    @t
    def b4():
        if L(): return 1
    @t
    def b5(): return not L2()
    @t
    def c1(): return 1 in C(), 2 not in C()
    @t
    def c2(): return C()[3]
    @t
    def c3():
        c = C(); c[1] = 2; return c.last
    @t
    def c4(): return C().foo
    @t
    def c5(): return C().bad
    @t
    def c6(): return C().p
    @t
    def c7():
        for i in C(): pass
    @t
    def c8(): return C()(1, b=2), C()()
    @t
    def c9(): return hash(C())
    @t
    def d1(): return [x for x in G()], list(G())
    @t
    def d2():
        out = []
        for x in N(4): out.append(x)
        else: out.append("else")
        return out
    @t
    def d3():
        for x in N(102): pass
    @t
    def d4():
        s = SA(); s.a = 1; return s.a
    @t
    def d5():
        p = P(); p.x = 4; r = p.y; p.x = -1
    @t
    def d6():
        p = P(); del p.x
    @t
    def d7(): return C().method(1)
def deep():
    class D:
        def __add__(self, o): return self + o
    try: D() + 1
    except RecursionError as e: print(e)
    class D:
        def __getattr__(self, o): return getattr(self, o)
        def __eq__(self, o): return self == o
        def __bool__(self): return True if self else False
        def __len__(self): return len(self)
        def __iter__(self):
            for x in self: return iter(())
        def __next__(self):
            for x in self: pass
    for f in (lambda: D().x, lambda: D() == 1, lambda: bool(D()), lambda: len(D()), lambda: iter(D())):
        try: f()
        except RecursionError as e: print(e)
deep()
events = []
def tr(fr, ev, arg):
    events.append((fr.f_code.co_name, ev, fr.f_lineno - fr.f_code.co_firstlineno))
    return tr
def traced():
    for x in N(2): x + 1
    a = C()
    a[1] = 2
    if L2(): pass
    1 in a
    return R() 
sys.settrace(tr); traced(); sys.settrace(None)
print(events)
