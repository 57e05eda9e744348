"""A property whose getter runs the same instruction with objects of other classes."""


class Leaf:
    def __init__(self, value):
        self.value = value

    @property
    def total(self):
        return self.value


class Plain:
    def __init__(self, value):
        self.total = value


class Slotted:
    __slots__ = ("total",)

    def __init__(self, value):
        self.total = value


class Node:
    def __init__(self, *children):
        self.children = children

    @property
    def total(self):
        return add(self.children)


class Method:
    def total(self):
        return 5


class OnClass:
    total = 7


def add(things):
    result = 0
    for thing in things:
        found = thing.total
        result += found() if callable(found) else found
    return result


def tree(depth, kinds):
    if depth == 0:
        return [kind(depth + i) for i, kind in enumerate(kinds)]
    return [Node(*tree(depth - 1, kinds)), *(kind(depth) for kind in kinds), Node(*tree(depth - 1, kinds[::-1]))]


for _ in range(40):
    assert add([Node(Leaf(1), Leaf(2)), Node(Leaf(3))]) == 6
print(add(tree(3, [Leaf, Plain, Slotted])))
for others in ([Plain(1)], [Slotted(2)], [Method()], [OnClass()], [OnClass], [Leaf(1)], [Plain(1), Slotted(2), Leaf(3)]):
    for _ in range(40):
        add([Node(Leaf(1), Leaf(2)), Node(Leaf(3))])
    print(add([Node(Leaf(1), Node(*others)), Node(*others), Leaf(4)]))
    for _ in range(40):
        add(others)
    print(add([Node(Leaf(1), Node(*others)), Node(*others), Leaf(4)]))


class Swapped:
    """The class changes while its getter runs."""

    @property
    def total(self):
        Swapped.total = 3
        add([self])
        return 1


for _ in range(30):
    add([Node(Leaf(1))])
print(add([Swapped(), Swapped(), Node(Leaf(2))]))
