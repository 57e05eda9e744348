def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

M = memoryview(bytearray(range(24)))
print(M.cast("H").tolist(), M.cast("i").tolist(), M.cast("Q").tolist(), M.cast("b").tolist()[:3], M.cast("c").tolist()[:3], M.cast("?").tolist()[:3])
print(M.cast("B", [2, 3, 4]).tolist(), M.cast("B", (2, 12)).strides, M.cast("H", [2, 6]).shape, M.cast("H", [2, 6]).strides, M.cast("@H").format, M.cast("B", shape=[24]).shape, M.cast("B", (2, 12)).cast("B").ndim)
print(M.cast("B", [2, 3, 4]).tobytes("F"), M.cast("B", [2, 12])[::-1].tobytes(), M.cast("B", [2, 12]).nbytes, M.cast("l").itemsize, M.cast("e").tolist()[:2])
print(M.cast("B", [2, 12]) == M.cast("B", [2, 12]), M.cast("B", [2, 12]) == M.cast("B", [3, 8]), M.cast("H") == M.cast("h"), M.cast("B", [2, 12]).c_contiguous, M.cast("B", [2, 12]).f_contiguous, M[::2].contiguous)
for f in (lambda: M.cast("X"), lambda: M.cast("BB"), lambda: M.cast(""), lambda: M.cast(1), lambda: M.cast("<B"), lambda: M.cast("H").cast("I"), lambda: M[::2].cast("H"), lambda: M[:5].cast("H"), lambda: M.cast("B", 5), lambda: M.cast("B", [5]), lambda: M.cast("B", ["a"]), lambda: M.cast("B", [0]), lambda: M.cast("B", [-1]), lambda: M.cast("B", (2, 12)).cast("B", (3, 8)), lambda: M.cast("B", [1] * 65), lambda: M.cast("B", [2**62, 4]), lambda: M.cast(), lambda: M.cast("B", [])):
    attempt(f)
