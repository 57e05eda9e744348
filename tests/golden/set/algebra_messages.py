# set and frozenset: operators against methods, mixed types, in place, mutation, messages.
def show(f, *a):
    try: r = f(*a); print(type(r).__name__, sorted(r) if isinstance(r, (set, frozenset)) else r)
    except Exception as e: print(type(e).__name__ + ":", e)
class S(set): pass
class Fz(frozenset): pass
import operator as o
vals = [{1, 2, 3}, frozenset({2, 3, 4}), S({3, 5}), Fz({1}), [1, 2], (3,), {2: "x"}.keys(), {2: "x"}, "ab", range(3), iter([1]), 5, None]
for a in vals[:4]:
    for b in vals:
        for f in (o.or_, o.and_, o.sub, o.xor): show(f, a, b if not hasattr(b, "__next__") else iter([1]))
        for m in ("union", "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint"): show(getattr(a, m), b if not hasattr(b, "__next__") else iter([1]))
        for f in (o.lt, o.le, o.eq, o.ne, o.gt, o.ge): show(f, a, b)
for b in vals:
    for f in (o.ior, o.iand, o.isub, o.ixor): show(f, {1, 2, 9}, b); show(f, frozenset({1, 2, 9}), b)
    for m in ("update", "intersection_update", "difference_update", "symmetric_difference_update"):
        s = {1, 2, 9}
        try: getattr(s, m)(b)
        except Exception as e: print(m, type(e).__name__, e)
        print(m, sorted(s, key=str))
s = {1, 2}
for f in (lambda: s.add([]), lambda: s.remove(9), lambda: s.remove([]), lambda: s.discard(9), lambda: s.discard({}), lambda: {1} in s, lambda: frozenset() in s, lambda: [] in s, lambda: s.remove({1}), lambda: s.remove((1, 2)), lambda: set().pop(), lambda: hash(s), lambda: hash(frozenset({1, 2})) == hash(frozenset({2, 1})), lambda: {[]}, lambda: {{}}, lambda: {1, {2}}, lambda: set(5), lambda: set(1, 2), lambda: set(a=1), lambda: frozenset(None), lambda: frozenset(iterable=[]), lambda: S(x=1), lambda: s[0], lambda: s + s, lambda: s.add(), lambda: s.add(1, 2), lambda: s.update(1), lambda: s.update([], 5), lambda: s.update([[]]), lambda: s.union([[]]), lambda: s.union(1), lambda: s.union(), lambda: s.intersection(), lambda: s.intersection([1], [1, 2]), lambda: s.difference([1], [2]), lambda: s.symmetric_difference([1], [2]), lambda: s.symmetric_difference(), lambda: s.isdisjoint(), lambda: s.issubset(), lambda: s.copy(1), lambda: frozenset({1}).add, lambda: frozenset({1}).copy(), lambda: frozenset().union() is frozenset(), lambda: s.__or__(5), lambda: s.__ior__([1]), lambda: s.__lt__([1]), lambda: set.union({1}, [2], "a" if 0 else [3]), lambda: set.union([1], {2}), lambda: frozenset.union({1}), lambda: set.__init__(s, [7]) or s, lambda: S.__new__(S, [1]), lambda: {1, 2} == frozenset({2, 1}), lambda: {frozenset({1})} == {frozenset({1})}, lambda: {1} < {1, 2} < {1, 2, 3}, lambda: not {1} < {2}, lambda: {1, True, 1.0}, lambda: len({float("nan"), float("nan")}), lambda: S({1}) | {2}, lambda: {2} | S({1}), lambda: Fz([1]) & Fz([1]), lambda: Fz([1]).copy(), lambda: S([1]).copy(), lambda: S([1]).union([2]), lambda: type(S([1]) - {1}).__name__): show(f)
def grow():
    s = {1, 2, 3}
    for x in s: s.add(x + 10)
def shrink():
    s = {1, 2, 3}
    for x in s: s.discard(3 if x != 3 else 1)
def same():
    s = {1, 2, 3}
    for x in s: s.discard(x); s.add(x)
    return s
def clear():
    s = {1, 2}
    for x in s: s.clear()
for f in (grow, shrink, same, clear): show(f)
class Evil:
    def __hash__(self): return 1
    def __eq__(self, other): t.clear(); return False
t = {Evil(), 5}; print(Evil() in t, len(t))
print(set(), frozenset(), {1}, frozenset({1}), S(), S([1]), Fz([2]), [set()], {frozenset(): 1}, str({"a"}), repr(frozenset("b")))
r = set(); r.add(frozenset({1})); print(r, {1} in r, r.__contains__({1})); r.remove({1}); print(r)
