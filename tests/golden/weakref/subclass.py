def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

from _weakref import ref
class A: pass
class Named(ref):
    def __new__(cls, ob, callback=None, name=""):
        return super().__new__(cls, ob, callback)
    def __init__(self, ob, callback=None, name=""):
        super().__init__(ob, callback)
        self.name = name
    def __call__(self):
        ob = super().__call__()
        return (self.name, ob is not None)
a = A()
r = Named(a, None, "n")
print(r(), r.name, isinstance(r, ref), r == ref(a))
class Slotted(ref):
    __slots__ = "k",
s = Slotted(a)
s.k = 3
print(s.k, hasattr(s, "__dict__"))
rr = ref(r)
print(rr() is r)
del a
print(r(), s())
attempt(ref)
attempt(ref, 1)
attempt(ref, A, None, 3)
attempt(ref, "x")
attempt(ref, [])
attempt(ref, {})
attempt(ref, ref(A))
attempt(ref, None)
attempt(ref, (1, 2))
attempt(ref(A), 1)
attempt(lambda: ref(A)(x=1))
attempt(lambda: ref(A, callback=None))
attempt(lambda: ref[int])
