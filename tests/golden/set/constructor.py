def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Arguments of the constructors, subclasses with their own __init__ and __new__.
class S(set):
    pass


class F(frozenset):
    pass


class I(set):
    def __init__(self, arg, newarg=None):
        super().__init__(arg)
        self.newarg = newarg


class N(frozenset):
    def __new__(cls, arg, newarg=None):
        self = super().__new__(cls, arg)
        self.newarg = newarg
        return self


show(lambda: set(1))
show(lambda: set([1], [2]))
show(lambda: set(a=1))
show(lambda: S(a=1))
show(lambda: S([1], [2]))
show(lambda: frozenset(a=1))
show(lambda: F(a=1))
show(lambda: F([1], [2]))
i = I([1, 2], newarg=3)
print(i, i.newarg)
n = N([1, 2], newarg=3)
print(n, n.newarg)
s = {1, 2}
s.__init__([3])
print(s, s.__init__(), s)
print(type(frozenset(F([1]))).__name__, set(range(3)), set("aa"), frozenset({1: 2}))
s = S([1])
s.x = 5
print(s.x, s.__dict__)
show(lambda: set().x)
show(set.__new__, list)
show(lambda: set.add(1, 2))
show(lambda: frozenset.union({1}))
show(lambda: {1}.add())
show(lambda: {1}.union(x=1))
