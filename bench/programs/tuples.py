"""Tuples: building, unpacking, comparing, swapping, named tuples, as records in lists."""
from collections import namedtuple

Point = namedtuple("Point", "x y")


def pairs(n):
    a, b, c = 1, 2, 3
    total = 0
    for i in range(n):
        a, b, c = b, c, (a + b) % 1000
        t = (a, b, i)
        x, y, z = t
        total += x - y + z
    return total


def compare(n):
    best = (0, 0, "")
    for i in range(n):
        candidate = (i % 97, i % 89, "x")
        if candidate > best:
            best = candidate
    return best


def points(n):
    p = Point(0, 1)
    for i in range(n):
        p = Point(p.y, (p.x + i) & 1023)
    return p


def linked(n):
    node = None
    for i in range(n):
        node = (i, node)
    total = 0
    while node is not None:
        value, node = node
        total += value
    return total


print(pairs(3_500_000), compare(3_500_000), points(800_000), linked(700_000))
