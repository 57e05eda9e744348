# |, &, -, ^ and their in-place forms; the result has the left operand's base type.
class S(set):
    pass


a, b = {1, 2, 3}, frozenset({3, 4})
for x, y in ((a, b), (b, a), (S(a), b), (a, a)):
    for r in (x | y, x & y, x - y, x ^ y):
        print(type(r).__name__, sorted(r))
a = {1, 2, 3}
c = a
a |= {4}
a &= {2, 3, 4, 5}
a -= {3}
a ^= {2, 9}
print(sorted(a), a is c)
f = frozenset([1])
g = f
f |= {2}
print(f == {1, 2}, f is g, type(f).__name__)
a ^= a
print(a)
a = {1, 2}
a -= a
print(a)
for op in ("|", "&", "-", "^", "<", "<=", ">", ">="):
    try:
        print(eval("{1} %s [1]" % op))
    except TypeError as e:
        print(e)
for op in ("|=", "&=", "-=", "^="):
    try:
        s = {1}
        exec("s %s [1]" % op)
    except TypeError as e:
        print(e)
print({1}.__or__([1]), {1}.__and__(1), {1}.__ior__([2]))
print({1} == [1], {1} != [1], {1} == frozenset([1]), frozenset([1]) == {1.0})
print({1, 2} - {1: 0}.keys())
