def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

from _weakref import ref
class A:
    def __init__(self, v): self.v = v
    def __eq__(self, other): return self.v == other.v
    def __hash__(self): return hash(self.v)
a, b, c = A(1), A(1), A(2)
def cb(r): pass
x, y, z = ref(a, cb), ref(b), ref(c)
print(x == y, x != y, x == z, x != z, hash(x) == hash(1), hash(x) == hash(y))
print(x == 1, x != 1)
attempt(lambda: x < y)
d = {x: "found"}
print(d[y])
del a
print(x == y, x == x, x != x, hash(x) == hash(1), x in d, y in d)
w = ref(c)
del c
attempt(hash, w)
class U:
    __hash__ = None
attempt(hash, ref(U()))
u = U()
attempt(hash, ref(u))
