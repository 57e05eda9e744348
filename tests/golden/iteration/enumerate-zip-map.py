# enumerate, zip, map, filter, reversed, sorted, min, max, any, all, with wrong and odd arguments.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=-1)), list(enumerate("ab", 2 ** 63 - 1)))
show("start", enumerate, "a", "b")
show("args", enumerate)
show("kw", lambda: enumerate("a", begin=1))
print(list(zip()), list(zip("ab")), list(zip("abc", [1, 2])), list(zip("ab", [1, 2], strict=True)))
for args in (("abc", [1]), ("a", [1, 2]), ("a", [1], (5, 6)), ("ab", [1, 2], (5,))):
    show(args, lambda: list(zip(*args, strict=True)))
show("zip", zip, "a", 5)
print(list(map(str, [1, 2])), list(map(pow, [2, 3], [3, 2, 1])), list(map(None.__class__, [])))
show("map", map, str)
show("map strict", lambda: list(map(pow, [1, 2], [1], strict=True)))
show("map none", lambda: list(map(None, [1])))
print(list(filter(None, [0, 1, "", "x"])), list(filter(str.isdigit, "a1b2")))
show("filter", filter, None)
for args, kwargs in ((([3, 1, 2],), {}), (([],), {}), (([],), {"default": 9}), ((3, 1), {}), ((1, "a"), {}), ((5,), {}), ((["bb", "a"],), {"key": len}), (([1, -2],), {"key": abs, "default": 0}), ((1, 2), {"default": 3}), ((), {}), (([1, 2],), {"keys": 1})):
    show(("min", args, kwargs), min, *args, **kwargs)
    show(("max", args, kwargs), max, *args, **kwargs)
print(any([]), all([]), any([0, "x"]), all([1, []]), sorted("bca"), sorted([3, 1, 2], reverse=True), sorted(["B", "a"], key=str.lower))
show("sorted", sorted, [1, "a"])
show("sorted", sorted, [1], len)
show("sorted", lambda: sorted([2, 1], key=5))
print(list(reversed([1, 2])), list(reversed(range(3))), list(reversed({1: 2, 3: 4})), list(reversed("ab")))
show("reversed", reversed, {1})
show("reversed kw", lambda: reversed(sequence=[1]))
words = ["pear", "fig", "apple", "kiwi"]
words.sort(key=lambda w: (len(w), w))
print(words, sorted(words, key=len, reverse=True))


def busy(x):
    words.append(x)
    return x


show("mutated", words.sort, key=busy)
