"""Sorting: numbers, strings, key functions, objects with __lt__, sorted and heapq, own quicksort."""
import heapq
from operator import itemgetter


def numbers(n):
    out = []
    x = 42
    for _ in range(n):
        x = (x * 69069 + 1) % 2**32
        out.append(x)
    return out


class Job:
    def __init__(self, priority):
        self.priority = priority

    def __lt__(self, other):
        return self.priority < other.priority


def quicksort(items):
    if len(items) < 2:
        return items
    pivot = items[len(items) // 2]
    return quicksort([x for x in items if x < pivot]) + [x for x in items if x == pivot] + quicksort([x for x in items if x > pivot])


data = numbers(150_000)
text = [str(x) for x in data]
a = sorted(data)
b = sorted(text)
c = sorted(data, key=lambda x: (x & 255, -x))
d = sorted(zip(text, data), key=itemgetter(1), reverse=True)
e = sorted([Job(x % 5000) for x in data[:60_000]])
f = quicksort(data[:60_000])
heap = []
for x in data[:80_000]:
    heapq.heappush(heap, x)
g = [heapq.heappop(heap) for _ in range(60_000)]
print(a[1000], b[1000], c[1000], d[1000], e[1000].priority, f[1000], g[1000])
floats = [x * 0.5 for x in data]
floats.sort()
print(floats[77], heapq.nlargest(3, data), min(data, key=lambda x: x % 1009))
