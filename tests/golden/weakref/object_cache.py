import gc, weakref
class Image:
    made = 0
    def __new__(cls, name, cache=weakref.WeakValueDictionary()):
        self = cache.get(name)
        if self is None:
            self = cache[name] = super().__new__(cls)
            self.name = name
            cls.made += 1
        return self
    cache = __new__.__defaults__[0]
    def __repr__(self): return f"<{self.name}>"
a, b, c = Image("a"), Image("b"), Image("a")
print(a is c, Image.made, sorted(Image.cache), len(Image.cache))
del a
print(sorted(Image.cache.keys()), Image.cache["a"])
del c
print(list(Image.cache.items()), "a" in Image.cache, Image.cache.pop("zz", None), Image("a").name, Image.made)
log = []
class Node:
    def __init__(self, name, parent=None):
        self.name, self.children = name, []
        self._parent = parent and weakref.ref(parent, lambda r: log.append(f"parent of {name} died"))
        if parent: parent.children.append(self)
        weakref.finalize(self, log.append, f"final {name}")
    @property
    def parent(self): return self._parent and self._parent()
root = Node("root"); kid = Node("kid", root); Node("other", root)
print(kid.parent.name, [k.name for k in root.children], log)
del root
print(kid.parent, log); log.clear()
del kid
print(log)
seen = weakref.WeakSet(); keys = weakref.WeakKeyDictionary()
class K:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __hash__(self): return hash(self.n)
x, y, z = K(1), K(1), K(2)
seen |= {x, y, z}; keys[x] = "x"; keys[y] = "y"; keys[z] = "z"
print(len(seen), K(2) in seen, {k.n: v for k, v in keys.items()}, keys[K(1)], K(3) in keys)
del x
print(len(seen), len(keys), [r().n for r in keys.keyrefs()]); del y, z
print(len(seen), len(keys))
class M:
    def hi(self): return "hi"
m = M(); w = weakref.ref(m.hi); wm = weakref.WeakMethod(m.hi)
print(w(), wm()(), wm == weakref.WeakMethod(m.hi), weakref.getweakrefcount(m)); del m
print(wm())
p = M(); q = weakref.proxy(p); print(q.hi(), type(q).__name__, q == p, bool(q)); del p
for f in (lambda: q.hi(), lambda: weakref.ref(5), lambda: weakref.ref([]), lambda: weakref.proxy(M()).hi(), lambda: hash(q), lambda: {weakref.ref(M()): 1}, lambda: keys[5]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Cyc: pass
gc.disable(); o = Cyc(); o.me = o; r = weakref.ref(o, lambda r: print("cycle went")); f = weakref.finalize(o, print, "finalized", o.__class__.__name__); del o
print(r() is not None, f.alive, f.peek()[1:3]); gc.collect(); print(r(), f.alive, f()); gc.enable()
