# round() of floats and ints in all directions; floor, ceil, trunc, divmod signs.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


import math
for v in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 1234.5678, 5e15 + 0.5, 1e22, -0.0, 0.1 + 0.2):
    print(v, round(v), [round(v, n) for n in (-4, -3, -1, 0, 1, 2, 3, 15, 20, 400)])
for v in (0, 5, 15, 25, -15, 149, 150, 151, 10 ** 20 + 5, True):
    print(v, [round(v, n) for n in (-20, -2, -1, 0, 3)], round(v))
for v in (float("nan"), float("inf"), -float("inf"), 1e308):
    show(v, round, v)
    show(v, round, v, 1)
    show(v, math.floor, v)
    show(v, math.trunc, v)
show("digits", round, 1.5, 2.5)
show("digits", round, 1.5, None)
show("huge", round, 1.5e308, -308)
for a in (7, -7, 7.5, -7.5, 0.0, -0.0, 5):
    for b in (2, -2, 2.5, -2.5, float("inf")):
        print(a, b, divmod(a, b), a // b, a % b, math.fmod(a, b), math.remainder(a, b))
for op in (lambda: 1 % 0, lambda: 1.0 % 0, lambda: 1 // 0, lambda: 1.0 // 0.0, lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: 1 / 0, lambda: 1.5 / 0):
    show("zero", op)
