import statistics
from statistics import *
from fractions import Fraction
from decimal import Decimal
def each(source):
    for line in source.strip().splitlines():
        try:
            print(line, "->", repr(eval(line, globals())))
        except Exception as e:
            print(line, "->", type(e).__name__ + ":", e)
data = [2.5, 3.25, 5.5, 11.25, 11.5, 11.5]
each("""
mean(data), fmean(data), geometric_mean(data), harmonic_mean(data), median(data), median_low(data), median_high(data), median_grouped([1, 3, 3, 5, 7]), mode(data), multimode("aabbc"), pstdev(data), pvariance(data), stdev(data), variance(data), quantiles(data), quantiles(data, n=3, method="inclusive")
mean([1, 2, 3, 4]), mean([Fraction(1, 2), Fraction(1, 3)]), mean([Decimal("0.5"), Decimal("0.75")]), mean([True, False]), median([3, 1]), median([1]), mode([1, "a", "a"]), mean(x for x in range(5)), fmean([1, 2], weights=[3, 1]), harmonic_mean([40, 60], weights=[1, 2]), variance([1, 2, 3], 2), pvariance([1, 2], mu=1)
mean([])
median([])
mode([])
stdev([1])
variance([])
pstdev([])
harmonic_mean([-1])
geometric_mean([0])
geometric_mean([-1])
fmean([])
fmean([1], weights=[1, 2])
fmean([1], weights=[0])
quantiles([])
quantiles([1, 2], n=0)
quantiles([1, 2], method="x")
mean(["a"])
mean(5)
mean([1, "a"])
mean([float("nan"), 1]), mean([float("inf"), 1]), multimode([]), median(["a", "b", "c"]), median_low("abcd"), median_grouped([1, 2, 2, 3], interval=2)
median(["a", "b"])
correlation([1, 2, 3], [1, 5, 7]), covariance([1, 2, 3], [1, 5, 7]), linear_regression([1, 2, 3], [2, 4, 6.5]), linear_regression([1, 2], [2, 4], proportional=True), correlation([1, 2, 3], [3, 1, 2], method="ranked")
correlation([1], [1])
correlation([1, 2], [1])
correlation([1, 1], [1, 2])
linear_regression([1, 1], [1, 2])
covariance([1], [1])
correlation([1, 2], [1, 2], method="x")
NormalDist(), NormalDist(100, 15), NormalDist(100, 15).cdf(115), NormalDist(0, 1).pdf(0), NormalDist(100, 15).inv_cdf(0.9), NormalDist.from_samples([1, 2, 3]), NormalDist(1, 2) + NormalDist(3, 4), NormalDist(1, 2) * 3, NormalDist(1, 2) - 5, -NormalDist(1, 2), NormalDist(1, 2) == NormalDist(1, 2), NormalDist(2, 1).overlap(NormalDist(3, 1)), NormalDist(100, 15).quantiles(4), NormalDist(100, 15).zscore(130), NormalDist(5, 2).variance, hash(NormalDist()) == hash(NormalDist())
NormalDist(0, -1)
NormalDist(0, 1).inv_cdf(2)
NormalDist(0, 0).pdf(1)
NormalDist(0, 1).overlap(5)
NormalDist(1, 1).samples(2, seed=1), [round(v, 6) for v in NormalDist(5, 1).samples(3, seed=7)]
round(kde([1, 2, 3], h=1)(2), 6), round(kde([1, 2], h=1, kernel="triangular")(1.5), 6)
kde([], h=1)
kde([1], h=0)
kde([1], h=1, kernel="x")
issubclass(StatisticsError, ValueError), statistics.__all__[:3]
""")
