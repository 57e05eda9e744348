# fsum, sumprod, dist, hypot, sum of floats.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


import math
from fractions import Fraction
from decimal import Decimal
for values in ([], [0.1] * 10, [1e100, 1.0, -1e100], [1e308, 1e308, -1e308], [float("inf"), 1], [1, 2.5, True], [2 ** 60, 1, -2 ** 60], [1e-320] * 5):
    show("fsum", math.fsum, values)
    show("sum", sum, values)
show("fsum", math.fsum, [1e308, 1e308])
show("fsum", math.fsum, [float("inf"), -float("inf")])
show("fsum", math.fsum, ["a"])
for p, q in (([], []), ([1, 2], [3, 4]), ([1.5, 2], [2, 0.1]), ([10 ** 20, 1], [10 ** 20, 1]), ([Fraction(1, 3)], [3]), ([1, 2], [1]), ([0.1] * 10, [10] * 10), ([True, False], [5, 6]), ([Decimal("0.1")], [2])):
    show(("sumprod", p, q), math.sumprod, p, q)
for p, q in (((0, 0), (3, 4)), ((1,), (1,)), ((), ()), ((1, 2), (1,)), ((1e200, 0), (0, 1e200)), ([1, 2, 3], [4, 5, 6]), ((float("inf"),), (0,)), ("ab", (1, 2))):
    show(("dist", p, q), math.dist, p, q)
for args in ((), (3,), (3, 4), (1, 1, 1, 1), (1e200, 1e200), (5e-324, 5e-324), (-3, 4.0), (float("inf"), 1), ("a",)):
    show(("hypot", args), math.hypot, *args)
print(sum([0.1] * 10), sum([1, 2.5, 3]), sum([[1], [2]], []), sum((x for x in range(5)), 10), sum([1j, 2]), sum([True, True]))
show("sum str", sum, ["a"], "")
show("sum bytes", sum, [b"a"], b"")
show("sum mixed", sum, [1, "a"])
