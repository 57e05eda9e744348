def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# __slots__ in all forms.
class A:
    __slots__ = ("x", "_y", "__z")

    def __init__(self):
        self.x = 1
        self.__z = 3


a = A()
print(a.x, a._A__z, A.x, A.__slots__, sorted(k for k in vars(A) if not k.endswith("__")))
show(lambda: a._y)
show(lambda: a.q)
show(setattr, a, "q", 1)
show(delattr, a, "_y")
show(delattr, a, "x")
show(lambda: a.x)
show(delattr, a, "x")
show(lambda: a.__dict__)
show(lambda: A.x.__get__(5))
show(lambda: A.x.__set__(5, 1))
show(lambda: A.x.__get__(None, A))
print(A.x.__name__, A.x.__objclass__, A.x.__doc__, repr(A.x), type(A.x).__name__, A.x.__qualname__)
for bad in [1, (1,), "a b", ("a", "__dict__", "__dict__"), ("__weakref__", "__weakref__"), "", ("1",)]:
    show(lambda: type("T", (), {"__slots__": bad}))
show(lambda: type("T", (), {"__slots__": ("a",), "a": 1}))
show(lambda: type("T", (int,), {"__slots__": ("a",)}))
show(lambda: type("T", (tuple,), {"__slots__": ("a",)}))
show(lambda: type("T", (bytes,), {"__slots__": ("a",)}))
show(lambda: type("T", (str,), {"__slots__": ("a",)}).a)
show(lambda: type("T", (int,), {"__slots__": ()})(3))
class B: pass
show(lambda: type("T", (B,), {"__slots__": ("__dict__",)}))
show(lambda: type("T", (B,), {"__slots__": ("__weakref__",)}))
class S1: __slots__ = ("a",)
class S2: __slots__ = ("b",)
class S0: __slots__ = ()
show(lambda: type("T", (S1, S2), {}))
show(lambda: type("T", (S1, S0), {}).__mro__)
class D: __slots__ = {"a": "doc of a", "b": None}
print(D.__slots__, D.a.__doc__, D.b.__doc__)
class G: __slots__ = (c for c in "xy")
print(sorted(k for k in vars(G) if len(k) == 1))
class St: __slots__ = "single"
St().single = 1
class L: __slots__ = ["q", "p"]
print([k for k in vars(L) if len(k) == 1], L.__slots__)
class Sub(L):
    __slots__ = ("r", "__dict__")
s = Sub()
s.q, s.r, s.other = 1, 2, 3
print(s.__dict__, s.q, s.r, hasattr(s, "p"))
class Q:
    __slots__ = ("__qualname__", "__doc__")
show(lambda: Q().__qualname__)
print(Q.__qualname__, Q.__doc__)
class Shadow(L):
    __slots__ = ("q",)
x = Shadow()
x.q = 5
L.q.__set__(x, 6)
print(x.q, L.q.__get__(x))
import copy
y = copy.copy(s)
print(y.q, y.r, y.other, y.__getstate__())
import weakref
show(weakref.ref, A())
class WR: __slots__ = ("__weakref__",)
o = WR()
print(o.__weakref__, weakref.ref(o) is o.__weakref__)
