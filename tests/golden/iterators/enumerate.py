def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate(iterable="a", start=2)), list(enumerate(start=2, iterable="a")), list(enumerate("ab", -1)))
print(list(enumerate("abc", 2**53 - 2)), list(enumerate("ab", 10**30)), list(enumerate("ab", True)))
for f in (lambda: enumerate(), lambda: enumerate(1), lambda: enumerate([], 2, 3), lambda: enumerate([], "a"), lambda: enumerate([], 1.0), lambda: enumerate(start=2),
          lambda: enumerate([], foo=1), lambda: enumerate(foo=1, start=2), lambda: enumerate([], iterable=2), lambda: enumerate([], 1, start=2), lambda: enumerate([1])[0]):
    show(f)
e = enumerate([5, 6])
print(next(e), e is iter(e), e.__reduce__()[1][1], list(e), list(e), next(e, "end"), enumerate[int], type(e).__name__)


class S(enumerate):
    pass


print(list(S("ab", 3)), S("ab").__reduce__()[0])


class I:
    def __index__(self):
        return 4


print(list(enumerate("a", I())), enumerate.__doc__.splitlines()[0], enumerate.__text_signature__)
