import weakref
class A:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"A({self.n})"
items = [A(i) for i in range(4)]
ws = weakref.WeakSet(items)
wk = weakref.WeakKeyDictionary((a, a.n) for a in items)
wv = weakref.WeakValueDictionary((a.n, a) for a in items)
print(len(ws), len(wk), len(wv), sorted(a.n for a in ws), sorted(wk.values()), sorted(wv))
del items[1:3]
print(len(ws), len(wk), len(wv), sorted(a.n for a in ws), sorted(wk.values()), sorted(wv))
del items[:]
print(len(ws), len(wk), len(wv))
class B: pass
b = B()
f = weakref.finalize(b, print, "finalized", 1)
print(f.alive)
del b
print(f.alive, f())
class M:
    def m(self): return "m"
m = M()
wm = weakref.WeakMethod(m.m)
print(wm()())
del m
print(wm())
