# The hash of a frozenset depends on its elements only, and on no order.
print(hash(frozenset()), hash(frozenset([1, 2, 3])), hash(frozenset([0])), hash(frozenset([-1, -2])))
print(hash(frozenset(range(100))), hash(frozenset(range(99, -1, -1))))
print(hash(frozenset([frozenset(), frozenset([1])])))
s = set(range(50))
for i in range(25):
    s.remove(i)
print(hash(frozenset(s)) == hash(frozenset(range(25, 50))))
d = {frozenset([1, 2]): "a"}
print(d[frozenset([2, 1])], frozenset([1]) in {frozenset([1])})
try:
    hash(set())
except TypeError as e:
    print(e)
print(set.__hash__)
a, b = frozenset([1, 2]), frozenset([1, 3])
hash(a), hash(b)
print(a == b, a != b, a == frozenset([2, 1]))
