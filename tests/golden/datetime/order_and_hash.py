# Order, equality and hashes of dates, times and differences, within and between types and zones; sorting, sets, heaps.
import bisect
import heapq
import random
from datetime import *
from functools import cmp_to_key
from operator import attrgetter, eq, ge, gt, le, lt, ne

random.seed(7)
OPS = (lt, le, eq, ne, gt, ge)


def table(left, right):
    out = []
    for op in OPS:
        try:
            out.append(str(op(left, right))[0])
        except TypeError as error:
            out.append(f"[{error}]")
    return " ".join(out)


class Day(date):
    pass


class Other:
    def __eq__(self, other):
        return "eq"

    def __lt__(self, other):
        return "lt"

    def __gt__(self, other):
        return "gt"

    def __radd__(self, other):
        return "radd"

    def __rsub__(self, other):
        return "rsub"

    __le__ = __ge__ = __lt__
    __hash__ = None


east, west = timezone(timedelta(hours=9)), timezone(timedelta(hours=-9))
things = [date(2024, 1, 1), Day(2024, 1, 1), datetime(2024, 1, 1), datetime(2024, 1, 1, tzinfo=timezone.utc), datetime(2024, 1, 1, 9, tzinfo=east), datetime(2023, 12, 31, 15, tzinfo=west), datetime(2024, 1, 1, fold=1), time(0), time(9, tzinfo=east), time(0, tzinfo=timezone.utc), timedelta(0), timedelta(1), timezone.utc, east, 5, None, Other()]
for a in things:
    for b in things:
        print(type(a).__name__, type(b).__name__, table(a, b))
    print()
for other in (Other(),):
    for a in things[:-1]:
        for op in (lambda: a + other, lambda: a - other, lambda: other + a, lambda: other == a):
            try:
                print(type(a).__name__, op())
            except TypeError as error:
                print(type(a).__name__, error)
same = [[date(2024, 1, 1), Day(2024, 1, 1)], [datetime(2024, 1, 1, tzinfo=timezone.utc), datetime(2024, 1, 1, 9, tzinfo=east), datetime(2023, 12, 31, 15, tzinfo=west)], [time(9, tzinfo=east), time(0, tzinfo=timezone.utc)], [timedelta(1), timedelta(hours=24)], [timezone.utc, timezone(timedelta(0), "x")], [datetime(1, 1, 1), datetime(1, 1, 1, fold=1)], [time(1), time(1, fold=1)], [timedelta(-1), timedelta(hours=-24)]]
for group in same:
    print(len({hash(x) for x in group}), len(set(group)), {group[0]: "found"}.get(group[-1]), all(hash(x) == hash(x) for x in group))

stamps = [datetime(2024, 1, 1) + timedelta(seconds=random.randrange(10**7), microseconds=random.randrange(3)) for _ in range(400)]
zoned = [s.replace(tzinfo=random.choice([timezone.utc, east, west])) for s in stamps]
for values in (stamps, zoned, [s.date() for s in stamps], [s.time() for s in stamps], [s - stamps[0] for s in stamps]):
    ordered = sorted(values)
    heap = list(values)
    heapq.heapify(heap)
    assert ordered == [heapq.heappop(heap) for _ in values] == sorted(values, key=cmp_to_key(lambda a, b: (a > b) - (a < b)))
    assert sorted(values, reverse=True) == list(reversed(ordered)) or len(set(values)) < len(values)
    middle = ordered[200]
    print(ordered[0], ordered[-1], middle, len(set(values)), bisect.bisect_left(ordered, middle), bisect.bisect_right(ordered, middle), min(values) == ordered[0], max(values) == ordered[-1], ordered.index(middle) <= 200)
print(sorted(stamps, key=attrgetter("microsecond", "minute"))[:3])
mixed = [datetime(2024, 1, 1), datetime(2024, 1, 1, tzinfo=timezone.utc)]
for function in (sorted, min, max, set, lambda v: v[0] in v[1:], lambda v: v.index(v[1]), lambda v: sum([timedelta(1)] * 3, v[0]), lambda v: sum([timedelta(1)] * 3)):
    try:
        print(function(mixed) if function is not set else len(function(mixed)))
    except TypeError as error:
        print(error)
counts = {}
for s in stamps:
    counts[s.date()] = counts.get(s.date(), 0) + 1
print(len(counts), sum(counts.values()), counts[max(counts, key=lambda d: (counts[d], d))])
