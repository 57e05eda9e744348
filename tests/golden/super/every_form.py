# super() in all places: zero arguments, explicit, unbound, class and static methods, properties, metaclasses, closures, multiple inheritance, misuse.
def show(f, *a):
    try: print(repr(f(*a)))
    except Exception as e: print(type(e).__name__ + ":", e)
class Root:
    def m(self): return ["Root"]
    @classmethod
    def c(cls): return ["Root.c", cls.__name__]
    @staticmethod
    def s(): return "Root.s"
    @property
    def p(self): return getattr(self, "_p", "Root.p")
    @p.setter
    def p(self, v): self._p = ("set", v)
    attr = "Root attr"
    def __getitem__(self, k): return ("Root item", k)
    def __init_subclass__(cls, **k): print("root init_subclass", cls.__name__, k)
class A(Root):
    def m(self): return ["A"] + super().m()
    @classmethod
    def c(cls): return ["A.c"] + super().c()
    @property
    def p(self): return ("A", super().p)
    @p.setter
    def p(self, v): Root.p.fset(self, v); super(A, type(self)).p.fset(self, v + 1)
    def __getitem__(self, k): return ("A", super().__getitem__(k))
    def nested(self):
        def inner(): return super(A, self).m(), __class__.__name__
        return inner(), [super(A, self).attr for _ in range(1)], (lambda: super(A, self).s())()
    def comp(self): return [super().m() for _ in range(1)]
    def gen(self): return list(super().m() for _ in range(1))
    def lam(self): return (lambda: super().m())()
    def walrus(self): return (s := super()).attr, s.__thisclass__.__name__, s.__self__ is self, s.__self_class__.__name__
class B(Root):
    def m(self): return ["B"] + super().m()
    @classmethod
    def c(cls): return ["B.c"] + super().c()
class C(A, B):
    def m(self): return ["C"] + super().m()
    def skip(self): return super(A, self).m()
    def more(self): return super(B, self).m()
    @classmethod
    def c(cls): return ["C.c"] + super().c()
c = C(); print(c.m(), c.skip(), c.more(), C.c(), c.c(), [k.__name__ for k in C.__mro__]); c.p = 5; print(c.p, c["k"]); print(c.nested(), c.comp()); show(c.gen); show(c.lam); print(c.walrus())
s = super(A, c); print(s.m(), s.attr, s.s(), super(A, C).c(), super(A, C).m(c), type(s).__name__, s.__thisclass__, s.__self_class__); show(lambda: s.nope); show(lambda: setattr(s, "x", 1)); show(lambda: s["k"]); show(lambda: s.__getitem__("k")); show(lambda: s.__class__); show(lambda: s.__doc__ == super.__doc__); show(lambda: s == s); show(lambda: hash(s) == hash(s)); show(lambda: len(s)); show(lambda: repr(s).split(" object at")[0])
u = super(A); print(repr(u), u.__self__, u.__self_class__, u.__thisclass__); show(lambda: u.m); show(lambda: u.__get__(c, C).m()); show(lambda: u.__get__(None, C) is u); show(lambda: u.__get__(5)); 
class Holder(A): up = super(A)
Holder.up = super(Holder)
show(lambda: Holder().up.m())
for a in ((), (5,), (A, 5), (A, B), (A, Root()), (5, c), (A, c, 1), (A, None), (None, c), (int, True), (bool, 5), (type, A), (object, c)): show(lambda: repr(super(*a)).split(" object at")[0]); 
show(lambda: super(x=1)); show(lambda: super(A, c, z=1))
def free(): return super()
def one(x): return super()
show(free); show(one, c)
class Bad:
    def no_self(): return super()
    def deleted(self): del self; return super()
    def rebound(self): self = 5; return super()
    def rebound_ok(self): self = Bad(); return super().__thisclass__.__name__
    def star(*args): return super().__thisclass__.__name__
    def kw(*, k): return super()
    def cell(self):
        def use(): return self
        return super().__thisclass__.__name__, use() is self
    @staticmethod
    def stat(): return super()
    @staticmethod
    def stat2(x): return super()
    @classmethod
    def cl(cls): return super().__self__ is cls
    def default(self, s=super): return s
    def name(self): return super
    def in_class(self):
        class Inner:
            def f(self): return __class__.__name__
            x = 1
        return Inner().f(), __class__.__name__
    g = lambda self: super().__thisclass__.__name__
for f in (lambda: Bad.no_self(), lambda: Bad().deleted(), lambda: Bad().rebound(), lambda: Bad().rebound_ok(), lambda: Bad().star(), lambda: Bad.star(), lambda: Bad.star(5), lambda: Bad.kw(k=1), lambda: Bad().cell(), lambda: Bad.stat(), lambda: Bad.stat2(Bad()), lambda: Bad.stat2(5), lambda: Bad.cl(), lambda: Bad().default() is super, lambda: Bad().in_class(), lambda: Bad().g()): show(f)
def outside(self): return super().m()
A.outside = outside; show(lambda: c.outside())
def with_class(self): return __class__
show(with_class, 1)
class Meta(type):
    def __call__(cls, *a): print("meta call", cls.__name__); return super().__call__(*a)
    def __new__(m, n, b, d): d["added"] = 1; return super().__new__(m, n, b, d)
    def __getattribute__(cls, n): return super().__getattribute__(n) if n != "magic" else "magic!"
class UM(metaclass=Meta):
    def __new__(cls, *a): print("new", a); return super().__new__(cls)
    def __init__(self, *a): super().__init__(); self.a = a
    def __getattribute__(self, n): return super().__getattribute__(n)
    def __setattr__(self, n, v): print("set", n); super().__setattr__(n, v)
    def __repr__(self): return "UM:" + super().__repr__().split(" object at")[0]
    def __eq__(self, o): return super().__eq__(o)
    def __hash__(self): return super().__hash__() and 7
    def __format__(self, f): return super().__format__("") + f
    def __dir__(self): return sorted(super().__dir__())[-1:]
um = UM(1, 2); print(um, um.a, um == um, um == 5, hash(um), UM.magic, UM.added, f"{um:!}", dir(um)); show(lambda: super(UM, um).__getattribute__("zz"))
class Coop:
    def __init__(self, **k): print("Coop", k); super().__init__(**k)
class X(Coop):
    def __init__(self, x, **k): print("X", x); super().__init__(**k)
class Y(Coop):
    def __init__(self, y, **k): print("Y", y); super().__init__(**k)
class XY(X, Y): pass
XY(x=1, y=2); show(lambda: XY(x=1, y=2, z=3)); show(lambda: XY(x=1))
class Rep(C): __class__ = property(lambda self: int)
print(Rep().m()); show(lambda: super(C, Rep()).m())
