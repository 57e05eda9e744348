"""itertools and builtins over iterators: chain, product, groupby, accumulate, zip, map, filter, enumerate."""
from itertools import accumulate, chain, combinations, count, groupby, islice, product, takewhile, zip_longest
from functools import reduce


def main():
    total = 0
    total += sum(a * b for a, b in product(range(500), range(300)))
    total += sum(len(list(g)) for _, g in groupby(range(500_000), key=lambda x: x // 10))
    total += sum(1 for c in combinations(range(60), 3) if sum(c) % 7 == 0)
    total += reduce(lambda a, b: (a * 31 + b) & 0xFFFFFF, chain(range(300_000), range(200_000)))
    total += sum(map(lambda x: x + 1, filter(lambda x: x & 1, range(500_000))))
    total += max(accumulate(i % 7 - 3 for i in range(300_000)))
    for i, (a, b) in enumerate(zip(range(400_000), range(5, 400_005))):
        total += a * b - i
    total += sum(islice(count(10, 3), 300_000)) + len(list(takewhile(lambda x: x < 200_000, count())))
    total += sum((a or 0) + b for a, b in zip_longest(range(10), range(200_000)))
    total += any(x == 399_999 for x in range(400_000)) + all(x >= 0 for x in reversed(range(300_000)))
    print(total)


for _ in range(5):
    main()
