def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


import copy, copyreg
class A:
    def __init__(self, x): self.x = x
a = A([1, [2]])
b, c = copy.copy(a), copy.deepcopy(a)
print(b.x is a.x, c.x is a.x, c.x == a.x, c.x[1] is a.x[1])
class C:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep", len(memo)
print(copy.copy(C()), copy.deepcopy(C()), copy.deepcopy([C(), C()]))
class R:
    def __reduce__(self): return (list, ("ab",))
class RX:
    def __reduce_ex__(self, p): return (A, (p,), {"y": 1})
class RS:
    def __reduce__(self): return "text"
print(copy.copy(R()), copy.copy(RX()).__dict__, type(copy.copy(RS())).__name__)
class Full:
    def __reduce__(self): return (D, (), {"s": 1}, iter([1, 2]), iter({"k": "v"}.items()))
class D(dict):
    def append(self, x): self.setdefault("l", []).append(x)
    def extend(self, xs): self.setdefault("e", []).extend(xs)
d = copy.copy(Full())
print(d, d.__dict__)
class S:
    __slots__ = ("a", "b", "__dict__")
s = S()
s.a, s.c = 1, [2]
t = copy.deepcopy(s)
print(t.a, t.c, hasattr(t, "b"), t.c is s.c)
class St:
    def __getstate__(self): return {"z": 5}
    def __setstate__(self, st): print("setstate", st); self.__dict__.update(st)
print(copy.copy(St()).z)
class NA:
    def __new__(cls, a, *, k): o = super().__new__(cls); o.v = (a, k); return o
    def __getnewargs_ex__(self): return (self.v[0],), {"k": self.v[1]}
print(copy.copy(NA(1, k=2)).v)
l = [1]
l.append(l)
m = copy.deepcopy(l)
print(m, m[1] is m)
dd = {}
dd["self"] = dd
e = copy.deepcopy(dd)
print(e["self"] is e)
t = ([],)
print(copy.deepcopy(t)[0] is t[0], copy.copy(t) is t, copy.deepcopy((1, 2)) == (1, 2))
x = [[]] * 2
y = copy.deepcopy(x)
print(y[0] is y[1])
for o in (1, "s", None, len, int, lambda: 0, ..., NotImplemented, range(3), b"x", 1.5, frozenset([1]), type(a), property(), slice(1, 2)):
    print(type(o).__name__, copy.copy(o) is o, copy.deepcopy(o) is o)
show(copy.copy, (i for i in ()))
show(copy.deepcopy, __import__("sys"))

copyreg.pickle(A, lambda o: (A, ("registered",)))
print(copy.copy(a).x)
show(copyreg.pickle, A, 5)
class Rep:
    def __init__(self, v): self.v = v
    def __replace__(self, /, **ch): return Rep(ch.get("v", self.v))
print(copy.replace(Rep(1), v=2).v)
show(copy.replace, 5, x=1)
memo = {}
copy.deepcopy([1, [2]], memo)
print(len(memo))
class BadCopy:
    __reduce_ex__ = None
    __reduce__ = None
show(copy.copy, BadCopy())
class E(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
show(copy.copy, E(1, 2))
print(copy.copy(bytearray(b"ab")), copy.copy({1}), copy.copy({1: 2}), copy.deepcopy(bytearray(b"q")))
class M: 
    def f(self): return self
m = M()
print(copy.deepcopy(m.f).__self__ is m, copy.copy(m.f).__self__ is m)
