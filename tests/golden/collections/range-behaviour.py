# range: membership, index, slices, equality, hashing, huge bounds, errors.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


for r in (range(5), range(1, 10, 3), range(10, 0, -3), range(0), range(5, 1), range(2 ** 65, 2 ** 65 + 3), range(-3, 3)):
    print(r, len(r), list(r), r.start, r.stop, r.step, bool(r), list(reversed(r)), r[1:], r[::-1], r[:-1], r == range(*r.indices(9)) if False else "")
r = range(0, 20, 3)
print(3 in r, 4 in r, 3.0 in r, "a" in r, True in range(2), r.index(6), r.count(9), r.count(1), r[2], r[-1])
for f in (lambda: r[50], lambda: r["a"], lambda: r.index(1), lambda: range(), lambda: range(1.5), lambda: range(1, 2, 0), lambda: range("a"), lambda: range(1, 2, 3, 4), lambda: range(stop=3), lambda: r.__setitem__(0, 1), lambda: len(range(2 ** 70)), lambda: range(2 ** 70)[2 ** 80], lambda: r + r, lambda: r < r):
    show("wrong", f)
print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(1) != range(2), hash(range(0)) == hash(range(3, 3)), hash(range(0, 3, 2)) == hash(range(0, 4, 2)), {range(3): 1}[range(0, 3)])
big = range(10 ** 30, 10 ** 30 + 100, 7)
print(big[3], big[-1], 10 ** 30 + 14 in big, big.index(10 ** 30 + 21), big[2:5], bool(big), list(big)[:2])


class Index:
    def __index__(self):
        return 4


print(range(Index()), list(range(Index()))[Index() - 1] if False else list(range(Index())), range(10)[Index()])
it = iter(range(3))
print(next(it), it.__length_hint__(), list(it), next(it, "end"), it.__reduce__()[1:])
import pickle, copy
print(pickle.loads(pickle.dumps(r)) == r, copy.copy(r) is r or copy.copy(r) == r, r.__reduce__())
print(min(r), max(r), sum(r), sorted(r, reverse=True)[:2], [x for x in r if x % 2])
