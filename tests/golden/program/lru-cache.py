class Node:
    __slots__ = "key", "value", "prev", "next"
    def __init__(self, key=None, value=None): self.key, self.value = key, value; self.prev = self.next = self
class LRU:
    def __init__(self, size): self.size, self.map, self.root, self.hits, self.misses = size, {}, Node(), 0, 0
    def _unlink(self, n): n.prev.next, n.next.prev = n.next, n.prev
    def _front(self, n): r = self.root; n.prev, n.next = r, r.next; r.next.prev = n; r.next = n
    def __getitem__(self, key):
        try: n = self.map[key]
        except KeyError: self.misses += 1; raise
        self.hits += 1; self._unlink(n); self._front(n); return n.value
    def __setitem__(self, key, value):
        if key in self.map: self._unlink(self.map[key])
        elif len(self.map) >= self.size: last = self.root.prev; self._unlink(last); del self.map[last.key]; print("evict", last.key)
        n = self.map[key] = Node(key, value); self._front(n)
    def __iter__(self):
        n = self.root.next
        while n is not self.root: yield n.key, n.value; n = n.next
    def __len__(self): return len(self.map)
    def __repr__(self): return "LRU(" + ", ".join(f"{k}={v}" for k, v in self) + ")"
c = LRU(3)
for i, k in enumerate("abcad"): c[k] = i; print(c)
for k in "abxcd":
    try: print(k, c[k], c)
    except KeyError as e: print("miss", e)
print(c.hits, c.misses, len(c), dict(c))
c["z"] = 0; print(c)
try: Node().other = 1
except AttributeError as e: print(e)
from functools import lru_cache
calls = []
@lru_cache(2)
def f(x): calls.append(x); return x * 2
print([f(x) for x in (1, 2, 1, 3, 2, 1)], calls, f.cache_info())
