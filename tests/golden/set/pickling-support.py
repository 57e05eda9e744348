# __reduce__, __sizeof__, generic aliases, weak references' place.
import copy


class S(set):
    pass


s = S([1, 2])
print({1, 2}.__reduce__(), s.__reduce__())
s.x = 1
print(s.__reduce__(), frozenset().__reduce__())
t = copy.copy(s)
print(type(t).__name__, t, t.x, t is s)
t = copy.deepcopy({frozenset([1]), 2})
print(t == {frozenset([1]), 2})
print(set().__sizeof__(), set(range(5)).__sizeof__(), set(range(20)).__sizeof__())
print(set[int], frozenset[int, str], type(set[int]).__name__)
print(set.__doc__, set.add.__doc__, set.__text_signature__, set.update.__text_signature__, frozenset.__doc__)
