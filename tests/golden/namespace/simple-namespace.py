def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


from types import SimpleNamespace as N


class S(N):
    pass


print(N(), N(a=1, b="x"), S(a=1), N({"a": 1}), N([("a", 1)]), N({"a": 1}, a=2, c=3), N(**{"1": 2}))
n = N(a=1)
n.b = 2
del n.a
print(n, n.b, n.__dict__, vars(n))
show(lambda: n.a)
show(delattr, n, "a")
show(N, 1)
show(N, {1: 2})
show(N, 1, 2)
show(S, 1, 2)
show(lambda: N(a=1) < N(a=2))
show(hash, N())
print(N(a=1) == N(a=1), N(a=1) == N(a=2), N(a=1) != N(a=2), N() == 1, S(a=1) == N(a=1))
r = N(a=1)
r.self = r
print(r)
s = S(k=1)
s.d = {"s": s}
print(s)
print(N(a=1).__reduce__(), S(a=1).__reduce__())
print(N(a=1, c=0).__replace__(a=2, b=3), S(a=1).__replace__(a=2))
show(N(a=1).__replace__, 1)
print(N.__doc__, N.__text_signature__)
