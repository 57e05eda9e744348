"""Sets: membership, operations, unique paths, graph search."""


def membership(n):
    odd = {i * 2 + 1 for i in range(5000)}
    hits = 0
    for i in range(n):
        if i % 9973 in odd:
            hits += 1
    return hits


def operations(n):
    a = set(range(0, 600, 2))
    b = set(range(0, 600, 3))
    total = 0
    for _ in range(n):
        total += len(a & b) + len(a | b) + len(a - b) + len(a ^ b)
    return total


def search(size):
    seen = {(0, 0)}
    frontier = [(0, 0)]
    while frontier:
        following = []
        for x, y in frontier:
            for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
                p = (x + dx, y + dy)
                if 0 <= p[0] < size and 0 <= p[1] < size and p not in seen and (p[0] * p[1]) % 5 != 4:
                    seen.add(p)
                    following.append(p)
        frontier = following
    return len(seen)


def distinct(n):
    text = [chr(97 + i % 26) + str(i % 3000) for i in range(n)]
    return len(set(text)), len(frozenset(t[0] for t in text))


print(membership(6_000_000), operations(12_000), search(600), distinct(1_000_000))
