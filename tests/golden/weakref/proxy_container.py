def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

from _weakref import proxy
class C:
    def __len__(self): return 3
    def __getitem__(self, k): return ("get", k)
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
    def __contains__(self, k): return k == 1
    def __iter__(self): return iter([1, 2])
    def __bytes__(self): return b"bytes"
    def __reversed__(self): return "reversed"
    def __str__(self): return "str of C"
    def __bool__(self): return False
    def method(self): return "method"
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
c = C()
p = proxy(c)
print(len(p), p[5], p["k"], 1 in p, 2 in p, list(p), bytes(p), reversed(p), str(p), bool(p), p.method())
p[1] = 2
del p[3]
p.x = 4
print(c.x, p.x)
del p.x
print(hasattr(c, "x"), p.__class__ is C, isinstance(p, C), type(p).__name__)
i = It()
q = proxy(i)
print(next(q), list(q))
attempt(hash, p)
attempt(next, p)
attempt(lambda: p())
attempt(len, q)
attempt(lambda: q[0])
attempt(lambda: p.missing)
