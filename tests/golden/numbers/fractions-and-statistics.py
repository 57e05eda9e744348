from fractions import Fraction as F
import statistics as s
import numbers


def show(text):
    try:
        value = eval(text, globals())
    except BaseException as e:
        print(text, "->", type(e).__name__ + ":", e)
    else:
        print(text, "->", repr(value))


for text in """\
F(1, 3), F('0.25'), F('1/3'), F(' -3/4 '), F(0.5), F(1.1).limit_denominator(10), F(), F(F(1, 2), F(3, 4)), F('1e3')
F(1, 0)
F('x')
F(1.5, 2)
F(float('nan'))
F(1, 3) + F(1, 6), F(1, 3) - 1, F(1, 3) * 1.5, F(1, 3) / 2, F(7, 2) // 1, F(7, 2) % 1, divmod(F(7, 2), F(1, 3)), F(2, 3) ** 2, F(2, 3) ** -2, F(4) ** 0.5, 2 ** F(1, 2)
F(1, 2) == 0.5, F(1, 3) < 0.34, F(1, 2) > F(1, 3), hash(F(1, 2)) == hash(0.5), F(3) in {3}
F(1, 2) < 'x'
round(F(7, 2)), round(F(22, 7), 2), int(F(-7, 2)), float(F(1, 3)), F(7, 2).__floor__(), F(7, 2).__ceil__(), F(3, 4).as_integer_ratio(), F(3, 4).is_integer()
str(F(3, 4)), str(F(3)), repr(F(-1, 2)), f'{F(1, 3):.3f}', f'{F(1, 3):>10}', f'{F(12345, 7):,.2f}', f'{F(1,3):e}'
format(F(1, 2), 'x')
abs(F(-1, 2)), -F(1, 2), +F(1, 2), bool(F(0)), F(1, 2).numerator, F(1, 2).denominator, F.from_float(0.25), F.from_decimal
s.mean([1, 2, 3, 4]), s.mean([F(1, 2), F(1, 3)]), s.fmean([1, 2]), s.median([1, 3, 2]), s.median([1, 2]), s.median_low([1, 2]), s.median_high([1, 2]), s.median_grouped([1, 2, 2, 3])
s.mean([])
s.median([])
s.mode('aab'), s.multimode('aabb'), s.stdev([1, 2, 3, 4]), s.pstdev([1, 2, 3]), s.variance([1, 2, 3]), s.pvariance([1, 2])
s.stdev([1])
s.mode([])
s.quantiles([1, 2, 3, 4, 5]), s.quantiles([1, 2, 3], n=2), s.harmonic_mean([40, 60]), s.geometric_mean([1, 10, 100])
s.quantiles([1], n=0)
s.correlation([1, 2, 3], [1, 5, 7]), s.covariance([1, 2, 3], [1, 5, 7]), s.linear_regression([1, 2, 3], [2, 4, 6])
s.NormalDist(1, 2).inv_cdf(0.3), s.NormalDist(1, 2).cdf(2), s.NormalDist(1, 2).pdf(1), s.NormalDist(0, 1) + s.NormalDist(1, 2), s.NormalDist.from_samples([1, 2, 3])
s.NormalDist(1, -1)
s.NormalDist().inv_cdf(1)
isinstance(1, numbers.Integral), isinstance(1.0, numbers.Rational), isinstance(F(1), numbers.Rational), isinstance(1j, numbers.Complex), isinstance(True, numbers.Integral)
""".splitlines():
    show(text)
