# RecursionError: through functions, __repr__, comparisons, hash, attribute access, generators, and repeated lines in tracebacks.
import sys, traceback
sys.setrecursionlimit(120)
def show(f, *a):
    try: print(str(f(*a))[:60])
    except RecursionError as e: print("RecursionError:", e)
    except Exception as e: print(type(e).__name__, e)
def direct(n): return direct(n + 1)
def even(n): return odd(n + 1)
def odd(n): return even(n + 1)
class R:
    def __repr__(self): return repr(self)
class A:
    def __getattr__(self, n): return getattr(self, n)
    def __eq__(self, o): return self == o
    def __hash__(self): return hash(self)
    def __lt__(self, o): return self < o
    def __len__(self): return len(self)
    def __call__(self): return self()
    def __add__(self, o): return self + o
    def __iter__(self): return iter(self)
    def __getitem__(self, i): return self[i]
    def __contains__(self, x): return x in self
    def __bool__(self): return bool(self)
    def __int__(self): return int(self)
    def __format__(self, s): return format(self, s)
    def __enter__(self): return self.__enter__()
    def __setattr__(self, n, v): setattr(self, n, v)
def gen(n): yield from gen(n + 1)
def lam(): f = lambda: f(); return f()
class Meta(type):
    def __call__(cls): return cls()
class MC(metaclass=Meta): pass
class Init:
    def __init__(self): Init()
a = A()
for f in (lambda: direct(0), lambda: even(0), lambda: repr(R()), lambda: a.x, lambda: a == 1, lambda: hash(a), lambda: a < 1, lambda: len(a), lambda: a(), lambda: a + 1, lambda: list(a), lambda: a[0], lambda: 1 in a, lambda: not a, lambda: int(a), lambda: f"{a}", lambda: a.__enter__(), lambda: setattr(a, "q", 1), lambda: next(gen(0)), lam, MC, Init, lambda: sorted([3, 1, 2], key=direct), lambda: list(map(direct, [1]))): show(f)
l = []
for _ in range(50): l = [l]
print(len(repr(l)), l == l, [l] == [l]); t = ()
for _ in range(50): t = (t,)
print(hash(t) == hash(t), len(repr(t))); d = {}; d["d"] = d; print(d, repr(d)); m = []; m.append(m); print(m)
for bad in (0, -1, "x", 1.5, 10**10, None): show(sys.setrecursionlimit, bad)
show(sys.setrecursionlimit, 1); print(sys.getrecursionlimit()); sys.setrecursionlimit(60)
def depth(n=0):
    try: return depth(n + 1)
    except RecursionError: return n
print(depth() == depth(), 20 < depth() < 60)
def mutual_a(n): return mutual_b(n) if n else 1 / 0
def mutual_b(n):
    return mutual_a(n - 1)
sys.setrecursionlimit(1000)
for f in (lambda: mutual_a(3), lambda: mutual_a(8)):
    try: f()
    except ZeroDivisionError: traceback.print_exc(file=sys.stdout)
def rep(n):
    if n: rep(n - 1)
    else: raise ValueError("bottom")
for n in (2, 3, 4, 5, 12):
    try: rep(n)
    except ValueError: traceback.print_exc(file=sys.stdout)
def forever(): return forever()
forever()
