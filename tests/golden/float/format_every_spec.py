# format() of floats and complex numbers: every presentation type, sign, grouping, width, precision.
def show(v, spec):
    try: print(f"{spec!r:>12} {v!r:>24} [{format(v, spec)}]")
    except Exception as e: print(f"{spec!r:>12} {v!r:>24} {type(e).__name__}: {e}")
values = (0.0, -0.0, 1.0, -1.5, 0.1, 123456789.987654321, 1e-5, 1e16, 1e22, 1e300, 5e-324, 2.675, 0.5, 1.5, 2.5, float("inf"), float("-inf"), float("nan"), 999999.95, 1234567.0)
for spec in ("", "e", "E", "f", "F", "g", "G", "n", "%", ".0f", ".1f", ".3e", ".0e", ".5g", ".0g", ".1%", "#.0f", "#g", "#.3e", "+", "-", " ", "+.2f", " e", "010.2f", "+010.1f", "<12", ">12.3f", "^12.1f", "=12", "*=+12.2f", "0=10", ",", ",.2f", "_", "_.1f", "015,.2f", "020_f", "z", "z.1f", "+z.0f", "z.2e", ".10", ".17", ".3", "#", "#.3", "\u00e9^9.1f", "0<8.1f", "05", ".20f", ".50g", "100.3e", ".f,", ".4_f", ".6,f", ",.6,f", "_.6_f"):
    for v in values: show(v, spec)
for spec in ("d", "x", "b", "c", "s", "q", ".f", "..2f", "1.2.3", ",_", ",,", "z=", "zz", "10000000000000000000f", ".10000000000000000000f", ".2147483648f", "=", "<<<", "a", ",n", "_n", "+-", "#+", ".-1f", "{}", "5 ", " 5f ", "f5", "0", "00", "<", "x<5", "<05", "=5", "\U0001f600>6", ".3n", "010n"): show(1234.5678, spec)
for v in (1 + 2j, -1.5j, complex("nan+infj"), 0j, -0j, 1e20 + 1e-5j, complex(-0.0, -0.0)):
    for spec in ("", ".2f", "+.1e", "g", "10", "<20.1f", "^22", ">30.3g", ",.2f", "n", "E", "G", "#.1f", "%", "=10", "010", "d", "z.0f", "_", ".3", "s"): show(v, spec)
for v in (5, -5, 0, 2**70, True):
    for spec in ("f", ".2f", "e", "g", "%", ".0%", "n", ",.1f", "z.1f", "_.2f", "010.1f", "G"): show(v, spec)
for text in ("%5.1f|%-8.2e|%+g|%G|% f|%#.0f|%08.3f|%.0f|%a|%r|%s",): print(text % ((2.5,) * 11))
for v in (0.1 + 0.2, 1/3, 1e15, 1e16, 123456789012345680.0, 1.7976931348623157e308, 2.2250738585072014e-308, 100.0, 1e-4, 1e-5, 9007199254740993.0): print(repr(v), str(v), f"{v}", f"{v!r}", "%r" % v, f"{v:.17g}", v.hex(), float.fromhex(v.hex()) == v, v.as_integer_ratio() if v < 1e17 else "", v.is_integer())
for v, n in ((2.675, 2), (0.5, 0), (1.5, 0), (2.5, 0), (-2.5, 0), (1234.5, -2), (1e22, -21), (5e-324, 324), (1.1, 400), (1e308, -308), (1.7e308, -308), (float("nan"), 1), (float("inf"), 2), (0.15, 1), (0.25, 1), (0.35, 1), (1e16, 2), (99.995, 2)):
    try: print(v, n, round(v, n))
    except Exception as e: print(v, n, type(e).__name__, e)
for v in (0.5, 1.5, 2.5, -0.5, 1e300, float("nan"), float("inf"), 2**52 + 0.5):
    try: print(v, round(v), round(v, None))
    except Exception as e: print(v, type(e).__name__, e)
