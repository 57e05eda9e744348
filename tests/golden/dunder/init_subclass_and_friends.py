# __init_subclass__, __set_name__, __class_getitem__, __mro_entries__, __prepare__, __new__, metaclass choice: order and messages.
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__ + ":", e, *getattr(e, "__notes__", []))
class Named:
    def __init__(self, n): self.n = n
    def __set_name__(self, owner, name): print("set_name", self.n, owner.__name__, name)
class Base:
    def __init_subclass__(cls, /, tag=None, **kw): print("init_subclass", cls.__name__, tag, kw, "x" in vars(cls)); super().__init_subclass__(**kw)
class A(Base, tag=1): x = Named("one"); y = Named("two")
class B(A): pass
def bad(): 
    class C(Base, tag=2, other=3): pass
show(bad)
def bad2():
    class C(k=1): pass
show(bad2)
class BadName:
    def __set_name__(self, o): pass
class RaiseName:
    def __set_name__(self, o, n): raise ValueError("in set_name")
def f1():
    class C: a = BadName()
def f2():
    class C: attr = RaiseName()
show(f1); show(f2)
class Entries:
    def __init__(self, *r): self.r = r
    def __mro_entries__(self, bases): print("entries", [getattr(b, "__name__", "inst") for b in bases]); return self.r
class D(Entries(int)): pass
print(D.__bases__, len(D.__orig_bases__))
class E(Entries(), list): pass
print(E.__bases__, E.__mro__)
class BadEntries:
    def __mro_entries__(self, b): return [int]
class NoEntries: pass
def f3():
    class C(BadEntries()): pass
def f4():
    class C(NoEntries()): pass
def f5():
    class C(5): pass
def f6():
    class C(int, str): pass
def f7():
    class C(bool): pass
def f8():
    class C(object, Base): pass
def f9():
    class C(Base, Base): pass
def f10():
    class C(len): pass
def f11():
    class C(type(None)): pass
def f12():
    class C(int): __slots__ = ("a",)
def f13():
    class C: __slots__ = ("a", "a b")
def f14():
    class C: __slots__ = ("a",); a = 1
def f15():
    class C: __slots__ = 5
def f16():
    class C: __slots__ = ("__dict__", "__dict__")
def f17():
    class C: __slots__ = (1,)
def f18():
    class C: __slots__ = "single"
    c = C(); c.single = 1; return c.single, C.__slots__
def f19():
    class C: __slots__ = {"doc": "the doc"}
    return C.doc.__doc__, C.__slots__, __import__("inspect").getdoc(C.doc)
def f20():
    class P: __slots__ = ("a",)
    class Q: __slots__ = ("b",)
    class R(P, Q): pass
def f21():
    class C:
        def __new__(cls): return 5
        def __init__(self): print("never")
    return C()
def f22():
    class C:
        def __init__(self): return 5
    return C()
def f23():
    class C: __init__ = None
    return C()
def f24():
    class C: __new__ = None
    return C()
def f25(): return type("N", (Base,), {"q": Named("dyn")}, tag="dyn")
def f26(): return type("N", (), {"__qualname__": 5})
def f27(): return type("N", (), {"__slots__": ["__weakref__"]})().__weakref__
def f28(): return type("N", (), {"__classcell__": 5})
def f29(): return type("N\0", (), {})
def f30(): return type("N", (), {"__module__": "m", "__doc__": "d", 5: 6}).__doc__
def f31(): return type.__new__(type, "N", (), {}, x=1)
def f32(): return type("N", (type("M", (type,), {})("X", (), {}),), {})
for f in (f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31): show(f)
class Meta(type):
    @classmethod
    def __prepare__(m, name, bases, **kw): print("prepare", m.__name__, name, kw); return Rec(name)
    def __new__(m, name, bases, ns, **kw): print("new", name, sorted(k for k in ns if not k.startswith("__")), kw); return super().__new__(m, name, bases, dict(ns))
    def __init__(c, name, bases, ns, **kw): print("init", name, kw); super().__init__(name, bases, ns)
    def __call__(c, *a, **k): print("call", c.__name__, a, k); return super().__call__(*a, **k)
class Rec(dict):
    def __init__(self, n): self.n = n
    def __setitem__(self, k, v):
        if not k.startswith("__"): print(self.n, "sets", k)
        super().__setitem__(k, v)
class M1(metaclass=Meta, opt=1):
    a = 1
    def m(self): pass
    for i in range(2): pass
M1()
class M2(M1, other=2): b = a if "a" in locals() else "no a"
class Meta2(type): pass
class Z(metaclass=Meta2): pass
def conflict():
    class C(M1, Z): pass
show(conflict)
def fn_meta(*a, **k): print("function as metaclass", a[0], k); return "not a class"
class F(metaclass=fn_meta, kw=1): pass
print(F)
def badprepare():
    class C(metaclass=type("BP", (type,), {"__prepare__": staticmethod(lambda n, b: 5)})): pass
show(badprepare)
def badprepare2():
    class C(metaclass=type("BP", (type,), {"__prepare__": lambda n: {}})): pass
show(badprepare2)
def nocell():
    class BadMeta(type):
        def __new__(m, n, b, ns): ns.pop("__classcell__", None); return super().__new__(m, n, b, ns)
    class C(metaclass=BadMeta):
        def f(self): return __class__
show(nocell)
def wrongcell():
    class BadMeta(type):
        def __new__(m, n, b, ns): super().__new__(m, n, b, ns); return super().__new__(m, n, b, dict(ns))
    class C(metaclass=BadMeta):
        def f(self): return __class__
show(wrongcell)
class G:
    def __class_getitem__(cls, k): return (cls.__name__, k)
class GS(G): pass
print(G[1], GS[1, 2], G["a":"b"]); show(lambda: G()[1]); show(lambda: Base[1]); show(lambda: int[1]); show(lambda: len[1]); show(lambda: type[int]); show(lambda: NoEntries[int, str])
class MG(type):
    def __getitem__(c, k): return "metaclass wins"
class GM(metaclass=MG):
    def __class_getitem__(cls, k): return "class"
print(GM[0])
class Sup:
    def __init_subclass__(cls): cls.registered = True
class SupChild(Sup): pass
print(SupChild.registered, hasattr(Sup, "registered")); show(lambda: type("T", (Sup,), {}, x=1)); show(Sup.__init_subclass__); show(object.__init_subclass__, 1); show(object.__init_subclass__, a=1)
