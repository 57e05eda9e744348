# set and frozenset: operators against methods, updates, comparisons, errors.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


a, b = {1, 2, 3}, {3, 4}
for name in ("union", "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint"):
    print(name, getattr(a, name)(b), getattr(a, name)([3, 3]), getattr(a, name)(()), getattr(frozenset(a), name)(b))
print(a | b, a & b, a - b, a ^ b, a <= b, a < a, a >= {1}, a == frozenset(a), type(frozenset(a) | b).__name__, type(a | frozenset(b)).__name__)
print(a.union([5], {6}, "x") >= {5, 6, "x"}, a.intersection([1, 2], [2]), a.difference([1], [2]), a.union() is a)
for op in (lambda: a | [1], lambda: a & "x", lambda: a < [1], lambda: a - 5, lambda: [1] | a):
    show("operator", op)
c = set(a)
print(c.add(9), c.discard(100), c.remove(9), len(c), c.update([7], "z"), len(c), c.intersection_update({1, 7, "z"}), sorted(map(str, c)))
c.difference_update([7])
c.symmetric_difference_update([1, 2])
print(sorted(map(str, c)), c.clear(), c)
show("remove", c.remove, "gone")
show("pop", c.pop)
show("add", c.add, [])
show("in", lambda: [] in c)
print({1} in {frozenset({1})}, {frozenset({1})} - {frozenset([1])})
inner = {frozenset({1}), 2}
inner.discard({1})
print(inner)
show("new", set, 5)
show("new", set, 1, 2)
show("new", lambda: set(x=1))
show("frozen", lambda: frozenset({1}).add(2))
show("hash", hash, {1})
print(hash(frozenset()) == hash(frozenset([])), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(frozenset([1, 2, 3])))
print(set(), frozenset(), {1}, frozenset({1}), set("a"), {*()}, {1, True, 1.0})


class Mine(set):
    pass


m = Mine([1])
m.note = 1
print(m, type(m | {2}).__name__, type(m.copy()).__name__, m == {1}, m.__reduce__())
e = {1, 2, 3}
e &= {2, 3}
e |= {5}
e ^= {2}
e -= {3}
print(e)
f = g = frozenset({1})
f |= {2}
print(sorted(f), sorted(g))


def grow():
    for x in e:
        e.add(x + 1)


show("grow", grow)
