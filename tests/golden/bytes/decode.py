def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

print(b"abc".decode(), b"caf\xc3\xa9".decode("utf-8"), b"\xe9".decode("latin-1"), b"a\xff".decode("ascii", "replace"), b"a\xff".decode(errors="ignore"), bytearray(b"x").decode(encoding="ascii"))
for args in ((1,), ("x", "y", "z"), ("a\0",), ("utf-8", 1), (None,)):
    attempt(b"a".decode, *args)
attempt(b"\xff".decode)
attempt(b"\xff".decode, "ascii")
print(str(b"abc"), str(b"abc", "ascii"), repr(b"q'q"), repr(b'q"q'), repr(b"q'\"q"), repr(b"\t\n\r\\\x00\x7f\x80"))
