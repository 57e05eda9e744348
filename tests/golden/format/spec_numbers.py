
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for v in (0, 42, -7, 12345678, 3.14159, -0.0, 1e20, 1e-7, float("inf"), float("nan"), True, 255):
    for spec in ("", "d", "5d", "05", "+", " ", ",", "_", "x", "#x", "#b", "o", "c", "e", ".2f", "g", "%", "n", "10.3f", "<8", "^+9.1f", "z.1f", "_b", ",.2f", "#o", "X", ".3", "s", "=+8"):
        try:
            print(v, spec, ascii(format(v, spec)))
        except Exception as e:
            print(v, spec, type(e).__name__, e)
print(format(1 + 2j, ".2f"), format(-1j), format(3 + 4j, "+.1e"))
attempt(format, 1j, "=10")
attempt(format, 1j, "%")
