# Construction from text and tuples, str, engineering text, format specs.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


from decimal import *
for text in ("1", " 1.5 ", "1_000.25", "+.5", "5.", "1e5", "1E+5", "-1.2e-3", "inf", "-Infinity", "nan", "sNaN123", "-NaN7", "", ".", "e5", "1e", "0x10", "1 2", "\u0661\u0662.5", "1e99999", "--1", "00012.500", "0E-10", "-0.0"):
    show(repr(text), Decimal, text)
for args in (((0, (1, 2, 3), -2),), ((1, (), 0),), ((0, (0,), "F"),), ((1, (4, 5), "n"),), ((2, (1,), 0),), ((0, (10,), 0),), ((0, "ab", 0),), ((0, (1,)),), ([0, [1, 2], 3],), (None,), (1.5,), (True,), (10 ** 30,)):
    show(args, Decimal, *args)
for text in ("1234567.891", "-0.000012345", "1E+6", "0E+3", "123E-10", "12.3E+7", "NaN", "-Infinity"):
    d = Decimal(text)
    print(text, str(d), repr(d), d.to_eng_string())
    for spec in ("", "f", ".2f", "e", ".3e", "E", "g", ".4g", "G", "%", ".1%", ",", ",.2f", "_.3f", "+", " ", "015.2f", "*^20", "<12", ">12.1f", "=+14.2f", "z.1f"):
        show((text, spec), format, d, spec)
for spec in ("x", "d", "s", ".", ",,", "5x", "c", ".2d"):
    show(spec, format, Decimal(1), spec)
print("%s %r %.3f %d" % (Decimal("1.5"), Decimal("1.5"), Decimal("2.7182"), Decimal("9.9")), f"{Decimal('3.14159'):.2f}", "{:>10}".format(Decimal(7)))
