import copy
import itertools
import operator

a, b = itertools.tee(iter(range(5)))
print(next(a), next(a), list(b), list(a))
c = itertools.cycle([1, 2])
print([next(c) for _ in range(5)])
g = itertools.groupby("aabbc")
k1, g1 = next(g)
k2, g2 = next(g)
print(k1, list(g1), k2, list(g2))
count = itertools.count(5)
next(count)
print(count)
r = itertools.repeat("x", 3)
next(r)
print(r, operator.length_hint(r))


def boom():
    yield 1
    raise ValueError("boom")


for f in (lambda: list(itertools.chain(boom())), lambda: list(itertools.accumulate(["a", 1])), lambda: list(itertools.islice(boom(), 1)), lambda: list(itertools.batched(boom(), 3)), lambda: next(itertools.chain())):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print([type(getattr(itertools, n)).__name__ for n in sorted(dir(itertools)) if not n.startswith("_")])
