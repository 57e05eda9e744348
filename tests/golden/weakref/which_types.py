from _weakref import ref
def f(): pass
def g(): yield
class C:
    __slots__ = ()
class D:
    __slots__ = ("__weakref__",)
class I(int): pass
class L(list): pass
for o in [f, C, len, g(), f.__code__, set(), frozenset(), memoryview(b""), type, C().__init__, D(), I(), L(), ref]:
    try:
        print(type(o).__name__, ref(o)() is o)
    except TypeError as e:
        print(type(o).__name__, e)
for o in [C(), 1, 1.5, "s", b"", bytearray(), range(3), slice(1), object(), iter([]), Ellipsis, True, 1j]:
    try:
        print(type(o).__name__, ref(o)() is o)
    except TypeError as e:
        print(e)
