def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

M = memoryview(bytes(range(12))).cast("B", [3, 4])
print(M.tobytes(), M.tobytes("C"), M.tobytes("F"), M.tobytes("A"), M.tobytes(None), M.tobytes(order="F"))
for order in ("X", 1, "c"):
    attempt(M.tobytes, order)
H = memoryview(bytes(range(12))).cast("H")
print(H[::2].tobytes(), H[::-1].tolist(), H.tobytes("F"))
