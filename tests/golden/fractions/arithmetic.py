from fractions import Fraction as F
from decimal import Decimal
import math, operator
values = [F(1, 3), F(-7, 4), F(0), F(5), F("3.25"), F("-1e-3"), F(0.5), F(Decimal("1.1")), F(2**70, 3)]
print(values)
for op in (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod):
    row = []
    for b in (F(2, 3), -3, 0.5, F(0)):
        try:
            row.append(op(F(7, 4), b))
        except ZeroDivisionError as e:
            row.append(str(e))
    print(getattr(op, "__name__", op), row)
print(F(4, 9) ** F(1, 2), F(2, 3) ** -2, F(2, 3) ** 0, 2 ** F(3), 2 ** F(1, 2), F(-8) ** 3, pow(F(1, 2), 3))
for bad in ((1, 0), ("1/0",), ("x",), (1.5, 2), (float("nan"),), (float("inf"),), ("1/ 2",), (None,), (1j,)):
    try:
        print(bad, F(*bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
x = F(22, 7)
print(math.floor(x), math.ceil(x), round(x), round(x, 2), round(F(5, 2)), round(F(-5, 2)), math.trunc(-x), int(x), float(x), complex(x), bool(F(0)))
print(x.numerator, x.denominator, x.as_integer_ratio(), x.is_integer(), F(4).is_integer(), x.limit_denominator(3), F(math.pi).limit_denominator(1000), hash(F(5)) == hash(5), hash(F(1, 2)) == hash(0.5))
print(x == 22 / 7, x > 3, x < F(22, 7), F(1, 2) == 0.5 == Decimal("0.5"), F(3) == 3 + 0j, sorted(values)[:3])
print(f"{x}", f"{x:.3f}", f"{x:10.2e}", f"{x:+,.1f}", f"{F(1, 8):%}", f"{F(-1, 3):012.4f}", f"{x:>8}", f"{F(3):_}", f"{F(10**9):_}")
print(F.from_float(0.75), F.from_decimal(Decimal("0.125")), F.from_number(7), sum([F(1, n) for n in range(1, 11)]), repr(F(-0)), str(F(6, 3)))
class G(F):
    pass
print(type(G(1, 2) + 1), repr(G(1, 2)), G(1, 2) == F(1, 2), abs(F(-1, 2)), -F(1, 2), +F(1, 2))
