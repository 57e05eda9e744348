# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__, module __getattr__, class attributes and their messages.
import types, sys
def show(f, *a):
    try: print(repr(f(*a)))
    except Exception as e: print(type(e).__name__ + ":", e, getattr(e, "name", "-"), type(getattr(e, "obj", None)).__name__)
class Log:
    cls_attr = "class"
    def __getattribute__(self, n):
        if not n.startswith("__"): print("getattribute", n)
        return super().__getattribute__(n)
    def __getattr__(self, n):
        print("getattr", n)
        if n.startswith("dyn"): return n.upper()
        raise AttributeError(f"no {n} here", name=n, obj=self)
    def __setattr__(self, n, v): print("setattr", n, v); super().__setattr__(n, v)
    def __delattr__(self, n): print("delattr", n); super().__delattr__(n)
    def __dir__(self): return ["zeta", "alpha", 3] if 0 else ["zeta", "alpha"]
o = Log(); o.a = 1; print(o.a, o.cls_attr, o.dynamic, dir(o), vars(o)); o.a += 5; del o.a
show(lambda: o.a); show(lambda: o.missing); show(lambda: delattr(o, "nope")); show(getattr, o, "q", "default"); show(hasattr, o, "q"); show(hasattr, o, "dynq"); show(lambda: o.__getattr__("dyn")); show(lambda: object.__getattribute__(o, "zz"))
class OnlyGetattr:
    def __getattr__(self, n): raise ValueError(n)
show(lambda: OnlyGetattr().x); show(hasattr, OnlyGetattr(), "x"); show(getattr, OnlyGetattr(), "x", 1); show(lambda: OnlyGetattr().__class__); show(lambda: len(OnlyGetattr())); show(lambda: OnlyGetattr() + 1)
class PropError:
    @property
    def p(self): return self.inner_missing
    def __getattr__(self, n): return f"fallback {n}"
print(PropError().p)
class PropError2:
    @property
    def p(self): return self.inner_missing
    @property
    def ro(self): return 1
    wo = property(None, lambda s, v: print("set", v)); nothing = property(); do = property(None, None, lambda s: print("deleted"))
q = PropError2()
for f in (lambda: q.p, lambda: setattr(q, "ro", 1), lambda: delattr(q, "ro"), lambda: q.wo, lambda: setattr(q, "wo", 2), lambda: delattr(q, "wo"), lambda: q.nothing, lambda: setattr(q, "nothing", 1), lambda: delattr(q, "do"), lambda: q.do): show(f)
class Slots: __slots__ = ("a", "b"); c = 1
s = Slots()
for f in (lambda: s.a, lambda: setattr(s, "a", 1), lambda: s.a, lambda: setattr(s, "c", 1), lambda: setattr(s, "d", 1), lambda: delattr(s, "b"), lambda: delattr(s, "a"), lambda: delattr(s, "a"), lambda: s.__dict__, lambda: s.d, lambda: vars(s), lambda: delattr(s, "c"), lambda: delattr(s, "zz")): show(f)
class Plain: x = 1
p = Plain()
for f in (lambda: p.y, lambda: Plain.y, lambda: delattr(p, "x"), lambda: delattr(Plain, "y"), lambda: (5).real, lambda: (5).nope, lambda: setattr(5, "a", 1), lambda: setattr(5, "real", 1), lambda: delattr(5, "real"), lambda: setattr(int, "a", 1), lambda: delattr(int, "bit_length"), lambda: setattr(int, "real", 1), lambda: None.x, lambda: setattr(None, "x", 1), lambda: [].append.x, lambda: setattr([], "append", 1), lambda: setattr(len, "x", 1), lambda: (lambda: 0).x, lambda: setattr(object(), "x", 1), lambda: delattr(object(), "x"), lambda: setattr(object(), "__class__", int), lambda: "s".x, lambda: (1, 2).count.__self__, lambda: type.x, lambda: Plain().__class__.__mro__[1].z, lambda: sys.nope, lambda: types.ModuleType("m").x, lambda: setattr(Plain, "__dict__", 1), lambda: Plain.__dict__.update(a=1), lambda: getattr(p, 5), lambda: setattr(p, 5, 1), lambda: delattr(p, None), lambda: hasattr(p, b"x"), lambda: getattr(p), lambda: getattr(p, "a", 1, 2), lambda: setattr(p, "a"), lambda: setattr(p, "", 5), lambda: getattr(p, ""), lambda: setattr(p, "a b", 6), lambda: vars(p), lambda: vars(5), lambda: vars(1, 2), lambda: setattr(p, "__dict__", 5), lambda: setattr(p, "__dict__", {"new": 1}), lambda: vars(p), lambda: delattr(p, "__dict__"), lambda: vars(p), lambda: setattr(p, "__class__", 5), lambda: setattr(p, "__class__", Slots), lambda: setattr(p, "__weakref__", 1), lambda: p.__weakref__, lambda: delattr(p, "__class__"), lambda: Plain.__name__.x, lambda: setattr(Plain, "__name__", 5), lambda: setattr(Plain, "__name__", "a\0b"), lambda: delattr(Plain, "__name__"), lambda: setattr(Plain, "__bases__", ()), lambda: setattr(Plain, "__bases__", (int,)), lambda: setattr(Plain, "__module__", 3), lambda: Plain.__module__, lambda: setattr(Plain, "__qualname__", 1), lambda: delattr(Plain, "__doc__"), lambda: setattr(Plain, "__doc__", "d"), lambda: Plain.__doc__, lambda: setattr(Plain, "__mro__", ())): show(f)
m = types.ModuleType("mod", "doc"); sys.modules["mod"] = m
m.__getattr__ = lambda n: f"module {n}" if n != "bad" else (_ for _ in ()).throw(AttributeError("module says no"))
m.__dir__ = lambda: ["b", "a"]
show(lambda: m.anything); show(lambda: m.bad); show(lambda: dir(m)); import mod; show(lambda: mod.x)
from mod import thing; print(thing)
show(lambda: exec("from mod import bad")); m.__getattr__ = 5; show(lambda: m.x); del m.__getattr__; show(lambda: m.x); show(lambda: exec("from mod import x")); del m.__name__; show(lambda: m.y); show(repr, m)
class Meta(type):
    def __getattr__(c, n): return f"meta {n}"
    def __setattr__(c, n, v): print("meta set", n); super().__setattr__(n, v)
    def __dir__(c): return ["from_meta"]
class WithMeta(metaclass=Meta): a = 1
print(WithMeta.zzz, WithMeta.a, dir(WithMeta)); WithMeta.b = 2; show(lambda: WithMeta().zzz); print("from_meta" in dir(WithMeta()))
class Desc:
    def __get__(self, o, t): return ("get", o is None, t.__name__)
    def __set_name__(self, o, n): print("named", n, o.__name__)
class Data(Desc):
    def __set__(self, o, v): print("data set", v)
    def __delete__(self, o): print("data del")
class H: nd = Desc(); dd = Data()
h = H(); h.__dict__.update(nd="inst", dd="inst"); print(h.nd, h.dd, H.nd, H.dd); h.dd = 1; del h.dd; h.nd = 2; print(h.nd); del h.nd; print(h.nd); del H.dd; print(h.dd)
