def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

m = memoryview(b"abcdef")
print(m.obj, m.nbytes, m.readonly, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.suboffsets, m.c_contiguous, m.f_contiguous, m.contiguous)
print(m[0], m[-1], m[1:3].tolist(), bytes(m[::2]), m[::-1].tobytes(), len(m), list(m), 97 in m, m.tolist())
print(m.hex(), m.hex(":"), m.hex("-", 2), m[::2].hex())
print(m == b"abcdef", m == bytearray(b"abcdef"), m != b"x", m == 1, m == memoryview(b"abcdef"), m[::2] == b"ace")
print(repr(m)[:11], hash(m) == hash(b"abcdef"), list(reversed(m)))
print(memoryview(m).obj is m.obj, memoryview(object=b"x").tobytes())
attempt(memoryview)
attempt(memoryview, 1)
attempt(memoryview, "a")
attempt(memoryview, b"a", 1)
attempt(lambda: memoryview(x=1))
class_error = None
try:
    class S(memoryview): pass
except TypeError as e:
    print(e)
attempt(setattr, m, "x", 1)
print(memoryview[int])
