def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

for args in ((), (3,), (b"abc",), ([1, 2],), ("abc", "ascii"), (bytearray(b"x"),), (range(3),), (memoryview(b"abc")[::-1],)):
    attempt(bytearray, *args)
for args in ((-1,), ("a",), ("a", 1), (b"a", "utf8"), ([256],), (["a"],), (1.5,), (object(),), (None,), (2**100,), (1, 2, 3, 4)):
    attempt(bytearray, *args)
b = bytearray(b"abc")
b.__init__(b"new")
print(b, bytearray(source=2))
class S(bytearray):
    def __init__(self, *a, **k):
        self.extra = k
        super().__init__(*a)
s = S(b"q", x=1)
print(s, s.extra, type(s.copy()).__name__, type(s + b"").__name__, type(s[:]).__name__)
attempt(hash, b)
