# timedelta keeps microseconds exactly, however large the numbers are and whatever they are multiplied with or divided by.
import random
from datetime import timedelta
from fractions import Fraction

random.seed(20)
MICRO = timedelta(microseconds=1)


def micros(delta):
    return (delta.days * 86400 + delta.seconds) * 10**6 + delta.microseconds


def nearest_even(fraction):
    return round(fraction)


values = [timedelta(random.randrange(-10**9 + 1, 10**9), random.randrange(86400), random.randrange(10**6)) for _ in range(30)]
values += [timedelta(random.randrange(-400, 400), random.randrange(86400), random.randrange(10**6)) for _ in range(30)]
values += [timedelta(0), MICRO, -MICRO, timedelta.max, timedelta.min, timedelta(1), timedelta(-1)]
for v in values:
    assert timedelta(microseconds=micros(v)) == v
    print(repr(v), str(v), micros(v), v.total_seconds(), v // MICRO, v / MICRO)

checked = 0
for a in values:
    for b in values[::7]:
        if b:
            q, r = divmod(a, b)
            assert (q, micros(r)) == divmod(micros(a), micros(b))
            assert a // b == q and a % b == r and a / b == micros(a) / micros(b)
            checked += 1
    for n in (3, -7, 10**6, 10**15 + 1, -1):
        assert micros(a // n) == micros(a) // n
        assert micros(a / n) == nearest_even(Fraction(micros(a), n))
        checked += 1
    for f in (0.1, -2.5, 1e-9, 3.75, 0.5):
        for op, want in ((lambda: a * f, Fraction(f) * micros(a)), (lambda: a / f, micros(a) / Fraction(f))):
            try:
                got = micros(op())
            except OverflowError as error:
                got = None
            want = nearest_even(want)
            if got is None:
                assert abs(want) > 86399999913600000000, want
            else:
                assert got == want, (a, f, got, want)
            checked += 1
print("checked", checked)

for parts in [dict(days=1e-6), dict(seconds=1e-6), dict(seconds=1.5e-6), dict(milliseconds=0.0005), dict(milliseconds=0.0015), dict(hours=1 / 3), dict(weeks=0.1),
              dict(days=0.1, seconds=0.1, microseconds=0.1), dict(microseconds=0.5), dict(microseconds=-0.5), dict(microseconds=1.5, milliseconds=1), dict(microseconds=2.5),
              dict(days=10**9 - 1, hours=23, minutes=59, seconds=59.999999), dict(days=1e9), dict(weeks=10**20, days=-7 * 10**20), dict(seconds=10**30, microseconds=-10**36 + 1),
              dict(days=-0.0), dict(hours=-0.0), dict(minutes=True), dict(days=2**53 + 1, seconds=-(2**53 + 1) * 86400)]:
    try:
        print(parts, "->", repr(timedelta(**parts)))
    except Exception as error:
        print(parts, "!!", type(error).__name__, error)
for n in (0, 1, -1, 10**6, -10**12, 2**70):
    for delta in (timedelta(1), timedelta(microseconds=7), timedelta.max):
        for name, op in (("*", lambda: delta * n), ("r*", lambda: n * delta), ("//", lambda: delta // n), ("/", lambda: delta / n)):
            try:
                print(n, repr(delta), name, repr(op()))
            except Exception as error:
                print(n, repr(delta), name, type(error).__name__, error)
