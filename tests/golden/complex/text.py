def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# repr, format, hash, comparison.
inf, nan = float("inf"), float("nan")
for z in (0j, -0j, 1j, 1 + 0j, complex(-0.0, 1), complex(1, -0.0), complex(nan, inf), complex(-inf, -nan), 1e16 + 1e-5j, 0.1 + 0.2j, complex(0, nan)):
    print(z, repr(z), f"{z}", [z])
z = 1234.5 - 2.25j
for s in ("", ".2f", ">20", "<20", "^20", "*^30", "e", "+.1f", "g", "n", ",", "_.3f", "#.0f", "10", "+", " ", ".3"):
    print(repr(format(z, s)))
for s in ("=20", "020", "d", "x", "s", ".2%", "q"):
    show(format, z, s)
print(hash(1j), hash(1 + 0j) == hash(1), hash(1.5 + 2.5j), hash(complex(0, inf)), hash(-1 - 1j), hash(0.5j))
print(1j == 1j, 1 + 0j == 1, 1 + 0j == 1.0, 1 == 1 + 0j, 1.5 == 1.5 + 0j, 1j == "a", 1j != 1, 1 + 0j == 10**400, 2.0**53 + 0j == 2**53 + 1, nan + 0j == nan)
print({1: "a"}[1 + 0j], 1j in {1j}, (1j).__getnewargs__(), complex.__doc__)
