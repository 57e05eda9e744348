import numbers, decimal, fractions, math
class Mod:
    def __init__(self, n, m=7): self.n, self.m = n % m, m
    def __repr__(self): return f"{self.n}(mod {self.m})"
    def _(op):
        def f(self, o):
            o = o.n if isinstance(o, Mod) and o.m == self.m else o
            return Mod(op(self.n, o), self.m) if isinstance(o, numbers.Integral) else NotImplemented
        def r(self, o): return Mod(op(o, self.n), self.m) if isinstance(o, numbers.Integral) else NotImplemented
        return f, r
    __add__, __radd__ = _(int.__add__)
    __sub__, __rsub__ = _(int.__sub__)
    __mul__, __rmul__ = _(int.__mul__)
    def __pow__(self, e, m=None): return Mod(pow(self.n, e, m or self.m), m or self.m)
    def __truediv__(self, o): return self * pow(o.n, -1, o.m)
    def __eq__(self, o): return (self.n, self.m) == (o.n, o.m) if isinstance(o, Mod) else self.n == o
    def __hash__(self): return hash(self.n)
    def __index__(self): return self.n
    def __int__(self): return self.n
    def __round__(self, nd=None): return ("round", nd)
    def __trunc__(self): return 1
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __divmod__(self, o): return "divmod", o
    def __rdivmod__(self, o): return "rdivmod", o
    def __abs__(self): return "abs"
    def __neg__(self): return Mod(-self.n, self.m)
    def __complex__(self): return complex(self.n, 1)
    def __float__(self): return self.n + 0.5
a, b = Mod(5), Mod(10)
print(a + b, a - 6, 6 - a, a * b, 3 * a, a ** 3, pow(a, 2, 5), a / b, a == 5, a == b, {a: 1}[5], -a)
print([10, 20, 30, 40, 50, 60][a], "x" * a, bin(a), range(a), int(a), float(a), complex(a), round(a), round(a, 2), math.floor(a), math.ceil(a), math.trunc(a), divmod(a, 3), divmod(3, a), abs(a), math.sqrt(a), math.factorial(a), math.gcd(a, 10))
for f in (lambda: a + 1.5, lambda: 1.5 + a, lambda: a + Mod(1, 5), lambda: a // 2, lambda: a < b, lambda: Mod(1) / Mod(0), lambda: ~a, lambda: a @ b, lambda: a << 1, lambda: [1][a]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
a += 3; print(a, type(a)); a **= 2; print(a)
for x in (True, 5, 2.5, 1j, decimal.Decimal(1), fractions.Fraction(1, 2), a):
    print(type(x).__name__, [k.__name__ for k in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(x, k)])
for f in (lambda: decimal.Decimal(1) + 1.0, lambda: decimal.Decimal(1) + fractions.Fraction(1), lambda: fractions.Fraction(1, 2) + 0.5, lambda: True + decimal.Decimal("0.5"), lambda: fractions.Fraction(1, 3) + 1j, lambda: decimal.Decimal("0.1") == 0.1, lambda: decimal.Decimal("0.5") == 0.5, lambda: 1 == 1.0 == 1 + 0j == True == decimal.Decimal(1) == fractions.Fraction(1), lambda: len({1, 1.0, True, decimal.Decimal(1), fractions.Fraction(1), 1 + 0j}), lambda: max(1, 1.0, True), lambda: sum([0.1] * 10), lambda: sum([True, 2, 2.5, fractions.Fraction(1, 2)]), lambda: 2 ** -1, lambda: (-8) ** (1 / 3), lambda: 0 ** -1, lambda: 10 ** 400 * 1.0, lambda: int(1e30), lambda: 7 // -2.0, lambda: -7 % 3.5, lambda: divmod(-7, 2.5), lambda: round(2.675, 2), lambda: 1e308 * 10, lambda: float("-inf") // 1):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
