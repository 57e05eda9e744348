def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

class B:
    def __bytes__(self): return b"from __bytes__"
class BB:
    def __bytes__(self): return "no"
class I:
    def __index__(self): return 3
for args in ((), (3,), (b"abc",), ([1, 2, 255],), ((1, 2),), (range(3),), ("abc", "ascii"), (bytearray(b"x"),), (memoryview(b"abc")[::2],), (B(),), (I(),), ({5: 6},), (iter([1]),)):
    attempt(bytes, *args)
for args in ((-1,), ("a",), ("a", 1), (b"a", "utf8"), ("a", "utf8", 1), ([256],), ([-1],), (["a"],), (1.5,), (object(),), (None,), (2**100,), (BB(),), ([2**70],), (1, 2, 3, 4)):
    attempt(bytes, *args)
attempt(lambda: bytes(encoding="utf8"))
attempt(lambda: bytes(errors="strict"))
attempt(lambda: bytes(source=2))
attempt(lambda: bytes(x=2))
attempt(lambda: bytes(b"a", errors="strict"))
b = b"same object"
print(bytes(b) is b, len({id(bytes()), id(bytes([])), id(bytes(0))}))
