"""Comprehensions: lists, sets, dicts, nested ones with conditions."""


def main():
    total = 0
    for k in range(40):
        squares = [x * x for x in range(12_000)]
        even = {x for x in squares if x % 2 == 0}
        table = {x: str(x) for x in range(k, 3000)}
        pairs = [(a, b) for a in range(60) for b in range(a) if (a + b) % 3]
        matrix = [[i * j for j in range(40)] for i in range(40)]
        flat = [v for row in matrix for v in row if v > 100]
        total += len(even) + len(table) + len(pairs) + sum(flat) + sum([len(s) for s in table.values()])
    print(total)


for _ in range(14):
    main()
