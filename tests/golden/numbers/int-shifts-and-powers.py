# Shifts, three-argument pow, big products and quotients, bitwise operators of big and negative ints.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


for a in (0, 1, -1, 5, -5, 2 ** 53, -2 ** 53 - 1, 2 ** 100, -2 ** 100 + 3):
    print(a, [a << n for n in (0, 1, 31, 70)], [a >> n for n in (0, 1, 31, 53, 70, 200)], ~a, a & 0xff, a | 0xf0, a ^ -1)
show("negative", lambda: 1 << -1)
show("negative", lambda: 1 >> -1)
show("huge", lambda: 0 << 10 ** 30)
show("huge", lambda: 5 >> 10 ** 30)
show("huge", lambda: -5 >> 10 ** 30)
show("huge", lambda: (1 << 10 ** 30) and 1)
for args in ((2, 10), (2, -1), (-2, 3), (0, 0), (2, 100, 7), (3, -1, 7), (2, -1, 4), (5, 0, 1), (5, 3, -7), (2, 3, 0), (10 ** 20, 10 ** 20, 10 ** 9 + 7), (2.0, 3, 5), (2, 3, 2.0), (-3, 5, 7), (True, True, True)):
    show(args, pow, *args)
show("kw", lambda: pow(base=2, exp=5, mod=3))
a, b = 3 ** 200, 7 ** 90
print(a * b % 10 ** 20, a // b, a % b, divmod(-a, b), divmod(a, -b), a / b, -a // b)
print((2 ** 2000) / (2 ** 1999), (10 ** 400) // (10 ** 399))
show("overflow", lambda: 10 ** 400 / 1)
show("overflow", lambda: float(10 ** 400))
show("mixed", lambda: 10 ** 400 + 1.0)
print(10 ** 400 > 1e308, 10 ** 400 > float("inf"), 2 ** 53 + 1 == float(2 ** 53), -10 ** 400 < -1e308, hash(2 ** 61 - 1), hash(2 ** 61), hash(-1), hash(10 ** 30))
