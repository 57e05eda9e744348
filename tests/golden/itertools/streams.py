# count, cycle, repeat, chain, compress, islice, takewhile, groupby, tee, zip_longest, accumulate, starmap.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


from itertools import *
import operator
print(list(islice(count(), 3)), list(islice(count(5, -2), 4)), list(islice(count(0.5, 0.25), 4)), list(islice(count(2 ** 62, 2 ** 62), 3)), count(3), count(3, 2), count(1.5))
print(list(islice(cycle("ab"), 5)), list(islice(cycle([]), 5)), list(repeat("x", 3)), repeat(5), repeat(5, 2), list(repeat(1, -3)))
show("count", count, "a")
show("repeat", repeat)
print(list(chain("ab", [1], ())), list(chain.from_iterable(["ab", "cd"])), list(compress("abcdef", [1, 0, True, "", "x"])))
show("chain", lambda: list(chain("a", 5)))
print(list(dropwhile(lambda x: x < 3, [1, 4, 2])), list(takewhile(lambda x: x < 3, [1, 4, 2])), list(filterfalse(None, [0, 1, "", 2])), list(filterfalse(lambda x: x % 2, range(6))))
for args in ((3,), (1, 3), (1, None, 2), (None,), (0,), (2, 8, 3)):
    print(args, list(islice("abcdefgh", *args)))
for args in ((-1,), (1, -2), (1, 2, 0), ("a",), ()):
    show(args, islice, "abc", *args)
for key, group in groupby("aaBbbcA", str.lower):
    print(key, list(group), end=" ")
print([(k, len(list(g))) for k, g in groupby([1, 1, 2, 3, 3, 3])])
a, b, c = tee(range(4), 3)
print(next(a), next(a), list(b), list(a), list(c), tee("x", 0))
show("tee", tee, "a", -1)
print(list(zip_longest("abc", "x", fillvalue="-")), list(zip_longest()), list(zip_longest("ab", [1, 2, 3])))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([1, 2, 3], operator.mul, initial=10)), list(accumulate([], initial=5)), list(accumulate("abc")))
print(list(starmap(pow, [(2, 3), (3, 2)])))
show("starmap", lambda: list(starmap(pow, [5])))
show("zip_longest", lambda: zip_longest("a", fill=1))
