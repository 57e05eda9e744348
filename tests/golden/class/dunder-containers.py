def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
class Seq:
    def __init__(self, *items): self.items = list(items)
    def __len__(self): print("len", end=" "); return len(self.items)
    def __getitem__(self, i): print(f"get[{i!r}]", end=" "); return self.items[i]
    def __setitem__(self, i, v): print(f"set[{i!r}]={v!r}", end=" "); self.items[i] = v
    def __delitem__(self, i): print(f"del[{i!r}]", end=" "); del self.items[i]
s = Seq(1, 2, 3)
print(s[0], s[-1], s[1:], s[::2], s[...:None] if False else "", len(s), bool(s))
print(list(s), 2 in s, 9 in s, list(reversed(s)), [*s], tuple(s), max(s))
s[0] = 9; s[1:2] = [5, 6]; del s[-1]; del s[:1]; print(s.items)
show(lambda: s[10]); show(lambda: s["a"]); show(lambda: s[1, 2]); show(lambda: next(s)) ; a, b = s; print(a, b)
class Con:
    def __contains__(self, x): print("contains", x, end=" "); return x
c = Con(); print(1 in c, 0 in c, "" not in c, [] in c); show(lambda: list(c)); show(lambda: len(c)); show(lambda: c[0])
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if not self.n: raise StopIteration
        self.n -= 1; return self.n
    def __length_hint__(self): return hint
print(list(It(3)) if (hint := 3) else 0, 1 in It(3), 7 in It(3), sum(It(4)), dict(zip(It(2), It(2))), sorted(It(3)), [*It(2), *It(1)])
for hint in (-1, "x", None, NotImplemented, 10**30): show(lambda: list(It(2)))
import operator
for hint in (5, -1, "x", NotImplemented): show(lambda: operator.length_hint(It(2), 7))
class Missing(dict):
    def __missing__(self, k): return f"missing {k}"
m = Missing(a=1); print(m["a"], m["b"], m.get("b"), "b" in m, m)
class Rev:
    def __reversed__(self): return "anything"
print(reversed(Rev())); show(lambda: reversed(It(1))); show(lambda: reversed({1})); show(lambda: reversed(5))
class LenBad:
    def __len__(self): return self.v
for v in (-1, 1.5, "s", None, True, 10**20):
    l = LenBad(); l.v = v; show(len, l); show(bool, l)
class IterBad:
    def __iter__(self): return 1
class ContBad: __contains__ = None
class IterNone: __iter__ = None
class GetBad:
    def __getitem__(self, i): raise ValueError("getitem")
for o in (IterBad(), ContBad(), IterNone(), GetBad(), object(), It): show(list, o); show(lambda: 1 in o)
class Idx:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
l = [10, 20, 30]; print(l[Idx(1)], l[Idx(0):Idx(2)], "abc"[Idx(-1)], hex(Idx(255)), range(Idx(3)), [0] * Idx(2), bytes(Idx(2)), chr(Idx(65)), operator.index(Idx(True)) if False else "")
for v in (1.5, "1", None): show(lambda: l[Idx(v)]); show(lambda: range(Idx(v))); show(lambda: l[:Idx(v)])
class Hash:
    def __init__(self, h): self.h = h
    def __hash__(self): return self.h
for h in (1, -1, 2**61 - 1, 2**61, -2**70, True, "x", 1.5, None): show(hash, Hash(h))
class EqOnly:
    def __eq__(self, o): return True
show(hash, EqOnly()); show(lambda: {EqOnly()}); print(EqOnly.__hash__); show(hash, []); show(hash, ([],)); show(hash, slice(1)); show(lambda: {}[{}])
