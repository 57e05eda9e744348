def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

M = memoryview(bytearray(range(24)))
X = M.cast("B", [2, 12])
Z = M[:1].cast("B", [])
for name, f in (("100", lambda: M[100]), ("a", lambda: M["a"]), ("1.5", lambda: M[1.5]), ("...", lambda: M[...]), ("()", lambda: M[()]), ("0,0", lambda: M[0, 0]), ("0,", lambda: M[0,]), ("None", lambda: M[None]), ("2**100", lambda: M[2**100]), ("X[0]", lambda: X[0]), ("X[0,1]", lambda: X[0, 1]), ("X[-1,-1]", lambda: X[-1, -1]), ("X[2,0]", lambda: X[2, 0]), ("X[0,12]", lambda: X[0, 12]), ("X[0,0,0]", lambda: X[0, 0, 0]), ("X[0:1]", lambda: X[0:1].tolist()), ("X[:,:]", lambda: X[:, :]), ("X[0,0:2]", lambda: X[0, 0:2]), ("len X", lambda: len(X)), ("Z[()]", lambda: Z[()]), ("Z[...]", lambda: Z[...] is Z), ("len Z", lambda: len(Z)), ("Z[0]", lambda: Z[0]), ("Z.tolist", lambda: Z.tolist()), ("Z.shape", lambda: Z.shape), ("iter X", lambda: iter(X)), ("iter Z", lambda: iter(Z)), ("index X", lambda: X.index(1)), ("count X", lambda: X.count(1))):
    print(name, end=": ")
    attempt(f)
