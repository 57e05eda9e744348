# Operators, signs, zeros, precision and rounding of Decimal.
from decimal import *
values = [Decimal(x) for x in ("0", "-0", "1", "-1", "1.50", "0.001", "12345678901234567890", "1E+10", "-7.25E-5", "Infinity", "-Infinity", "NaN")]
getcontext().prec = 12
import operator
for a in values:
    print(a, -a, +a, abs(a), bool(a), hash(a) if not a.is_nan() else "-", a.as_tuple(), a.adjusted())
for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"):
    for a in values:
        row = []
        for b in values:
            try:
                row.append(str(getattr(operator, name)(a, b)))
            except ArithmeticError as error:
                row.append(type(error).__name__)
        print(name, a, *row)
for a in values[:9]:
    print(a, [a < b for b in values[:9]], a == int(a) if a == a.to_integral_value() else "", a == float(a))
