def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# staticmethod and classmethod objects.
import functools
class A:
    @staticmethod
    def s(x: int, y=2) -> str:
        "doc s"
        return x, y
    @classmethod
    def c(cls, x: int) -> str:
        "doc c"
        return cls.__name__, x
    lam = staticmethod(lambda: 1)
    num = classmethod(len)
    ptn = staticmethod(functools.partial(max, 3))
s, c = A.__dict__["s"], A.__dict__["c"]
for d in (s, c):
    print(type(d), d.__name__, d.__qualname__, d.__doc__, d.__module__, d.__wrapped__.__name__, d.__func__ is d.__wrapped__, d.__isabstractmethod__)
    print(sorted(d.__dict__), d.__annotations__, sorted(d.__dict__))
    d.__annotations__ = {"q": 1}
    print(d.__annotations__, d.__wrapped__.__annotations__)
    del d.__annotations__
    print(d.__annotations__)
    d.x = 5
    print(d.x)
    show(setattr, d, "__func__", 1)
    show(delattr, d, "nope")
print(A.s(1), A().s(1, 3), A.c(4), A().c(5), s(9), A.lam(), A.ptn(5))
show(c, 1)
show(lambda: A.num())
class B(A): pass
print(B.c(1), B().c(2), B.c.__self__, B.c.__func__ is c.__func__)
show(staticmethod)
show(staticmethod, 1, 2)
show(lambda: classmethod(f=1))
print(repr(staticmethod(len)), repr(classmethod(5)))
show(lambda: classmethod(5).__get__(None, A)())
show(staticmethod(5))
show(lambda: staticmethod(5).__get__(1))
show(lambda: classmethod(len).__get__(None))
import abc
class Abs(abc.ABC):
    @staticmethod
    @abc.abstractmethod
    def s(): pass
    @classmethod
    @abc.abstractmethod
    def c(cls): pass
    @property
    @abc.abstractmethod
    def p(self): pass
show(Abs)
print(Abs.__dict__["s"].__isabstractmethod__, sorted(Abs.__abstractmethods__))
class My(classmethod):
    def __get__(self, o, t=None): return "mine"
class C:
    m = My(len)
print(C.m, C().m, staticmethod[int], classmethod[int, str])
