"""Generators: pipelines, yield from over a tree, send, generator expressions."""


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def squares(source):
    for x in source:
        yield x * x


def odd(source):
    for x in source:
        if x & 1:
            yield x


class Tree:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right


def build(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return Tree(middle, build(low, middle), build(middle + 1, high))


def averager():
    total = count = 0
    value = yield
    while True:
        total += value
        count += 1
        value = yield total // count


tree = build(0, 30_000)
average = averager()
next(average)
print(sum(odd(squares(count(4_500_000)))))
print(sum(sum(tree) for _ in range(14)))
print([average.send(i) for i in range(1_500_000)][-1], sum(x ^ 1 for x in range(4_000_000) if x % 3))
