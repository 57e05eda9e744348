def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(list(zip()), list(zip([1])), list(zip([1, 2], "ab", (3,))), dict(zip("ab", [1, 2])), list(zip([1, 2], [3, 4], strict=True)))
for a in (([1, 2], [3]), ([1], [3, 4]), ([1], [3, 4], [5]), ([1, 2], [3, 4], [5]), ([1, 2], [3, 4], [5, 6, 7]), ([], [], [1])):
    show(lambda: list(zip(*a, strict=True)))
    show(lambda: list(map(lambda *x: x, *a, strict=True)))
for f in (lambda: zip(1), lambda: zip([], 1), lambda: zip([], foo=1), lambda: zip([], strict=1, foo=1), lambda: map(), lambda: map(len), lambda: map(len, 1), lambda: map(strict=True),
          lambda: map(len, [], foo=1), lambda: list(map(1, [1]))):
    show(f)
print(list(map(len, ["a", "bc"])), list(map(pow, [1, 2], [3, 4])), list(map(lambda *a: a, [1, 2], "ab", [3])))
z = zip([1, 2], [3, 4])
print(next(z), z is iter(z), list(z), list(z), zip([1], strict=True).__reduce__()[2:], len(zip([1]).__reduce__()))
m = map(str, [1, 2])
print(next(m), list(m), m.__reduce__()[1][0], len(map(len, [], strict=True).__reduce__()))


def gen():
    yield 1
    raise KeyError("g")


show(lambda: list(zip([1, 2], gen())))
show(lambda: list(map(str, gen())))
show(lambda: list(zip([1], gen(), strict=True)))
i = iter(range(6))
print(list(zip(i, i)), list(i))
i = iter(range(5))
print(list(zip(i, [0, 1])), next(i))
