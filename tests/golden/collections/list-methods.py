# Every list method with edge arguments and messages.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


base = [3, 1, 2]
for i in (0, 1, -1, 10, -10, True):
    c = base[:]
    c.insert(i, "x")
    print(i, c)
for i in (0, -1, 2, -3):
    c = base[:]
    print(i, c.pop(i), c)
for args in ((5,), (-4,), ("a",), (1, 2)):
    show(("pop", args), base[:].pop, *args)
show("empty", [].pop)
show("remove", base[:].remove, 9)
for args in ((1,), (2, 1), (3, 1), (3, -3), (2, 0, 2), (9,), (3, 0, -5)):
    show(("index", args), base.index, *args)
print(base.count(1), base.count(9), [1, True, 1.0].count(1))
c = base[:]
c.extend("ab")
c += (5,)
c *= 2
print(c, c * 0, 2 * c[:2], c[:2] * -1)
show("extend", c.extend, 5)
show("add", lambda: c + (1,))
show("mul", lambda: c * 1.5)
show("iadd", lambda: c.__iadd__(5))
d = list(range(10))
d[2:5] = "xy"
print(d)
d[::3] = [0] * len(d[::3])
print(d)
del d[1::2]
print(d, d[::-1], d[5:1:-1], d[-100:100])
show("slice size", d.__setitem__, slice(0, None, 2), [1])
show("zero step", lambda: d[::0])
show("index type", lambda: d["a"])
show("range", lambda: d[100])
show("set range", d.__setitem__, 100, 1)
show("del range", d.__delitem__, -100)
show("float slice", lambda: d[1.0:2])
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [1, 2] == [1.0, 2.0], [1] == (1,), [[1], [2]] > [[1], [1]])
show("compare", lambda: [1, "a"] < [1, 2])
r = [1]
r.append(r)
print(r, r == r, len(r), repr([r]))
print(list("ab"), list({1: 2}), list(range(3)), list(), [*"ab", *[1]], list((1,)))
show("new", list, 5)
show("new", list, 1, 2)
show("new", lambda: list(iterable=[1]))
show("hash", hash, [])
e = [3, 1, 2]
print(e.sort(), e, e.reverse(), e, e.copy() is e, e.clear(), e)
