def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Operators, and real operands that keep signs of zeros.
inf, nan = float("inf"), float("nan")
print(1j + 1, 1 + 1j, 1j - 1, 1 - 1j, 1j * 2, 2 * 1j, 1j / 2, 2 / 1j, 1.5 + 1j, 1j - 2.5)
print((1 + 2j) * (3 + 4j), (1 + 2j) / (3 + 4j), (1 + 2j) - (3 + 4j), -(1 + 2j), +(1 + 2j), -1j, -(0j))
print(complex(-0.0, -0.0) + 0, complex(-0.0, -0.0) + 0.0, 0 - 0j, 0.0 - 0j, 0j - 0.0, 2 * complex(inf, -0.0))
print(complex(inf, 1) * complex(2, nan), complex(inf, inf) * 1j, complex(inf, nan) * complex(inf, nan), 1e300j * 1e300j)
print(complex(inf, 1) / 2, complex(1, 2) / inf, 1 / complex(inf, inf), complex(1, inf) / complex(inf, 0), complex(1, 1) / complex(nan, 1))
print(abs(3 + 4j), abs(complex(inf, nan)), abs(1e308 + 1e308j), bool(0j), bool(1j), (1 + 2j).conjugate(), (1 + 2j).real, (1 + 2j).imag)
for f in (lambda: 1j / 0, lambda: 1 / 0j, lambda: 1j / 0.0, lambda: 1j / 0j, lambda: 1j // 1, lambda: 1j % 1, lambda: divmod(1j, 1), lambda: 1j < 2j,
          lambda: abs(1.7e308 + 1.7e308j), lambda: 10**400 + 1j, lambda: int(1j), lambda: float(1j), lambda: 1j + "a", lambda: round(1j)):
    show(f)
print((1j).__add__("a"), (1j).__radd__(1), (1j).__eq__(1), (1j).__lt__(1), sum([1j, 2, 3.5]))
