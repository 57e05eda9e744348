import functools
import heapq
import bisect
import random

random.seed(12345)
data = [random.randrange(100) for _ in range(50)]
print(data)
print(sorted(data))
print(sorted(data, key=lambda v: (v % 10, -v)))
print(sorted(data, reverse=True)[:10])
words = "the quick brown fox jumps over the lazy dog".split()
print(sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b))))


class Item:
    compared = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Item.compared += 1
        return self.n < other.n

    def __repr__(self):
        return f"<{self.n}>"


print(sorted(map(Item, data[:12])), Item.compared)
mixed = [3, "a", None]
try:
    mixed.sort()
except TypeError as e:
    print(e, mixed)
l = [5, 4, 3, 2, 1]
try:
    l.sort(key=lambda v: l.append(v))
except (ValueError, TypeError) as e:
    print(type(e).__name__, e, l)


def key(v):
    if v == 3:
        raise KeyError(v)
    return v


try:
    l.sort(key=key)
except KeyError as e:
    print(repr(e), l)
for bad in (lambda: l.sort(1), lambda: l.sort(reverse="x"), lambda: l.sort(key=5), lambda: l.sort(foo=1)):
    try:
        print(bad())
    except TypeError as e:
        print(e)
h = data[:8]
heapq.heapify(h)
print(h, heapq.heappop(h), heapq.heappushpop(h, 1), heapq.heapreplace(h, 50), h)
print(heapq.nlargest(3, data), heapq.nsmallest(3, data, key=lambda v: -v), list(heapq.merge([1, 4], [2, 3], [0])))
try:
    heapq.heappop([])
except IndexError as e:
    print(e)
h = [9, 5, 1]
heapq.heapify_max(h)
print(h, heapq.heappop_max(h), h)
s = sorted(data)
print(bisect.bisect(s, 50), bisect.bisect_left(s, s[3]), bisect.bisect_right(s, s[3]), bisect.bisect([5, 3], 4, key=lambda v: -v))
bisect.insort(s, 50)
print(s[20:30], random.sample(range(100), 5), random.choice(words), random.shuffle(words), words, random.random(), random.gauss(0, 1), random.randbytes(4), random.choices("ab", [1, 3], k=5))
try:
    bisect.bisect([1], 1, -1)
except ValueError as e:
    print(e)
