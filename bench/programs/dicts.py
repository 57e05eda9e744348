"""Dictionaries with int, str and tuple keys: counting, grouping, updating, iteration."""


def count(n):
    table = {}
    for i in range(n):
        k = i * 7919 % 10007
        table[k] = table.get(k, 0) + 1
    return len(table), max(table.values())


def words(n):
    names = [f"name{i}" for i in range(500)]
    groups = {}
    for i in range(n):
        name = names[i % 500]
        if name in groups:
            groups[name].append(i)
        else:
            groups[name] = [i]
    return sum(len(v) for v in groups.values()), groups["name7"][3]


def grid(n):
    cells = {}
    for x in range(n):
        for y in range(n):
            cells[x, y] = x * y
    total = 0
    for (x, y), v in cells.items():
        if (x + 1, y) in cells:
            total += v
    return total


def churn(n):
    d = {}
    for i in range(n):
        d[i] = i
        if i >= 100:
            del d[i - 100]
    d.update({k: -v for k, v in d.items()})
    return sum(d.values())


print(count(3_500_000), words(3_000_000), grid(800), churn(2_000_000))
