def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

print(b"a" == b"a", b"a" != b"b", b"a" < b"b", b"ab" > b"a", b"" <= b"", b"a" >= b"b", b"\xff" > b"a")
print(b"a" == "a", b"a" == bytearray(b"a"), b"a" == memoryview(b"a"), b"a" < bytearray(b"b"), b"a" == 97)
print(hash(b"") == 0, hash(b"abc") == hash(bytes([97, 98, 99])), {b"k": 1}[bytes(b"k")])
attempt(lambda: b"a" < "a")
attempt(lambda: b"a" < 1)
print(sorted([b"b", b"", b"ab", b"a"]), max(b"abc"), min(b"abc"))
