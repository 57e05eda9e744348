def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

from _weakref import proxy, CallableProxyType, ProxyType
class A:
    def __call__(self, *a, **k): return a, k
    def __eq__(self, o): return "eq"
    def __lt__(self, o): return "lt"
log = []
a = A()
p = proxy(a, log.append)
print(type(p).__name__, p(1, k=2), p == 3, p < 1)
print(repr(p).split(" at ")[0], repr(p).split("to ")[1].split(" at")[0])
del a
print(log[0] is p, repr(p).split("; ")[1])
for f in (lambda: p(), lambda: p.x, lambda: p == 1, lambda: bool(p), lambda: str(p), lambda: p + 1, lambda: len(p), lambda: list(p), lambda: 1 in p, lambda: setattr(p, "a", 1), lambda: p[0]):
    attempt(f)
attempt(ProxyType, A)
attempt(CallableProxyType)
attempt(proxy)
attempt(proxy, 1)
attempt(proxy, A, None, 1)
