def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
names = "add sub mul truediv floordiv mod divmod pow lshift rshift and or xor matmul".split()
def make(kind):
    def method(n): return lambda self, *a: print(f"{kind}.{n}{a!r}", end=" ") or (NotImplemented if kind == "Nope" else f"{n}")
    space = {f"__{p}{n}__": method(p + n) for n in names for p in ("", "r") }
    space["__repr__"] = lambda self: kind
    return type(kind, (), space)
A, B, Nope = make("A"), make("B"), make("Nope")
import operator
for n in names:
    op = divmod if n == "divmod" else getattr(operator, {"and": "and_", "or": "or_"}.get(n, n))
    print(n, op(A(), 1), op(1, A()), op(A(), B()), op(Nope(), A()))
    show(op, Nope(), 1); show(op, 1, Nope()); show(op, Nope(), Nope())
class Sub(A):
    def __radd__(self, o): return "sub radd"
class Plain(A): pass
print(A() + Sub(), A() + Plain(), Sub() + A())
print(pow(A(), 2, 3), pow(2, A()) ); show(pow, 2, A(), 5); show(pow, 2, 3, A())
class U:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __round__(self, *a): return "round", a
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __int__(self): return 7
    def __float__(self): return 1.5
    def __complex__(self): return 2j
    def __bool__(self): return False
import math
u = U(); print(-u, +u, ~u, abs(u), round(u), round(u, 2), round(u, None), math.trunc(u), math.floor(u), math.ceil(u), int(u), float(u), complex(u), bool(u), not u)
o = object()
for f in (lambda: -o, lambda: +o, lambda: ~o, lambda: abs(o), lambda: round(o), lambda: math.trunc(o), lambda: math.floor(o), lambda: int(o), lambda: float(o), lambda: complex(o), lambda: o + 1, lambda: 1 - o, lambda: o ** 2, lambda: pow(o, 1, 2), lambda: o << 1, lambda: divmod(o, 1), lambda: o @ o, lambda: -"s", lambda: ~1.5, lambda: +[], lambda: abs("s")): show(f)
class Wrong:
    def __int__(self): return self.v
    __float__ = __complex__ = __index__ = __bool__ = __str__ = __repr__ = __bytes__ = __format__ = __int__
    def __format__(self, s): return self.v
w = Wrong()
for w.v in ("s", 1.5, None, True):
    for f in (int, float, complex, operator.index, bool, str, repr, bytes, format): show(f, w)
class Cmp:
    def __eq__(self, o): return "eq"
    def __lt__(self, o): return "lt"
    def __ge__(self, o): return NotImplemented
c = Cmp(); print(c == 1, 1 == c, c < 1, 1 > c, c != 1, 1 < 2 < c if False else ""); show(lambda: c >= 1); show(lambda: c > 1); show(lambda: 1 >= c); show(lambda: 1 < c); show(lambda: c <= c)
for a, b in ((1, "s"), ([], ()), (None, None), ({}, {}), (1j, 1j), (object, int), ("a", b"a"), (set(), [])):
    show(lambda: a < b); show(lambda: a >= b); print(a == b, a != b)
