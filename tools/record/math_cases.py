# Results of the functions of math for random arguments: `math_cases.py <count> [name ...]` prints JSON
# {name: {"arity", "args", "results": base64 of little-endian doubles, "errors": {index: [type, message]}}}.
# Run by tools/record/math.ts.
import base64
import json
import math
import random
import struct
import sys

R = random.Random(20)
SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 10.0, 1e-300, 1e300, -1e300, 5e-324, float("inf"), float("-inf"), float("nan"), 0.1, 3.0, -3.0, 1e-8, 1.7976931348623157e308, 700.0, -745.2, 710.0, 100.5, 171.6, 1e16]


def bits():
    return struct.unpack("d", struct.pack("Q", R.getrandbits(64)))[0]


def wide(low, high):
    return lambda: R.choice([1, -1]) * 2.0 ** R.uniform(low, high)


def uniform(*ranges):
    def pick():
        low, high = R.choice(ranges)
        return R.uniform(low, high)

    return pick


FUNCTIONS = {
    "exp": uniform((-1, 1), (-50, 50), (-745, 710)),
    "exp2": uniform((-1, 1), (-50, 50), (-1074, 1024)),
    "expm1": uniform((-1, 1), (-0.01, 0.01), (-50, 50), (-745, 710)),
    "log": uniform((0, 2), (0.9, 1.1), (0, 1000), (0, 1e300)),
    "log2": uniform((0, 2), (0.9, 1.1), (0, 1000), (0, 1e300)),
    "log10": uniform((0, 2), (0.9, 1.1), (0, 1000), (0, 1e300)),
    "log1p": uniform((-1, 1), (-0.01, 0.01), (0, 1000), (0, 1e300)),
    "sin": uniform((-1, 1), (-10, 10), (-1000, 1000), (-1e8, 1e8), (-1e300, 1e300)),
    "cos": uniform((-1, 1), (-10, 10), (-1000, 1000), (-1e8, 1e8), (-1e300, 1e300)),
    "tan": uniform((-1, 1), (-10, 10), (-1000, 1000), (-1e8, 1e8), (-1e300, 1e300)),
    "asin": uniform((-1, 1), (-0.01, 0.01), (0.9, 1)),
    "acos": uniform((-1, 1), (-0.01, 0.01), (0.9, 1)),
    "atan": uniform((-1, 1), (-10, 10), (-1000, 1000), (-1e8, 1e8)),
    "sinh": uniform((-1, 1), (-0.01, 0.01), (-20, 20), (-711, 711)),
    "cosh": uniform((-1, 1), (-0.01, 0.01), (-20, 20), (-711, 711)),
    "tanh": uniform((-1, 1), (-0.01, 0.01), (-20, 20)),
    "asinh": uniform((-1, 1), (-0.01, 0.01), (-1000, 1000), (-1e300, 1e300)),
    "acosh": uniform((1, 2), (1, 1.01), (1, 1000), (1, 1e300)),
    "atanh": uniform((-1, 1), (-0.01, 0.01), (0.9, 1)),
    "erf": uniform((-1, 1), (-0.01, 0.01), (-6, 6)),
    "erfc": uniform((-1, 1), (-0.01, 0.01), (-6, 27)),
    "gamma": uniform((-1, 1), (0, 10), (-20, 20), (-180, 172)),
    "lgamma": uniform((-1, 1), (0, 10), (-20, 20), (-180, 1000), (0, 1e10), (0.9, 2.1)),
    "sqrt": uniform((0, 1), (0, 1e300)),
    "cbrt": uniform((-1, 1), (-1000, 1000), (-1e300, 1e300)),
}
TWO = {
    "pow": [(uniform((0, 2), (0, 100)), uniform((-10, 10), (-100, 100))), (wide(-300, 300), lambda: float(R.randint(-5, 5))), (uniform((0.9, 1.1)), uniform((-3000, 3000))), (wide(-20, 20), uniform((-40, 40)))],
    "atan2": [(uniform((-1, 1), (-100, 100)), uniform((-1, 1), (-100, 100))), (wide(-300, 300), wide(-300, 300))],
    "hypot": [(uniform((-1, 1), (-100, 100)), uniform((-1, 1), (-100, 100))), (wide(-500, 500), wide(-500, 500))],
    "fmod": [(uniform((-1, 1), (-100, 100)), uniform((-1, 1), (-100, 100))), (wide(-300, 300), wide(-300, 300))],
    "remainder": [(uniform((-1, 1), (-100, 100)), uniform((-1, 1), (-100, 100))), (wide(-300, 300), wide(-300, 300)), (lambda: R.randint(-20, 20) / 2, lambda: R.randint(-6, 6) / 2)],
    "nextafter": [(uniform((-1, 1)), uniform((-1, 1))), (wide(-300, 300), wide(-300, 300))],
    "copysign": [(uniform((-1, 1)), uniform((-1, 1)))],
}


def record(name, arity, args):
    f = getattr(math, name)
    results = []
    errors = {}
    for i, a in enumerate(args):
        try:
            results.append(f(*a))
        except (ValueError, OverflowError) as e:
            errors[i] = [type(e).__name__, str(e)]
            results.append(0.0)
    flat = [x for a in args for x in a]
    return {
        "arity": arity,
        "args": base64.b64encode(struct.pack("<%dd" % len(flat), *flat)).decode(),
        "results": base64.b64encode(struct.pack("<%dd" % len(results), *results)).decode(),
        "errors": errors,
    }


def main():
    count = int(sys.argv[1])
    wanted = sys.argv[2:]
    out = {}
    for name, pick in FUNCTIONS.items():
        R.seed(name)
        if not wanted or name in wanted:
            out[name] = record(name, 1, [(x,) for x in SPECIAL] + [(bits() if R.random() < 0.1 else pick(),) for _ in range(count - len(SPECIAL))])
    for name, picks in TWO.items():
        R.seed(name)
        if not wanted or name in wanted:
            special = [(R.choice(SPECIAL), R.choice(SPECIAL)) for _ in range(count // 8)]
            rest = []
            for _ in range(count - len(special)):
                a, b = R.choice(picks)
                rest.append((a(), b()))
            out[name] = record(name, 2, special + rest)
    print(json.dumps(out, separators=(",", ":")).replace('},"', '},\n"'))


main()
