# exp, ln, log10, sqrt, fma, logic, shifts, next, compare, classes.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


from decimal import *
for text in ("1", "2", "0.5", "10", "100", "0", "-1", "1E-10", "Infinity", "3.14159"):
    d = Decimal(text)
    for name in ("exp", "ln", "log10", "sqrt", "logb", "next_plus", "next_minus", "normalize", "canonical", "copy_abs", "copy_negate", "number_class", "is_normal", "is_signed", "is_zero", "is_finite", "to_eng_string", "radix"):
        show((text, name), getattr(d, name))
a, b = Decimal("1010"), Decimal("1100")
print(a.logical_and(b), a.logical_or(b), a.logical_xor(b), a.logical_invert(), a.shift(2), a.shift(-2), a.rotate(3), a.scaleb(5))
show("logic", Decimal("12").logical_and, b)
for x, y in (("1.0", "1.00"), ("2", "-3"), ("NaN", "1"), ("-0", "0"), ("Infinity", "5")):
    p, q = Decimal(x), Decimal(y)
    print(x, y, p.compare(q), p.compare_total(q), p.compare_total_mag(q), p.max(q), p.min(q), p.max_mag(q), p.min_mag(q), p.copy_sign(q), p.same_quantum(q))
    show("signal", p.compare_signal, q)
    show("remainder", p.remainder_near, q)
    show("next", p.next_toward, q)
print(Decimal(2).fma(3, Decimal("0.5")), Decimal("0.1").as_integer_ratio(), Decimal.from_float(0.1), Decimal(0.25))
show("fma", Decimal(2).fma, "x", 1)
show("ratio", Decimal("Infinity").as_integer_ratio)
c = Context(prec=5)
print(c.divide(1, 3), c.power(2, 0.5) if False else c.power(2, 10), c.sqrt(2), c.create_decimal("1.23456789"), c.divmod(7, 2), c.plus(Decimal("1.234567")), c.to_sci_string(Decimal("1E+5")), c.quantize(Decimal("1.239"), Decimal("0.01")))
