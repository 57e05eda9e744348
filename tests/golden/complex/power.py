def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(1j**2, 0j**0, 0**0j, 1j**0, 2**1j, 1j**1j, 1j**2.5, 1j**100, 1j**101, (1 + 1j) ** -3, 0j**2)
print((1 + 2j) ** 0.5, 1.5**1j, (3 + 4j) ** (1 + 2j), (-1) ** 0.5, (-8) ** (1 / 3), (-2.5) ** 1.5, (2 - 3j) ** 7, (0.1 + 0.2j) ** -5)
print(complex(float("nan"), 0) ** 0, pow(1j, 2, None))
for f in (lambda: 0j**-1, lambda: 0j**1j, lambda: pow(1j, 2, 3), lambda: (1e308 + 1e308j) ** 2, lambda: 1e200j**2, lambda: (1 + 1j) ** 1000000, lambda: 1j ** (10**400),
          lambda: 1j ** "a", lambda: float("inf") ** 1j):
    show(f)
