def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Methods take any iterables, any number of them.
a = {1, 2, 3, 4}
print(a.union(), a.union([5], (6,), {7: 0}), a.intersection(), a.intersection([1, 2], (2, 3)))
print(a.difference(), a.difference([1], {2: 0}, (3,)), a.symmetric_difference([4, 5]))
print(a.union("") == a, sorted(set().union("abc")), a.copy() is a, a.copy() == a)
f = frozenset(a)
print(f.copy() is f, f.union([9]), f.difference([1]), frozenset(f) is f)
s = set(a)
print(s.update([5], (6,)), s, s.intersection_update([1, 5, 6], [5, 6]), s)
print(s.difference_update([5], [7]), s, s.symmetric_difference_update([6, 8]), s)
print(s.update(), s.clear(), s)


def count():
    i = 0
    while True:
        yield i
        i += 1


print({1, 2}.intersection(count()))
for name in ("union", "intersection", "difference", "issubset", "issuperset", "isdisjoint", "update", "symmetric_difference"):
    show(getattr({1}, name), 1)
    show(getattr({1}, name), [[]])
