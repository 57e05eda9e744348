# Class methods and __class__ through instances and classes, changed on the way; keyword-only parameters and dicts of keywords.
class M(type):
    def mm(cls): return ("mm", cls)
class A(metaclass=M):
    @classmethod
    def cm(cls, *a, k=1, j=2): return cls.__name__, a, k, j
    @staticmethod
    def sm(x): return x
    @classmethod
    @property
    def odd(cls): return 5
    def __init__(self, x=1): self.x = x
class B(A): pass
def f(o): return o.cm(1, 2)
def g(o): return o.__class__
def h(*a, k=1, j=2): return a, k, j
def p(*a, **k): return h(*a, **k)
for _ in range(3):
    for o in (A, B, A(), B(), A, B()):
        print(f(o), g(o), g(5), g("x"))
    print(h(), h(1), h(1, 2), h(k=3), h(1, j=3), p(), p(1), p(1, k=4), p(*[1, 2], **{"j": 5}))
b = B()
b.cm = lambda *a: ("own", a)
print(f(b)); del b.cm; print(f(b))
B.cm = classmethod(lambda cls, *a: ("new", cls, a))
print(f(b), f(B))
cm = B.__dict__["cm"]
for i in range(3): f(B), f(b)
cm.__init__(lambda cls, *a: ("again", cls, a))
print(f(b), f(B))
class C:
    __class__ = property(lambda s: int)
for i in range(3): print(g(C()), isinstance(C(), int))
class D(B): pass
d = D()
print(g(d)); d.__class__ = B; print(g(d), f(d))
try: p(1, **{"k": 1, 3: 4})
except TypeError as e: print(e)
try: h(1, k=2, **{"k": 3})
except TypeError as e: print(e)
try: h(1, z=2)
except TypeError as e: print(e)
def kw(*, a, b=2): return a, b
try: kw(1)
except TypeError as e: print(e)
def kr(*r, a, b=2): return r, a, b
try: kr(1)
except TypeError as e: print(e)
print(kr(1, a=2))
x = {"j": 7}
def same(**k): return k is x, k
print(same(**x), x)
