# bisect with keys and bounds, heapq in both directions, merges and n-best.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


from bisect import *
import heapq
data = [1, 3, 3, 3, 5]
for x in (0, 1, 3, 4, 6):
    print(x, bisect_left(data, x), bisect_right(data, x), bisect(data, x, 2), bisect_left(data, x, 0, 2), bisect(data, x, hi=3))
pairs = [("a", 1), ("b", 2), ("c", 5)]
print(bisect_left(pairs, 2, key=lambda p: p[1]), bisect_right(pairs, 3, key=lambda p: p[1]))
insort(data, 4)
insort_left(data, 3)
insort_right(pairs, ("d", 3), key=lambda p: p[1])
print(data, pairs)
show("lo", bisect, data, 1, -1)
show("type", bisect, data, "a")
show("kw", lambda: bisect(data, 1, low=1))
show("key", lambda: bisect(data, 1, key=5))
h = [5, 2, 8, 1, 9, 3]
heapq.heapify(h)
print(h, heapq.heappop(h), h, heapq.heappush(h, 0), h, heapq.heappushpop(h, 4), heapq.heapreplace(h, 7), h)
print([heapq.heappop(h) for _ in range(len(h))])
show("pop", heapq.heappop, [])
show("replace", heapq.heapreplace, [], 1)
show("list", heapq.heapify, (1, 2))
show("compare", heapq.heapify, [1, "a"])
print(heapq.nlargest(3, [4, 1, 7, 3, 7]), heapq.nsmallest(2, "hello"), heapq.nlargest(2, ["aa", "b", "cccc"], key=len), heapq.nsmallest(0, [1]), heapq.nlargest(9, [2, 1]))
print(list(heapq.merge([1, 4], [2, 3], [])), list(heapq.merge("ca", "db", reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
m = [5, 2, 8]
heapq.heapify_max(m)
print(m, heapq.heappop_max(m), heapq.heappush_max(m, 9), m, heapq.heappushpop_max(m, 1), heapq.heapreplace_max(m, 3), m)
