# Displays, empty sets, repr of subclasses, sets of ints in table order.
class S(set):
    pass


class F(frozenset):
    pass


print(set(), frozenset(), {1}, frozenset([1]))
print(S(), S([1]), F(), F([2]))
print({3, 1, 2}, {8, 0}, {0, 8}, {16, 8, 0, 1}, {-1, -2, 5})
print({x * 7 for x in range(20)})
print({1, 1.0, True}, {True, 1}, {0, False, 0.0})
print({*[1, 2], *(2, 3)}, {*()})
print({1.5, 2.5, -0.5}, {2**40, 2**61, 1})
print({(1, 2), (3, 4), (5, 6)})
print({None: 1} and {None})
a = set()
a.add(frozenset(a))
print(a)
