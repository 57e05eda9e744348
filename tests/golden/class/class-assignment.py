def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Assignment to __class__, __bases__, __name__, __qualname__, __module__, __dict__ and __doc__.
class A:
    def f(self): return "A.f"
class B:
    def f(self): return "B.f"
class S1: __slots__ = ("x", "y")
class S2: __slots__ = ("x", "y")
class S3: __slots__ = ("x", "z")
class L(list): pass
class I(int): pass
class A2(A): pass
class W: __slots__ = ("__weakref__",)


def assign(o, c):
    o.__class__ = c
    return type(o).__name__


a = A()
a.v = 1
show(assign, a, B)
print(a.f(), a.v)
show(assign, a, A2)
s = S1()
s.x = 1
show(assign, s, S2)
print(s.x)
show(assign, s, S3)
show(assign, a, S1)
show(assign, a, L)
show(assign, L(), A)
show(assign, I(), A)
show(assign, a, W)
show(assign, 1, A)
show(assign, [], L)
show(assign, a, int)
show(assign, a, 1)
show(assign, A, type)


def delete(o, n):
    delattr(o, n)
    return "deleted"


show(delete, a, "__class__")
import sys
class M(type(sys)): pass
m = type(sys)("m")
show(assign, m, M)
show(assign, m, type(sys))

def bases(c, b):
    c.__bases__ = b
    return [k.__name__ for k in c.__mro__]


class P: pass
class Q: pass
class R(P): pass
class R2(R): pass
show(bases, R, (Q,))
print([k.__name__ for k in R2.__mro__], P.__subclasses__(), Q.__subclasses__())
show(bases, R, (P, Q))
show(bases, R, (R2,))
show(bases, R, ())
show(bases, R, [P])
show(bases, R, (1,))
show(bases, R, (bool,))
show(bases, R, (int,))
show(bases, R, (P, P))
show(bases, int, (P,))
show(delete, R, "__bases__")
show(bases, L, (dict,))
show(bases, R, (object,))


def put(o, n, v):
    setattr(o, n, v)
    return getattr(o, n)


for n in ("__name__", "__qualname__", "__module__", "__doc__"):
    for v in ("new", 1, None, "a\0b"):
        show(put, R, n, v)
        show(put, int, n, v)
    show(delete, R, n)
print(R, repr(R.__doc__))
show(put, a, "__dict__", {"q": 1})
show(put, a, "__dict__", 1)
show(delete, a, "__dict__")
print(a.__dict__)
for n in ("__mro__", "__base__", "__flags__", "__basicsize__", "__subclasses__", "__text_signature__"):
    show(put, R, n, 1)
show(put, int, "x", 1)
show(delete, int, "real")
show(put, A, 1, 2)
