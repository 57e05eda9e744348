"""Classes: many instances, operator methods, comparison, containers written in Python, class creation."""


class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __hash__(self):
        return hash((self.x, self.y))


class Stack:
    def __init__(self):
        self._items = []

    def __len__(self):
        return len(self._items)

    def __getitem__(self, i):
        return self._items[i]

    def __contains__(self, item):
        return item in self._items

    def push(self, item):
        self._items.append(item)

    def __call__(self, item):
        self.push(item)
        return len(self)


def main():
    v = Vec(0, 0)
    one = Vec(1, 2)
    same = 0
    for i in range(1_300_000):
        v = v + one * 2
        if v == one:
            same += 1
    stack = Stack()
    total = 0
    for i in range(900_000):
        total += stack(i) + stack[i // 2]
        if i < 200:
            total += i in stack
    seen = {Vec(i % 50, i % 60) for i in range(300_000)}
    made = [type(f"C{i}", (Vec,), {"n": i}) for i in range(3000)]
    print(v.x, v.y, same, total, len(stack), len(seen), sum(c.n for c in made))


main()
