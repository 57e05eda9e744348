# tuple: construction, comparison, slices, repetition, hashing, subclasses.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


t = (1, "a", None, 2.5)
print(t, t + (1,), t * 2, t[1:3], t[::-1], t[-1], (), (1,), tuple(), tuple("ab"), tuple([1]), tuple({1: 2}))
show("index", lambda: t[10])
show("index type", lambda: t["x"])
show("assign", lambda: t.__setitem__(0, 1))
show("concat", lambda: t + [1])
show("mul", lambda: t * "x")
show("missing", t.index, 9)
show("bounds", t.index, 1, 1)
show("new", tuple, 5)
show("new", tuple, 1, 2)
print(t.index("a"), t.index(None, 1), t.count(1), t.count("z"), "a" in t, len(t), bool(()), bool((0,)))
print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, 2) == [1, 2], (1, 2.0) == (1.0, 2), (1, 2) != (2, 1))
show("compare", lambda: (1, "a") < (1, 2))
print(hash(()) == hash(()), hash((1, 2)) == hash((1.0, 2)), hash((1, 2)), hash(((), (1,))), hash((0,)), hash((-1, -2)))
show("unhashable", hash, (1, []))


class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    def __repr__(self):
        return f"Point{tuple(self)}"


p = Point(1, 2)
print(p, p + p, type(p + p).__name__, type(p[:]).__name__, type(p * 1).__name__, p == (1, 2), hash(p) == hash((1, 2)), {p: 1}[1, 2])
x, (y, *z) = 1, (2, 3, 4)
print(x, y, z)
deep = ()
for _ in range(5):
    deep = (deep, 1)
print(deep)
a = ([],)
try:
    a[0] += [1]
except TypeError as error:
    print(error, a)
print(t.__getnewargs__(), tuple.__doc__.splitlines()[0])
