# Decimal, Fraction and statistics in a report of accounts: rounding modes, contexts, traps, formatting, quantiles, regression.
import decimal
import operator
import statistics
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction
from itertools import accumulate, groupby

entries = [("2024-01-03", "rent", "-950.00"), ("2024-01-15", "salary", "2412.335"), ("2024-01-20", "food", "-87.125"), ("2024-02-01", "rent", "-950"), ("2024-02-14", "gift", "1e2"), ("2024-02-20", "food", "-0.005"), ("2024-02-28", "tax", "-33.333333")]
cent = Decimal("0.01")
balance = Decimal(0)
for month, group in groupby(entries, key=lambda e: e[0][:7]):
    rows = [(kind, Decimal(amount)) for _, kind, amount in group]
    print(month)
    for kind, amount in rows:
        balance += amount
        print(f"  {kind:<8}{amount.quantize(cent, ROUND_HALF_UP):>12,}{balance:>+14.2f}{amount!r:>26}")
    print(f"  {'sum':<8}{sum(a for _, a in rows).quantize(cent):>12,}")
for mode in (ROUND_CEILING, ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, decimal.ROUND_UP, decimal.ROUND_FLOOR, decimal.ROUND_05UP):
    print(mode, [str(Decimal(x).quantize(Decimal("1"), mode)) for x in ("2.5", "-2.5", "3.5", "0.1", "-0.9", "10.5")])
with localcontext(prec=6) as ctx:
    print(Decimal(1) / 3, Decimal(2).sqrt(), Decimal("1e10") + 1, +Decimal("1.23456789"), ctx.flags[decimal.Inexact], Decimal(10).ln(), Decimal(2) ** Decimal("0.5"), Decimal("NaN") + 1, (Decimal(7) // -2, Decimal(7) % -2, divmod(Decimal(-7), 2)))
for expression in [lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal("x"), lambda: Decimal(-1).sqrt(), lambda: Decimal("sNaN") + 1, lambda: Decimal("1e999999") * 10 ** 9 if False else Decimal("9e999999999999999999") * 10, lambda: Decimal(1) + 1.5, lambda: Decimal("1.5").quantize(Decimal("1e-40")), lambda: int(Decimal("Infinity")), lambda: Decimal("NaN") < 1, lambda: hash(Decimal("sNaN")), lambda: Decimal((0, (1, 2), "x")), lambda: Context(prec=0), lambda: Context(rounding="odd"), lambda: f"{Decimal(1):q}", lambda: Decimal(1).compare_total(3.5), lambda: Decimal.from_float("1")]:
    try:
        print(expression())
    except Exception as error:
        print(type(error).__name__, error)
print(Decimal("123456.789").to_eng_string(), Decimal("1E+3").normalize(), Decimal("0.00").is_zero(), Decimal("-0"), Decimal("1.10") == Decimal("1.1"), Decimal("1.10").compare_total(Decimal("1.1")), Decimal(0.1), Decimal.from_float(0.5), Decimal("12.34").as_tuple(), Decimal("3.14").as_integer_ratio(), f"{Decimal('1234567.891'):,.1f} {Decimal('0.000001'):e} {Decimal('12'):010.3f} {Decimal('0.5'):.0%} {Decimal('-1.5'):z.0f}", round(Decimal("2.675"), 2), round(Decimal("2.5")), Decimal("5").fma(2, 3), Decimal(3).logb(), Decimal("1.5").next_plus(Context(prec=3)), max(Decimal(1), 2), sum([Decimal("0.1")] * 3) == Decimal("0.3"))
f = Fraction("3/4") + Fraction("0.125") - Fraction(1, 3)
print(f, repr(f), float(f), f.limit_denominator(10), Fraction(0.1).limit_denominator(1000), Fraction("1e-3"), Fraction(-7, 3) // 1, round(Fraction(7, 2)), round(Fraction(22, 7), 3), Fraction(1, 3) ** -2, Fraction(4, 9) ** 0.5, divmod(Fraction(7, 2), Fraction(3, 4)), f"{Fraction(22, 7):.4f} {Fraction(1, 3):>10} {Fraction(10 ** 6, 7):,.2f}", Fraction(1, 2) == 0.5 == Decimal("0.5"), hash(Fraction(1, 2)) == hash(0.5), Fraction.from_decimal(Decimal("1.25")), Fraction(3).is_integer(), Fraction(5, 2).as_integer_ratio())
for bad in [lambda: Fraction(1, 0), lambda: Fraction("1/0"), lambda: Fraction("x"), lambda: Fraction(1.5, 2), lambda: Fraction(float("nan")), lambda: Fraction("3/ 4"), lambda: Fraction(1, 2) + Decimal(1), lambda: Fraction(1, 2) / 0, lambda: Fraction(1, 2) < 1j, lambda: Fraction(1, 2).limit_denominator(0), lambda: Fraction(None)]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
data = [2.5, 3.25, 5.5, 11.25, 11.75, 3.25]
print(statistics.mean(data), statistics.fmean(data, weights=[1, 2, 3, 1, 1, 1]), statistics.geometric_mean([1, 9]), statistics.harmonic_mean([40, 60], weights=[1, 2]), statistics.median(data), statistics.median_low(data), statistics.median_grouped(data), statistics.mode("abcab"), statistics.multimode("aabbc"), statistics.pstdev(data), statistics.variance([Fraction(1, 4), Fraction(5, 4)]), statistics.stdev([Decimal("1"), Decimal("2.5")]), statistics.quantiles(range(1, 11), n=4), statistics.quantiles(data, n=3, method="inclusive"))
print(statistics.linear_regression([1, 2, 3], [2, 4.1, 6]), statistics.correlation([1, 2, 3], [3, 2, 1]), statistics.covariance([1, 2, 3], [4, 6, 9]), statistics.correlation([1, 5, 3], [2, 9, 4], method="ranked"), statistics.NormalDist(5, 2) + 3, statistics.NormalDist.from_samples([1, 2, 3, 4]).stdev, round(statistics.NormalDist().inv_cdf(0.975), 6), statistics.NormalDist(0, 1).overlap(statistics.NormalDist(1, 1)), statistics.NormalDist(3, 4).quantiles(3), round(statistics.kde([1, 2, 3], 0.5)(2), 6))
for bad in [lambda: statistics.mean([]), lambda: statistics.median([]), lambda: statistics.stdev([1]), lambda: statistics.mode([]), lambda: statistics.quantiles([1, 2], n=0), lambda: statistics.geometric_mean([-1]), lambda: statistics.harmonic_mean([-1]), lambda: statistics.NormalDist(0, -1), lambda: statistics.linear_regression([1, 1], [1, 2]), lambda: statistics.correlation([1], [1]), lambda: statistics.mean(["a"]), lambda: statistics.fmean([1], [1, 2]), lambda: statistics.NormalDist().inv_cdf(2)]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(list(accumulate([Decimal(1), Fraction(1, 2).numerator, 3], operator.mul)), decimal.getcontext().prec, decimal.DefaultContext.rounding, decimal.MAX_PREC > 10 ** 17, Context(prec=3).create_decimal("1.23456"), decimal.ExtendedContext.divide(1, 3), decimal.BasicContext.sqrt(2))
