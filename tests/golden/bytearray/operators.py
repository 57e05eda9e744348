def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

b = bytearray(b"abc")
print(b + b"x", b"x" + b, b + memoryview(b"y"), b * 2, 2 * b, b == b"abc", b"abc" == b, b < b"abd", b > memoryview(b"ab"), b == [1], b != b"abc")
print(type(b"x" + b).__name__, type(b + b"x").__name__, b[0], b[-1], b[1:], b[::-1], 97 in b, b"bc" in b)
print(repr(bytearray(b"it's")), repr(bytearray(b'"q"')), repr(bytearray(b"'\"")), str(bytearray(b"s")), repr(bytearray()))
for f in (lambda: b + 1, lambda: b + "a", lambda: 1 + b, lambda: b[10], lambda: b["a"], lambda: b[1.5], lambda: b * "a", lambda: b < 1, lambda: "a" in b, lambda: 300 in b):
    attempt(f)
c = b
c += b"!"
print(b is c, b)
print(b.__reduce__(), b.__reduce_ex__(3), bytearray().__reduce__())
