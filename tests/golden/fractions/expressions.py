from fractions import Fraction
import math
def each(source):
    for line in source.strip().splitlines():
        try:
            print(line, "->", repr(eval(line, globals())))
        except Exception as e:
            print(line, "->", type(e).__name__ + ":", e)
each("""
Fraction(1, 2) + Fraction(1, 3), Fraction(3, -6), Fraction("3/4"), Fraction(" -1.25e1 "), Fraction(0.5), Fraction(), Fraction("1_000/3"), Fraction(True), Fraction(Fraction(1, 2), Fraction(3, 4)), Fraction("0.1") == Fraction(1, 10)
Fraction(1, 0)
Fraction("1/0")
Fraction("a")
Fraction("1/2/3")
Fraction(None)
Fraction(1.5, 2)
Fraction(1, 2, 3)
Fraction(float("nan"))
Fraction(float("inf"))
Fraction("")
Fraction(1, 2) * 3, 2 / Fraction(1, 2), Fraction(7, 2) // 1, Fraction(-7, 2) % 2, divmod(Fraction(7, 2), 2), Fraction(2, 3) ** 2, Fraction(2, 3) ** -2, Fraction(4) ** Fraction(1, 2), 2 ** Fraction(3), Fraction(1, 2) + 0.5, Fraction(1, 2) + 1j, -Fraction(1, 2), +Fraction(1, 2), abs(Fraction(-1, 2))
Fraction(1, 2) / 0
Fraction(0) ** -1
Fraction(1, 2) + "a"
Fraction(1, 2) < "a"
Fraction(1, 2) % 0
Fraction(1, 2) < 1, Fraction(1, 2) == 0.5, Fraction(2) == 2, hash(Fraction(2)) == hash(2), Fraction(1, 2) < 0.6, Fraction(1, 3) == 1 / 3, bool(Fraction(0)), Fraction(1, 2) != Fraction(2, 4)
Fraction(1, 2) < 1j
round(Fraction(7, 2)), round(Fraction(5, 2)), round(Fraction(22, 7), 2), math.floor(Fraction(-1, 2)), math.ceil(Fraction(1, 2)), math.trunc(Fraction(-7, 2)), int(Fraction(7, 2)), float(Fraction(1, 3)), complex(Fraction(1, 2))
Fraction(3, 4).numerator, Fraction(3, 4).denominator, Fraction("3.14159").limit_denominator(100), Fraction(math.pi).limit_denominator(1000), Fraction(1, 3).as_integer_ratio(), Fraction(5).is_integer(), Fraction.from_float(0.25), Fraction.from_decimal(__import__("decimal").Decimal("0.1")), Fraction.from_number(0.5)
Fraction(1, 2).limit_denominator(0)
Fraction.from_float("a")
Fraction.from_decimal(0.5)
str(Fraction(1, 2)), str(Fraction(3)), repr(Fraction(-1, 2)), f"{Fraction(1, 3):.3f}", f"{Fraction(1, 2)}", f"{Fraction(22, 7):>10}", f"{Fraction(1234567, 2):,.1f}", f"{Fraction(1, 3):.2%}", f"{Fraction(1, 3):e}", f"{Fraction(5, 2):+}", f"{Fraction(3):#}", f"{Fraction(1, 8):g}"
f"{Fraction(1, 2):q}"
sum([Fraction(1, n) for n in range(1, 6)]), sum(map(Fraction, ("1/2", "1/3"))), max(Fraction(1, 2), 0.4), sorted([Fraction(1, 2), 0.3, 1]), math.gcd(4, 6), math.sqrt(Fraction(1, 4)), [Fraction(n, 6) for n in range(4)], pow(Fraction(1, 2), 3), math.fsum([Fraction(1, 4)] * 2), math.prod([Fraction(1, 2)] * 3)
setattr(Fraction(1), "numerator", 5)
Fraction(1, 2)[0]
pow(Fraction(1), 2, 3)
""")
x = Fraction(1, 2); x += 1; x *= 2; x -= Fraction(1, 3); x /= 3; x //= Fraction(1, 9); print(x, type(x).__name__)
def cf(f):
    while True:
        n = f.numerator // f.denominator; yield n
        if f == n: return
        f = 1 / (f - n)
print(list(cf(Fraction(415, 93))), [str(sum((Fraction(1, math.factorial(k)) for k in range(n)), Fraction())) for n in range(1, 7)])
import copy, pickle; print(copy.copy(x) == x, pickle.loads(pickle.dumps(x)), copy.deepcopy([x]))
