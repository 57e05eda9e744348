def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

b = bytearray(range(24))
M = memoryview(b)
f = memoryview._from_flags
print(f(b"a", 0).tobytes(), f(b, 1).readonly, f(M[::2], 0x18).strides, f(M.cast("H"), 0).format)
attempt(f, b"a", 1)
attempt(f, 1, 1)
attempt(f, b"a")
attempt(f, b"a", "x")
H = M.cast("H")
for flags in (0, 4, 8, 0x18, 0x1c, 0x38, 0x58, 0x98, 0x11c, 0x11d):
    for name, view in (("M", M), ("H", H), ("step", M[::2]), ("2d", M.cast("B", [2, 12])), ("ro", M.toreadonly())):
        try:
            v = view.__buffer__(flags)
            print(flags, name, v.format, v.itemsize, v.shape, v.strides, v.readonly)
        except BufferError as e:
            print(flags, name, e)
