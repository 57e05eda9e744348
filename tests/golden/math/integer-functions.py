# comb, perm, factorial, gcd, lcm, isqrt with all kinds of arguments.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


import math


class Index:
    def __index__(self):
        return 6


for n, k in ((5, 2), (5, 0), (0, 0), (5, 7), (50, 25), (10 ** 20, 3), (62, 31), (67, 33), (Index(), 2), (-1, 2), (2, -1), (5.0, 2), (True, 1), (200, 100)):
    show(("comb", n if isinstance(n, (int, float)) else "Index", k), math.comb, n, k)
    show(("perm", n if isinstance(n, (int, float)) else "Index", k), math.perm, n, k)
show("perm", math.perm, 6)
show("perm", math.perm, 6, None)
for n in (0, 1, 10, 25, 30, True, Index(), -1, -10 ** 20, 5.0, "3", 10 ** 30):
    show("factorial", math.factorial, n)
for args in ((), (0,), (12, 18), (-12, 18, 27), (0, 0), (2 ** 70, 2 ** 65), (Index(), 4), (1.0, 2), (10 ** 30, 15)):
    show("gcd", math.gcd, *args)
    show("lcm", math.lcm, *args)
for n in (0, 1, 15, 16, 10 ** 30, 10 ** 31, 2 ** 64 - 1, -1, 4.0, Index(), 10 ** 200):
    show("isqrt", math.isqrt, n)
print(math.prod([]), math.prod([1, 2, 3]), math.prod([1.5, 2]), math.prod(range(1, 25)), math.prod([2, 3], start=10), math.prod(["a", 3], start=1))
show("prod", math.prod, 5)
show("prod", math.prod, ["a", "b"])
