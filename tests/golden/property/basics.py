def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Getter, setter, deleter, names in messages.
class P:
    def __init__(self):
        self._x = 1

    def g(self):
        "getter doc"
        return self._x

    def s(self, v):
        self._x = v

    def d(self):
        del self._x

    x = property(g, s, d, "x doc")
    y = property(g)
    z = property()
    w = property(None, s)

    @property
    def r(self):
        "r doc"
        return self._x * 10

    @r.setter
    def r(self, v):
        self._x = v

    @r.deleter
    def r(self):
        print("deleting")


p = P()
p.x = 5
print(p.x, p.y, p.r)
p.r = 7
p.w = 8
del p.r
print(p.x, P.x.__doc__, P.y.__doc__, P.z.__doc__, P.r.__doc__)
del p.x
show(lambda: p.x)
for name in ("z", "w"):
    show(getattr, p, name)
for name in ("y", "z"):
    show(setattr, p, name, 1)
for name in ("y", "z", "w"):
    show(delattr, p, name)
print(P.x.__get__(None, P) is P.x, P.x.fget is P.g, P.x.fset is P.s, P.x.fdel is P.d, P.z.fget)
show(setattr, P.x, "fget", 1)
show(property().__get__, 1)
show(property().__set__, 1, 2)
show(property().__delete__, 1)
show(property, 1, 2, 3, 4, 5)
show(lambda: property(foo=1))
