# Domain and range errors and special values of the real functions.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


import math
inf = float("inf")
functions = ["acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "ceil", "cos", "cosh", "degrees", "erf", "erfc", "exp", "exp2", "expm1", "fabs", "floor", "gamma", "lgamma", "log", "log10", "log1p", "log2", "radians", "sin", "sinh", "sqrt", "tan", "tanh", "trunc", "frexp", "modf", "ulp", "isfinite", "isinf", "isnan"]
for name in functions:
    function = getattr(math, name)
    for v in (0.0, -0.0, 1, -1, 0.5, 2, -2.5, inf, -inf, 1e308, 710):
        try:
            result = function(v)
            print(name, v, [float("%.12g" % x) for x in result] if isinstance(result, tuple) else "%.12g" % result if isinstance(result, float) else result)
        except (ValueError, OverflowError) as error:
            print(name, v, type(error).__name__, error)
for args in ((2, 3), (0, 0), (-8, 1 / 3), (0, -1), (-inf, 3), (1, inf), (10, 400), (-1, inf)):
    show(("pow", args), math.pow, *args)
for args in ((8, 2), (100, 10), (10 ** 400, 10), (0,), (-1,), (2, 1), (2, 0), (2 ** 1000, 2)):
    show(("log", len(args)), math.log, *args)
for args in ((5, 3), (5, 0), (inf, 1), (3, inf), (-5, 3), (5.5, -2)):
    show(("fmod", args), math.fmod, *args)
    show(("remainder", args), math.remainder, *args)
for args in ((1.0, 2.0), (0.0, -1.0), (1.0, 1.0), (1.0, 2.0, 3), (1.0, inf, 0)):
    show(("nextafter", args), lambda: math.nextafter(*args[:2]) if len(args) == 2 else math.nextafter(*args[:2], steps=args[2]))
show("steps", lambda: math.nextafter(1.0, 2.0, steps=-1))
for args in ((1e-9, 0), (1, 1 + 1e-10), (inf, inf), (inf, 1), (1, 1.1)):
    show(("isclose", args), math.isclose, *args)
show("isclose", lambda: math.isclose(1, 2, rel_tol=-1))
print(math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 0.05, abs_tol=0.1), math.ldexp(0.5, 4), math.copysign(3, -0.0), math.fma(2.0, 3.0, 4.0))
show("ldexp", math.ldexp, 1.0, 5000)
show("ldexp", math.ldexp, 1.0, 2.0)
