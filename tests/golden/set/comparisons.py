# Subset relations.
a, b, c = {1, 2}, {1, 2, 3}, {4}
for x in (a, b, c, set()):
    print([(x < y, x <= y, x == y, x != y, x > y, x >= y) for y in (a, b, c, frozenset(a), set())])
print(a.issubset([1, 2, 3]), a.issubset([1]), a.issuperset([1]), a.issuperset([1, 3]), a.isdisjoint([3]), a.isdisjoint([2, 3]))
print(set().issubset([]), set().issuperset([]), set().isdisjoint([]), a.isdisjoint(a), set().isdisjoint(set()))
print(a.issubset(b), b.issuperset(a), a.isdisjoint(c), a.isdisjoint(b))
