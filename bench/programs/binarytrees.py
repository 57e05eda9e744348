"""Allocation: binary trees, linked lists, cycles for the collector, a game of life."""
import gc


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        if self.left is None:
            return 1
        return 1 + self.left.check() + self.right.check()


def tree(depth):
    if depth == 0:
        return Node(None, None)
    return Node(tree(depth - 1), tree(depth - 1))


class Ring:
    def __init__(self):
        self.me = self
        self.data = [self]


def life(width, height, turns):
    live = {(x, y) for x in range(width) for y in range(height) if (x * 3 + y * 5) % 7 < 3}
    for _ in range(turns):
        counts = {}
        for x, y in live:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx or dy:
                        key = ((x + dx) % width, (y + dy) % height)
                        counts[key] = counts.get(key, 0) + 1
        live = {p for p, n in counts.items() if n == 3 or n == 2 and p in live}
    return len(live)


total = 0
for depth in range(4, 19):
    total += tree(depth).check()
for i in range(400):
    total += tree(11).check()
for _ in range(400_000):
    Ring()
print(total, life(60, 50, 200), gc.isenabled())
