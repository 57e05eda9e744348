# Set comprehensions, unpacking, membership in constant sets, type patterns.
print({x % 3 for x in range(10)}, {x for x in range(5) if x % 2}, {(x, y) for x in range(2) for y in range(2)})
a, *b = {1, 2, 3}
print(a, b, [*{1, 2}], max({3, 1, 2}), len({1, 1}), bool(set()), bool({0}))
print(2 in {1, 2, 3}, 5 not in {1, 2, 3}, [x in {"a", "b"} for x in "abc"])
match {1}:
    case set(x):
        print("set", x)
match frozenset():
    case set():
        print("no")
    case frozenset(x):
        print("frozenset", x)
print(set(x for x in [3, 1]), {1, 2} | {x for x in (2, 3)}, sorted({"b", "a"}), isinstance(set(), set), issubclass(frozenset, set))


def f(*args):
    return len(args)


print(f(*{1, 2, 3}), sorted({**{"a": 1}}), any({0}), all({1, 2}))
