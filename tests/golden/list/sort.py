class Item:
    def __init__(self, key, tag):
        self.key, self.tag = key, tag

    def __lt__(self, other):
        return self.key < other.key

    def __repr__(self):
        return f"{self.key}{self.tag}"


state = 7


def random():
    global state
    state = state * 1103515245 + 12345 & 0x7FFFFFFF
    return state >> 8


for n in (0, 1, 2, 5, 40, 63, 64, 65, 300, 1000):
    items = [Item(random() % 10, i) for i in range(n)]
    result = sorted(items)
    assert all(a.key < b.key or a.key == b.key and a.tag < b.tag for a, b in zip(result, result[1:])), n
    result = sorted(items, reverse=True)
    assert all(a.key > b.key or a.key == b.key and a.tag < b.tag for a, b in zip(result, result[1:])), n
    print(n, result[:4], result[-2:])


def attempt(values, key=None):
    try:
        values.sort(key=key)
    except Exception as error:
        print(type(error).__name__, error, end=" ")
    print(values)


values = [3, 1]
attempt(values, lambda x: values.append(1) or x)
values = [3, 1, 2]
attempt(values, lambda x: 1 // (x - 2))
values = [3, 1, "a", 2]
attempt(values)
values = [3, 1, 2]
attempt(values, lambda x: print(len(values), x) or -x)
values = [5, 4, 3]
it = reversed(values)
print(next(it), it.__reduce__(), it.__length_hint__())
it.__setstate__(10)
print(list(it), it.__reduce__())
it = reversed(values)
it.__setstate__(0)
values.clear()
print(list(it))
