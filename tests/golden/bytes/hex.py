def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

b = b"\xb9\x01\xef\x00a"
print(b.hex(), b.hex(":"), b.hex(":", 2), b.hex(":", -2), b.hex(b"-", 3), b.hex(sep=" ", bytes_per_sep=0), b"".hex(":"), b"a".hex("-", 10))
print(bytes.fromhex("b9 01EF"), bytes.fromhex(""), bytes.fromhex(" \t0a\n0B "), bytearray.fromhex("ff"), bytes.fromhex(b"6162"), bytes.fromhex(memoryview(b"61")))
class S(bytes): pass
print(type(S.fromhex("61")).__name__, S.fromhex("61"))
for args in (("::",), (1,), ("\u1234",), (b"\xff",), ("",), (None,), (":", "a"), (bytearray(b":"),)):
    attempt(b.hex, *args)
for arg in ("a", "zz", 1, "a\u1234", "0 0", "0g", None, "1 "):
    attempt(bytes.fromhex, arg)
attempt(bytes.fromhex)
