# _random: what the arguments may be; getrandbits at the limits.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


import _random
import random
g = random.Random(1234567)
for k in (-1, -2 ** 70, 2 ** 64, 2 ** 64 - 1, 2 ** 40, 1.5, "a", None, 0, 1, 5, 32, 33, 64, 100, True):
    show(k, g.getrandbits, k)
show("two", _random.Random, 1, 2)
show("keyword", lambda: _random.Random(a=2))
show("list", _random.Random, [])
show("seed list", g.seed, [])
show("seed two", _random.Random().seed, 1, 2)
for state in ((1,) * 624 + (700,), (1,) * 624 + (-1,), (1,) * 623 + (-1, 1), (1,) * 623 + (2 ** 32, 1), (1,) * 623 + (2 ** 64, 1), ("a",) * 625, (1,) * 624 + (2 ** 65,), (1,) * 5, [], (1,) * 624 + (1.5,)):
    show(len(state), _random.Random().setstate, state)
for seed in (0, 1, -5, 2 ** 70, 5.5, True):
    r = _random.Random(seed)
    print(seed, r.random(), r.getrandbits(70))
for seed in ("text", b"bytes", bytearray(b"bytes"), 3.25, None.__class__):
    show(seed, lambda: random.Random(seed).random())
r = random.Random(42)
print(r.randrange(10), r.randrange(5, 50, 5), r.randint(-3, 3), r.choice("abc"), r.choices("xy", k=5), r.sample(range(100), 4), r.uniform(1, 2), r.gauss(), r.shuffle(x := [1, 2, 3, 4]), x)
for call in (lambda: r.randrange(0), lambda: r.randrange(3, 3), lambda: r.randrange(1.5), lambda: r.randint(2, 1), lambda: r.choice([]), lambda: r.sample([1], 2), lambda: r.choices([], k=1), lambda: r.choices("ab", [0, 0]), lambda: r.sample({1}, 1), lambda: r.randbytes(-1), lambda: r.binomialvariate(-1)):
    show("wrong", call)
