from decimal import Decimal, ROUND_HALF_UP, getcontext
from fractions import Fraction
import math
import statistics

prices = [Decimal("19.99"), Decimal("5.01"), Decimal("0.10")]
total = sum(prices)
tax = (total * Decimal("0.0825")).quantize(Decimal("0.01"), ROUND_HALF_UP)
print(total, tax, total + tax, f"{total + tax:,.2f}", f"{tax:>10}|{tax:<10}|{tax:^10}|{-tax:=+10}")
print(sorted([Decimal("3"), Decimal("1.5"), 2]), max(prices), min(prices), statistics.mean(prices))
print(Fraction(Decimal("0.125")), Decimal(3).as_integer_ratio(), math.floor(Decimal("-1.5")), math.ceil(Decimal("-1.5")), math.trunc(Decimal("9.9")))
print(round(Decimal("2.5")), round(Decimal("3.5")), round(Decimal("123.456"), 1), round(Decimal("123.456"), -1))
print({Decimal("1.0"): "a"}[1], Decimal("1.10") == Decimal("1.1"), str(Decimal("1.10")))
x, y = Decimal("2"), Decimal(3)
for op in ("x + y", "x - y", "x * y", "x / y", "x // y", "x % y", "x ** y", "-x % y", "divmod(-7 * x, y)", "x == 2.0", "x < 2.5"):
    print(op, "=", eval(op))
getcontext().prec = 50
print(Decimal(2).sqrt(), Decimal(1).exp(), Decimal(10).ln(), Decimal(2).log10(), sep="\n")
def pi():
    getcontext().prec += 2
    three = Decimal(3)
    lasts, t, s, n, na, d, da = 0, three, 3, 1, 0, 0, 24
    while s != lasts:
        lasts = s
        n, na = n + na, na + 8
        d, da = d + da, da + 32
        t = (t * n) / d
        s += t
    getcontext().prec -= 2
    return +s
print(pi())


class Money(Decimal):
    def __str__(self):
        return "$" + super().__str__()


m = Money("3.50")
print(m, repr(m), type(m + 1), m.from_float(0.5))
