def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Special methods are looked up on the type; changes after creation are seen; comparison and arithmetic fallbacks.
class A:
    def __len__(self): return 3
    def __bool__(self): return False
    def __repr__(self): return "A()"
a = A()
a.__len__ = lambda: 5
print(len(a), bool(a), a)
A.__len__ = lambda self: 7
print(len(a))
del A.__bool__
print(bool(a))
A.__call__ = lambda self, *x: x
print(a(1, 2), callable(a))
del A.__call__
show(lambda: a())
A.__add__ = lambda s, o: ("add", o)
A.__radd__ = lambda s, o: ("radd", o)
print(a + 1, 1 + a)
A.__iadd__ = lambda s, o: ("iadd", o)
b = a
b += 5
print(b)
class B(A):
    def __radd__(self, o): return "B.radd"
print(a + B(), B() + a)
class Cmp:
    def __init__(self, n, answer): self.n, self.answer = n, answer
    def __eq__(self, o): print(self.n, "eq"); return self.answer
    def __lt__(self, o): print(self.n, "lt"); return self.answer
    def __gt__(self, o): print(self.n, "gt"); return self.answer
class Sub(Cmp): pass
N = NotImplemented
print(Cmp("l", N) == Cmp("r", 1), Cmp("l", N) == Sub("r", N), Cmp("l", N) != Cmp("r", 0))
show(lambda: Cmp("l", N) < Cmp("r", N))
show(lambda: Cmp("l", N) <= Cmp("r", N))
print(Cmp("l", N) < Sub("r", 5))
show(hash, Cmp(1, 1))
class Bad:
    __len__ = lambda s: -1
    __bool__ = lambda s: 1
    __hash__ = lambda s: "x"
    __repr__ = lambda s: 1
    __str__ = lambda s: None
    __iter__ = lambda s: 5
    __index__ = lambda s: 1.0
    __int__ = lambda s: "1"
    __float__ = lambda s: 1
    __contains__ = lambda s, x: "yes"
    __getitem__ = lambda s, i: i
    __format__ = lambda s, f: 1
    __bytes__ = lambda s: ""
    __complex__ = lambda s: 1
    __init__ = lambda s: 5
    __dir__ = lambda s: 3
    __length_hint__ = lambda s: "x"
    __instancecheck__ = 1
b = object.__new__(Bad)
for f in (len, bool, hash, repr, str, iter, hex, int, float, format, bytes, complex, dir, list, lambda x: 1 in x, lambda x: x["q"], lambda x: [1, 2][x], ascii):
    show(f, b)
show(Bad)
class NoneMethods:
    __iter__ = None
    __hash__ = None
    __contains__ = None
    __eq__ = None
    __len__ = None
    __call__ = None
    __add__ = None
    __reversed__ = None
    __fspath__ = None
n = NoneMethods()
for f in (iter, hash, lambda x: 1 in x, lambda x: x == 1, len, lambda x: x(), lambda x: x + 1, reversed, lambda x: 1 + x, list):
    show(f, n)
class OldIter:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 2
print(list(OldIter()), 4 in OldIter(), 5 in OldIter(), tuple(reversed([1])))
class Big:
    def __len__(self): return 1 << 70
show(len, Big())
class Max:
    def __len__(self): return (1 << 63) - 1
show(len, Max())
class Hashes:
    def __hash__(self): return 1 << 80
print(hash(Hashes()), hash(type("H", (), {"__hash__": lambda s: -1})()))
