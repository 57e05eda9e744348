from decimal import *
def each(source):
    for line in source.strip().splitlines():
        try:
            print(line, "->", repr(eval(line, globals())))
        except Exception as e:
            print(line, "->", type(e).__name__ + ":", e)
each("""
Decimal("1.10") + Decimal("2.2"), Decimal(1) / 3, Decimal("0.1") * 3, Decimal(5) // 2, Decimal(-5) % 3, divmod(Decimal(7), 2), Decimal(2) ** 10, Decimal(2) ** Decimal("0.5"), -Decimal("0"), abs(Decimal("-1.5")), +Decimal("1.23456789012345678901234567890")
Decimal(), Decimal("1e5"), Decimal("  -1_000.50 "), Decimal("NaN"), Decimal("-Infinity"), Decimal(0.1), Decimal((1, (1, 2, 3), -2)), Decimal(True), Decimal("1E+3"), Decimal("0E-10"), Decimal("sNaN"), Decimal("nan123")
Decimal("abc")
Decimal(None)
Decimal("1", "2", "3")
Decimal((1, 2))
Decimal([0, [1], 0])
Decimal((2, (1,), 0))
Decimal(1) / 0
Decimal(0) / 0
Decimal(1) % 0
Decimal(0) ** 0
Decimal(-1) ** Decimal("0.5")
Decimal("inf") - Decimal("inf")
Decimal("sNaN") + 1
Decimal(1) + 1.5
Decimal(1) + "1"
Decimal(1) == 1.0, Decimal("0.1") == 0.1, Decimal(1) < 1.5, Decimal("1.0") == Decimal("1.00"), hash(Decimal("1.0")) == hash(1), Decimal("NaN") == Decimal("NaN"), max(Decimal(1), Decimal(2)), Decimal("1.0").compare(Decimal("1.00")), Decimal("1.0").compare_total(Decimal("1.00"))
Decimal("NaN") < 1
Decimal(1) < "a"
Decimal("1.005").quantize(Decimal("0.01")), Decimal("2.5").quantize(Decimal(1)), Decimal("2.5").quantize(Decimal(1), ROUND_HALF_UP), Decimal("-2.5").to_integral_value(ROUND_FLOOR), round(Decimal("2.675"), 2), round(Decimal("2.5")), int(Decimal("-2.9")), float(Decimal("0.1")), Decimal("1.500").normalize(), Decimal("123.456").as_tuple(), Decimal("0.75").as_integer_ratio(), Decimal("12345").adjusted(), Decimal("1E+3").to_eng_string()
Decimal("1e30").quantize(Decimal("1e-10"))
round(Decimal("NaN"))
int(Decimal("inf"))
Decimal("NaN").as_integer_ratio()
f"{Decimal('1234567.891'):,.2f}", f"{Decimal('0.00001')}", f"{Decimal('1E-7')}", f"{Decimal('1.5'):>8}", f"{Decimal('0.256'):.1%}", f"{Decimal('12'):e}", f"{Decimal('-0'):+}", str(Decimal("100E-2")), repr(Decimal("-0.0"))
f"{Decimal(1):q}"
Decimal(2).sqrt(), Decimal(1).exp(), Decimal(10).ln(), Decimal(1000).log10(), Decimal(7).fma(2, 3), Decimal(5).scaleb(2), Decimal("1.5").copy_sign(Decimal(-1)), Decimal(5).next_plus(), Decimal(10).remainder_near(3), Decimal(1).is_signed(), Decimal("NaN").is_nan(), Decimal("1.2").number_class(), Decimal(5).logb(), Decimal("110").logical_xor(Decimal("011"))
Decimal(-1).sqrt()
Decimal(-1).ln()
Decimal("1.2").logical_and(1)
getcontext().prec, getcontext().rounding, sorted(s.__name__ for s, on in getcontext().traps.items() if on)
sum([Decimal("0.1")] * 3), sum(map(Decimal, "123")), Decimal.from_float(0.5), bool(Decimal("0.0")), complex(Decimal(2)), pow(Decimal(3), 4, 5), Decimal("1.1").real
Decimal.from_float("x")
""")
with localcontext() as c:
    c.prec = 5; print(Decimal(1) / 7, Decimal("123456.789") + 0, c.flags[Inexact])
    c.rounding = ROUND_UP; print(Decimal(1) / 3); c.traps[Inexact] = True
    try: Decimal(1) / 3
    except Inexact as e: print(type(e), e)
with localcontext(prec=3, Emax=5) as c:
    try: Decimal(10) ** 10
    except Overflow as e: print(e)
for name, v in (("prec", 0), ("prec", "x"), ("rounding", "up"), ("Emax", -1), ("capitals", 2), ("nope", 1)):
    try: setattr(Context(), name, v); print("set")
    except Exception as e: print(name, type(e).__name__, e)
