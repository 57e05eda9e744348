def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(list(filter(None, [0, 1, "", "a"])), list(filter(bool, [0, 2])), list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(str.isdigit, "a1b2")))
for f in (lambda: filter(), lambda: filter(None), lambda: filter(None, 1), lambda: filter(None, [], 1), lambda: filter(None, [], foo=1), lambda: list(filter(1, [1]))):
    show(f)
f = filter(None, [1, 0, 2])
print(next(f), f is iter(f), list(f), list(f), f.__reduce__()[1][0])


class Seq:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        return i * 10


class Rev:
    def __reversed__(self):
        return "REV"


class No(list):
    __reversed__ = None


class NoLen:
    def __getitem__(self, i):
        return i


print(list(reversed([1, 2, 3])), list(reversed((1, 2))), list(reversed("ab")), list(reversed(range(3))), list(reversed(Seq(3))), reversed(Rev()), list(reversed({1: 0, 2: 0})))
for f in (lambda: reversed(), lambda: reversed(1), lambda: reversed(set()), lambda: reversed(No()), lambda: reversed(NoLen()), lambda: reversed([], 1), lambda: reversed(sequence=[])):
    show(f)
r = reversed((1, 2, 3))
print(r.__length_hint__(), next(r), r.__length_hint__(), r.__reduce__())
r.__setstate__(5)
print(list(r), r.__length_hint__(), r.__reduce__())
r = reversed((1, 2, 3))
r.__setstate__(-5)
print(list(r))
s = Seq(3)
r = reversed(s)
s.n = 1
print(r.__length_hint__(), list(r))


class Shrinks:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i < 2:
            raise IndexError
        return i


print(list(reversed(Shrinks())))
