def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Order of data descriptors, instance attributes, other descriptors and class attributes; __set_name__, __get__ on classes.
class Data:
    def __get__(self, o, t): return ("data", o is None, t.__name__)
    def __set__(self, o, v): print("set", v)
    def __delete__(self, o): print("delete")
class NonData:
    def __get__(self, o, t=None): return ("nondata", o is None, t.__name__)
class SetOnly:
    def __set__(self, o, v): o.__dict__["s"] = v
class DelOnly:
    def __delete__(self, o): print("del only")
class Raises:
    def __get__(self, o, t): raise AttributeError("from descriptor")
class RaisesOther:
    def __get__(self, o, t): raise KeyError("other")
class A:
    d = Data()
    n = NonData()
    s = SetOnly()
    x = DelOnly()
    r = Raises()
    k = RaisesOther()
    def __getattr__(self, name): return "getattr " + name
class B(A): pass
a = B()
a.__dict__.update(d=1, n=2, s=3, x=4)
print(a.d, a.n, a.s, a.x, A.d, B.n, a.r)
show(lambda: a.k)
show(lambda: A.r)
a.d = 5
del a.d
a.s = 6
print(a.s)
show(setattr, a, "x", 1)
show(delattr, a, "s")
del a.x
del a.n
print(a.n)
show(delattr, a, "n")
class C:
    def __getattribute__(self, name):
        if name == "ok": return 1
        raise AttributeError("no " + name)
    def __getattr__(self, name):
        if name == "bad": raise AttributeError("still no " + name)
        return "fallback " + name
c = C()
print(c.ok, c.other, hasattr(c, "bad"), getattr(c, "bad", "default"))
show(lambda: c.bad)
class D:
    def __setattr__(self, n, v): print("setattr", n, v)
    def __delattr__(self, n): print("delattr", n)
d = D()
d.x = 1
del d.x
object.__setattr__(d, "y", 2)
print(d.y, vars(d))
show(object.__setattr__, A, "z", 1)
show(type.__setattr__, 1, "z", 1)
show(object.__getattribute__, A(), 5)
class OnlyGetOnMeta(type):
    m = NonData()
    dd = Data()
class E(metaclass=OnlyGetOnMeta): pass
print(E.m, E.dd)
E.m = 7
print(E.m)
E.dd = 8
show(lambda: E().m)
show(lambda: E().dd)
class F:
    __get__ = 5
class G:
    f = F()
show(lambda: G().f)
