def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

m = memoryview
print(m(b"abc") == m(b"abc").cast("b"), m(b"\xff") == m(b"\xff").cast("b"), m(b"ab") == m(b"ab").cast("c"), m(b"\x01\x00") == m(b"\x01").cast("?"), m(b"") == b"")
print(m(b"\x01\x00\x02\x00").cast("H") == m(b"\x01\x02"), m(bytes(8)).cast("d") == m(b"\0"), m(b"abc") == "abc", m(b"a") != b"b")
attempt(lambda: m(b"a") < b"b")
attempt(lambda: m(b"a") < m(b"b"))
print(hash(m(b"abcd")[::2]) == hash(b"ac"), hash(m(b"ab").cast("b")) == hash(b"ab"), {m(b"k"): 1}[b"k"])
attempt(hash, m(bytearray(b"a")))
attempt(hash, m(b"ab").cast("H"))
print(m(b"abca").count(97), m(b"abca").count("x"), m(b"abc").index(99), m(b"abc").index(99, -1, 10), m(b"abca").index(97, 1))
for args in ((5,), (97, 1, 2), (1, "a"), (97, 1, None)):
    attempt(m(b"abc").index, *args)
nan = m(bytes([0, 0, 0, 0, 0, 0, 0xf8, 0x7f])).cast("d")
print(nan == nan, nan.tolist())
