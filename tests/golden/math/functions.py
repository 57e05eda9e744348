import math
inf, nan = math.inf, math.nan


def show(text):
    try:
        value = eval(text, globals())
    except BaseException as e:
        print(text, "->", type(e).__name__ + ":", e)
    else:
        print(text, "->", repr(value))


for text in """\
math.sqrt(2), math.sqrt(0), math.sqrt(inf)
math.sqrt(-1)
math.sqrt('x')
math.factorial(20), math.factorial(0)
math.factorial(-1)
math.factorial(1.5)
math.comb(10, 3), math.comb(3, 10), math.perm(5), math.perm(5, 2)
math.comb(-1, 2)
math.perm(1, -2)
math.gcd(), math.gcd(12, 18), math.gcd(-4, 6, 10), math.lcm(), math.lcm(4, 6)
math.gcd(1.5)
math.isqrt(10**20 + 1)
math.isqrt(-1)
math.log(8, 2), math.log(math.e), math.log2(1024), math.log10(1000), math.log1p(1e-10), math.log(10**400)
math.log(0)
math.log(-1)
math.log2(0)
math.exp(1), math.exp2(10), math.expm1(1e-10)
math.exp(1000)
math.pow(2, 0.5), math.pow(0, 0), math.pow(nan, 0), math.pow(-8, 3)
math.pow(-8, 1/3)
math.pow(0, -1)
math.pow(10, 400)
math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(1), math.atan(1), math.atan2(-1, -1)
math.sin(inf)
math.acos(2)
math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(1), math.atanh(0.5)
math.acosh(0.5)
math.atanh(1)
math.hypot(3, 4), math.hypot(), math.hypot(1, 2, 3), math.dist((1, 2), (4, 6))
math.dist((1,), (1, 2))
math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), math.floor(10**20 + 0.5)
math.floor(inf)
math.floor(nan)
math.ceil('x')
math.fmod(-7, 3), math.remainder(7, 4), math.modf(-1.25), math.frexp(10), math.ldexp(0.5, 4)
math.fmod(1, 0)
math.ldexp(1, 5000)
math.copysign(1, -0.0), math.fabs(-3), math.isnan(nan), math.isinf(-inf), math.isfinite(1)
math.isclose(1, 1 + 1e-10), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9), math.isclose(inf, inf)
math.isclose(1, 1, rel_tol=-1)
math.fsum([.1] * 10), math.fsum([1e100, 1, -1e100]), math.fsum([])
math.fsum([inf, -inf])
math.prod([1, 2, 3]), math.prod([], start=5), math.prod(['a', 3]), math.sumprod([1, 2], [3, 4])
math.sumprod([1], [1, 2])
math.nextafter(1, 2), math.nextafter(0, 1, steps=3), math.ulp(1), math.ulp(inf)
math.gamma(5), math.lgamma(10), math.erf(0.5), math.erfc(0.5), math.cbrt(27)
math.gamma(-1)
math.degrees(math.pi), math.radians(180), math.tau, math.pi, math.e
math.fma(2, 3, 4), math.fma(1e308, 10, -inf)
math.sqrt()
math.atan2(1)
""".splitlines():
    show(text)
