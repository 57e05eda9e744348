import sys
print([sys.getsizeof(x) for x in ((), (1,), (1, 2, 3), [], [1], {}, {1: 2}, {'a': 1}, set(), {1}, frozenset())])
print([sys.getsizeof(x) for x in (0, 1, -1, 2**30 - 1, 2**30, 2**60 - 1, 2**60, -2**90, True, 1.5, 1j, None, ..., NotImplemented)])
print([sys.getsizeof(x) for x in ('', 'a', 'abc', 'é', 'é' * 10, '\u1234', '\U0001f600', b'', b'abc', bytearray(), bytearray(b'abc'))])
print([sys.getsizeof(x) for x in (range(3), slice(1), object(), len, [].append, Exception(), KeyError('a'), OSError(), iter([]), memoryview(b'abc'), sys)])
print([sys.getsizeof(x) for x in (int, type, property(), classmethod(int), staticmethod(int), enumerate([]), zip(), map(len, []), lambda: 0)])
class A: pass
class B: __slots__ = ('x', 'y')
class C(int): pass
class D: __slots__ = ()
print([sys.getsizeof(x) for x in (A(), B(), C(5), D(), A, D)])
class S:
    def __sizeof__(self): return 1000
class N:
    def __sizeof__(self): return -1
class T:
    def __sizeof__(self): return 'a'
print(sys.getsizeof(S()) - 1000)
for o in (N(), T()):
    try:
        print(sys.getsizeof(o))
    except Exception as e:
        print(type(e).__name__, e)
print(sys.getsizeof(T(), 'default'))
d = {}
sizes = []
for i in range(100):
    d[str(i)] = i
    if sys.getsizeof(d) not in sizes: sizes.append(sys.getsizeof(d))
print(sizes)
print(sys.getrefcount(None), sys.getrefcount(True), sys.getrefcount(1), sys.getrefcount(int), sys.getrefcount(''), sys.getrefcount(()))
def f(x): return sys.getrefcount(x)
print(f([]), f(object()))
x = []
print(sys.getrefcount(x))
y = x
print(sys.getrefcount(x))
z = [x, x]
print(sys.getrefcount(x))
