# sorted, list.sort, min, max, any, all, zip, map, filter, enumerate, reversed: order of calls, stability, errors.
import functools, operator
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__ + ":", e)
class K:
    def __init__(self, k, t): self.k, self.t = k, t
    def __lt__(self, o): return self.k < o.k
    def __repr__(self): return f"{self.k}{self.t}"
rows = [K(k, t) for t, k in enumerate([3, 1, 2, 1, 3, 2, 1])]
print(sorted(rows), sorted(rows, reverse=True), sorted(rows, key=lambda r: -r.t), min(rows), max(rows), sorted(rows, key=lambda r: r.k, reverse=True))
calls = []
class L:
    def __init__(self, v): self.v = v
    def __lt__(self, o): calls.append(f"{self.v}<{o.v}"); return self.v < o.v
    def __gt__(self, o): calls.append(f"{self.v}>{o.v}"); return self.v > o.v
for order in ([1, 2, 3], [3, 2, 1], [2, 1, 3, 1]):
    l = [L(v) for v in order]
    for f in (sorted, min, max, lambda l: l.sort(reverse=True)): calls.clear(); f(l); print(*calls)
show(sorted, [3, "a"]); show(sorted, ["a", 3]); show(sorted, [1, None, 2]); show(sorted, [1j, 2j]); show(sorted, [(1, "a"), (1, 2)]); show(sorted, [[1], (1,)]); show(sorted, [{}, {}]); show(sorted, 5); show(sorted, [], 1); show(sorted, [2, 1], key=5); show(sorted, [1], key=lambda: 0); show(sorted, [1], reverse="x"); show(sorted, [2, 1], key=None, reverse=2); show(sorted); show(sorted, [1], ky=1); show(sorted, iterable=[1]); show(sorted, "bca", key=str.upper, reverse=True); show(sorted, {"b": 1, "a": 2}); show(sorted, [1.5, True, 0, -1, 2**70, float("-inf")]); show(sorted, [b"b", b"a", bytearray(b"ab")])
l = [3, 1, 2]
def mutate(x): l.append(9); return x
show(l.sort, key=mutate); print(l)
l = [2, 1]
def bad(x): raise ValueError("in key")
show(l.sort, key=bad); print(l); show(l.sort, key=1); show(l.sort, 1)
class E:
    def __lt__(self, o): raise ZeroDivisionError("cmp")
show(sorted, [E(), E()]); show(min, [E(), E()])
class Empty:
    seen = []
    def __init__(s, l): s.l = l
    def __lt__(s, o): Empty.seen.append(len(s.l)); return False
l = []; l.extend([Empty(l), Empty(l)]); l.sort(); print(Empty.seen, len(l))
print(sorted([5, 3, 8], key=functools.cmp_to_key(lambda a, b: b - a)), sorted("aBcA", key=lambda c: (c.lower(), c)), sorted(range(5), key=lambda x: x % 2), sorted([(2, "b"), (1, "z"), (2, "a")], key=operator.itemgetter(0)), sorted([[2, 1], [1, 9], [1]]), sorted([(1, float("nan")), (0, 1)]))
for f in (min, max):
    for a, k in (((), {}), (([],), {}), (([],), {"default": "d"}), (([3, 1],), {"default": 0}), ((1, 2), {"default": 0}), ((5,), {}), (("abc",), {}), ((1, "a"), {}), ((2, 1, 3), {"key": lambda v: -v}), (([2, 1],), {"key": None}), ((2, 1), {"key": 5}), (([1],), {"kye": 1}), ((iter([3, 9, 4]),), {}), ((1, 1.0, True), {}), ((True, 1), {}), (({"b": 1, "a": 2},), {}), (({"b": 1, "a": 2},), {"key": {"b": 1, "a": 2}.get}), ((float("nan"), 1), {}), (("a", "B"), {"key": str.lower}), (([[1, 2], [1]],), {}), ((None, None), {})): show(f, *a, **k)
for f in (any, all):
    for a in ([], [0, 1], [1, 1], [0, 0], "a", {0: 1}, 5, iter([])): show(f, a)
it = iter([0, 1, 2, 3]); print(any(it), list(it)); it = iter([1, 0, 2]); print(all(it), list(it))
class B:
    def __bool__(self): raise RuntimeError("bool")
show(any, [B()]); show(all, [1, B()]); show(any, [1, B()]); show(list, filter(None, [B()])); show(any); show(all, 1, 2)
print(list(zip()), list(zip("ab")), list(zip("ab", [1])), list(zip("ab", [1, 2], strict=True)), list(map(pow, [2, 3], [3, 2])), list(map(str, [1], [2]) if 0 else map(max, [1, 5], [4, 2], [0, 9])), list(filter(str.isdigit, "a1b2")), list(enumerate("ab", 5)), list(enumerate("a", start=-1)), list(enumerate("a", 2**63)), list(reversed("abc")), list(reversed({1: 2, 3: 4})))
for a in (("ab", [1]), ("a", [1, 2]), ("ab", [1], [1, 2]), ("a", [1], []), ((), [1])): show(lambda: list(zip(*a, strict=True))); show(lambda: list(map(lambda *x: x, *a, strict=True)))
a = iter([1, 2, 3]); b = iter([9]); print(list(zip(a, b)), next(a)); a = iter([1, 2, 3]); b = iter([9]); print(list(zip(b, a)), next(a)); show(zip, 5); show(zip, "a", 5); show(zip, strick=1); show(map); show(map, len); show(map, len, 5); show(lambda: next(map(5, [1]))); show(filter, None); show(filter, 1, 2, 3); show(enumerate); show(enumerate, 5); show(enumerate, "a", "b"); show(enumerate, [1], 1, 2); show(enumerate, iterable="a", start=1) if 0 else None; show(reversed, {1}); show(reversed, iter([])); show(reversed); show(reversed, 5); show(lambda: list(map(lambda x: 1 / x, [1, 0]))); show(lambda: list(enumerate(start=3, iterable="z")))
