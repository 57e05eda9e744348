# __slots__ with inheritance, __dict__ and __weakref__, descriptors, conflicts, assignment of __class__, getattr order.
import weakref, copy, pickle
def show(f, *a):
    try: print(repr(f(*a)))
    except Exception as e: print(type(e).__name__ + ":", e)
class A: __slots__ = ("a", "_b", "__c")
class B(A): __slots__ = ("d",)
class C(A): pass
class D(B): __slots__ = ("__dict__", "__weakref__")
class E: __slots__ = ()
class F(E): __slots__ = ["a", "b"]
class G: __slots__ = iter(("x", "y"))
class H: __slots__ = {"p": "doc p", "q": None}
print(A.__slots__, A.a, A._A__c, sorted(k for k in A.__dict__ if not k.startswith("__")), B.__slots__, G.__dict__["x"], H.p.__doc__, H.q.__doc__, type(A.a).__name__, A.a.__name__, A.a.__objclass__, A.a.__qualname__)
for cls in (A, B, C, D, E, F):
    o = cls()
    print(cls.__name__, hasattr(o, "__dict__"), hasattr(o, "__weakref__"), cls.__basicsize__, cls.__itemsize__, cls.__dictoffset__, cls.__weakrefoffset__)
    show(setattr, o, "a", 1); show(setattr, o, "zzz", 1); show(lambda: o.zzz); show(weakref.ref, o) if cls is E else show(lambda: type(weakref.ref(o)).__name__); show(delattr, o, "a"); show(delattr, o, "a"); show(lambda: o.a)
for bases in ((A, F), (A, E), (int, E), (A, int), (str, A), (F, G), (B, C), (C, B), (D, C), (Exception, E), (Exception, A), (type, E), (tuple, E), (list, A), (dict, A), (bytes, A), (list, dict)):
    show(lambda: type("X", bases, {"__slots__": ()}).__mro__[1].__name__)
for base in (int, str, tuple, bytes, list, dict, object, type, Exception, range, bool, type(None), float):
    for slots in (("x",), (), ("__dict__",), ("__weakref__",)): show(lambda: (base.__name__, slots, type("X", (base,), {"__slots__": slots}).__basicsize__ > 0))
class P: pass
class Q: pass
class R: __slots__ = ("a", "b")
class S: __slots__ = ("a", "b")
class T: __slots__ = ("b", "a")
class U(R): __slots__ = ()
class V(R): pass
class L(list): pass
class L2(list): pass
for x, y in ((P, Q), (Q, P), (R, S), (R, T), (R, U), (U, R), (R, V), (V, R), (P, R), (R, P), (L, L2), (L, P), (P, int), (list, L), (L, list), (int, bool), (P, object)):
    try: o = x(); o.__class__ = y; print(x.__name__, y.__name__, type(o).__name__)
    except TypeError as e: print(x.__name__, y.__name__, e)
o = R(); o.a = 1; o.__class__ = S; print(o.a, isinstance(o, S)); show(setattr, o, "__class__", 5); show(delattr, o, "__class__")
class W: __slots__ = ("v",); v2 = property(lambda s: s.v + 1)
w = W(); show(lambda: w.v2); w.v = 1; print(w.v2, W.v.__get__(w), W.v.__set__(w, 5), w.v, W.v.__delete__(w), hasattr(w, "v")); show(W.v.__get__, 5); show(W.v.__set__, 5, 1); show(W.v.__get__, None); show(lambda: W.v.__get__(None, W) is W.v); show(W.v.__delete__, w)
class Redef(W): __slots__ = ("v",)
r = Redef(); r.v = "sub"; W.v.__set__(r, "base"); print(r.v, W.v.__get__(r))
class WithDict: __slots__ = ("a", "__dict__")
d = WithDict(); d.a = 1; d.b = 2; print(d.__dict__, d.a, vars(d)); c = copy.copy(d); print(c.a, c.b, d.__reduce_ex__(2)[2], d.__getstate__())
for p in (0, 1, 2): show(lambda: pickle.loads(pickle.dumps(d, p)).b); show(lambda: pickle.dumps(R(), p) and "ok")
print(A().__getstate__(), E().__getstate__(), P().__getstate__()); a = A(); a.a = 1; a._A__c = 2; print(a.__getstate__(), copy.deepcopy(a).a)
for s in (("a", "a"), ("1a",), ("",), ("é",), ("class",), ("a.b",), (b"a",), (None,), 5, None, "ab cd", "ident", ("__init__",), ("__slots__",), ("__class__",), ("__doc__",), ("__qualname__",), ("__weakref__", "__weakref__"), {"a", "b"}, (x for x in "pq")):
    show(lambda: sorted(k for k in type("X", (), {"__slots__": s}).__dict__ if k not in ("__firstlineno__", "__static_attributes__", "__module__", "__doc__", "__slots__")))
show(lambda: type("X", (), {"__slots__": ("m",), "m": 1})); show(lambda: type("X", (), {"__slots__": ("__m",), "_X__m": 1}))
