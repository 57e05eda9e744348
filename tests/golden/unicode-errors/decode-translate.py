def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# UnicodeDecodeError and UnicodeTranslateError.
D, T = UnicodeDecodeError, UnicodeTranslateError
show(D)
show(D, "a", "b", 1, 2, "r")
show(D, "a", 1, 0, 1, "r")
e = D("utf-8", b"a\xffbc", 1, 2, "bad")
print(repr(e), e, e.object, e.start, e.end, e.encoding, e.reason)
print(D("utf-8", b"abc", 0, 3, "r"), D("x", b"", 0, 0, "r"), D("x", b"abc", -1, 1, "r"))
print(D("x", bytearray(b"abc"), 0, 1, "r").object)
e.object = "x"
show(str, e)
show(T)
show(T, 1, 0, 1, "r")
t = T("abc\u1234", 3, 4, "why")
print(repr(t), t, t.encoding, t.object, t.start, t.end, t.reason)
print(T("abc", 0, 3, "r"), T("abc", 0, 1, "r"))
try:
    "\xff".encode("ascii")
except UnicodeEncodeError as x:
    print(x.encoding, x.object, x.start, x.end, x.reason)
    print(x)
