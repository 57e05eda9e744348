"""deque, OrderedDict, lru_cache, bisect: breadth-first search, caches, edit distance, sliding windows."""
from bisect import insort
from collections import OrderedDict, deque
from functools import lru_cache


def bfs(width, height):
    distance = {(0, 0): 0}
    queue = deque([(0, 0)])
    while queue:
        x, y = queue.popleft()
        d = distance[x, y] + 1
        for p in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if 0 <= p[0] < width and 0 <= p[1] < height and p not in distance and (p[0] & p[1]) % 3 != 2:
                distance[p] = d
                queue.append(p)
    return len(distance), max(distance.values())


def edit_distance(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


@lru_cache(maxsize=None)
def ways(n, coins):
    if n == 0:
        return 1
    if n < 0 or not coins:
        return 0
    return ways(n - coins[0], coins) + ways(n, coins[1:])


def lru(n):
    cache = OrderedDict()
    hits = 0
    for i in range(n):
        k = i * i % 211
        if k in cache:
            cache.move_to_end(k)
            hits += 1
        else:
            cache[k] = i
            if len(cache) > 64:
                cache.popitem(last=False)
    return hits


window = deque(maxlen=50)
ordered = []
for i in range(600_000):
    window.append(i * 7919 % 10007)
    if i % 10 == 0:
        insort(ordered, window[0])
print(bfs(700, 700), edit_distance("kitten sitting on the mat " * 32, "sitting kitten at the mall " * 32))
print(ways(900, (50, 25, 10, 5, 1)), lru(2_000_000), sum(window), ordered[500])
