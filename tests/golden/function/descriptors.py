# Functions as descriptors: bound methods, static and class methods, partial calls through instances.
class C:
    def m(self, x=1): return self, x
    @classmethod
    def c(cls, *a): return cls.__name__, a
    @staticmethod
    def s(*a): return a
    lam = lambda self: "lam"
    builtin = len
    def __call__(self, *a, **k): return a, sorted(k)
o = C()
b = o.m
print(b.__self__ is o, b.__func__ is C.m, b == o.m, b is o.m, hash(b) == hash(o.m), b.__name__, b.__qualname__, b.__doc__, b.__defaults__, b.__code__ is C.m.__code__)
print(repr(b).split(" of ")[0], repr(C.m).split(" at ")[0], repr(C.c).split(" of ")[0], C.c.__self__ is C, type(C.__dict__["c"]).__name__, C.__dict__["s"].__func__ is C.s)
print(b(2)[1], C.m(o, 3)[1], C.c(1), o.c(2), C.s(3), o.s(4), o.lam(), o(1, k=2))
for f in (lambda: C.m(), lambda: o.builtin(), lambda: o.lam(1), lambda: b.__get__(5)() [0] is o, lambda: C.m.__get__(o)(9)[1], lambda: C.m.__get__(None, C) is C.m, lambda: C.m.__get__(None), lambda: setattr(b, "x", 1), lambda: b.__func__.__get__(), lambda: C.__dict__["c"](), lambda: C.__dict__["s"](5), lambda: C.__dict__["c"].__get__(None, int)(1), lambda: C.lam.__get__(1, int)()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import types, functools
m = types.MethodType(lambda self, *a: (self, a), "me"); print(m(1, 2), m.__self__)
for args in ((), (1,), (1, 2), (len, None), (len, 1, 2)):
    try: print(types.MethodType(*args))
    except TypeError as e: print(e)
C.m.attr = "set"; print(b.attr, C.m.__dict__)
@functools.wraps(C.m)
def w(*a): return a
print(w.__name__, w.__qualname__, w.__wrapped__ is C.m, w.attr, w.__module__)
p = functools.partial(C.m, o, x=4); print(p()[1], p.func is C.m, p.args[0] is o, p.keywords)
class D(C):
    def m(self, x=2): return super().m(x)[1], super().c(7), super(D, type(self)).s(8)
print(D().m(), D.m is C.m, D().c())
sm, cm = staticmethod(len), classmethod(len); print(sm("abc"), sm.__wrapped__ is len, cm.__func__ is len, repr(sm), repr(cm), sm.__name__)
