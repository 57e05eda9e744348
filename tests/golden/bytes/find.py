def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

b = b"abcabcabd"
for f in (b.find, b.rfind, b.index, b.rindex, b.count):
    print(f(b"abc"), f(b"ab", 1), f(97, -4), f(b""), f(bytearray(b"d"), None, None), f(b"b", 1, 5))
print(b.find(b"zz"), b.rfind(b"zz"), b.count(b"zz"), b.find(b"", 20), b.count(b"", 20), b.find(b"", 9), b.count(b""), b.rfind(b"", 2, 3), b.find(b"a", 5, 2))
for f in (b.find, b.index, b.count):
    for args in (("a",), (256,), (-1,), (None,), (1.5,), (b"a", "x"), (b"a", 1.5), (), (1, 2, 3, 4), (b"zz",)):
        attempt(f, *args)
print(b.startswith(b"abc"), b.startswith((b"x", b"ab")), b.endswith(b"bd"), b.startswith(b"b", 1), b.endswith(b"abc", 0, 6), b.startswith(()), b.startswith(b""), b.startswith(b"", 20))
for args in (("a",), (("a",),), ([b"a"],), (1,), ()):
    attempt(b.startswith, *args)
    attempt(b.endswith, *args)
