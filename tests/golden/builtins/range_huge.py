# range: huge bounds, slicing, searching, comparing, iterators and messages.
import itertools
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__ + ":", e)
class I:
    def __init__(s, n): s.n = n
    def __index__(s): return s.n
    def __repr__(s): return f"I({s.n})"
rs = [range(0), range(5), range(1, 10, 3), range(10, 0, -3), range(-5, 5, 2), range(2**64), range(2**64, 2**64 + 10, 3), range(-2**70, 2**70, 2**68), range(5, 5), range(5, 1), range(1, 5, -1), range(2**63 - 1, 2**63 + 1)]
for r in rs:
    print(r, bool(r), r.start, r.stop, r.step, hash(r) == hash(range(r.start, r.stop, r.step)), [*itertools.islice(r, 3)], [*itertools.islice(reversed(r), 3)])
    show(len, r); show(lambda: r[0]); show(lambda: r[-1]); show(lambda: r[2]); show(lambda: r[-3]); show(lambda: r[2**64]); show(lambda: r[1:3]); show(lambda: r[::-1]); show(lambda: r[-2:]); show(lambda: r[::2]); show(lambda: r[5:1:-2]); show(lambda: r[::2**65]); show(lambda: r[2**65:]); show(lambda: r[:-2**65:-1])
    small = len(range(r.start, min(r.stop, r.start + 20), r.step)) < 20 and abs(r.stop - r.start) < 100
    for v in (0, 1, 4, 2**64 + 3, -5, True) + ((4.0, 4.5, "4", I(4), None, 1j) if small else ()): print(v in r, r.count(v), end=" ")
    print()
    show(r.index, 4); show(r.index, r.start); show(r.index, 2**64 + 3); small and (show(r.index, 4.0), show(r.index, "x"), show(r.index, I(4)))
show(range); show(range, 1.0); show(range, "1"); show(range, None); show(range, 1, 2, 0); show(range, 1, 2, 3, 4); show(range, stop=5); show(range, I(3)); show(range, I(1), I(9), I(4)); show(range, True); show(range, 1, 2.5); show(range, 0, 10, "2"); show(lambda: range(3)["a"]); show(lambda: range(3)[1.0]); show(lambda: range(3)[3]); show(lambda: range(3)[1:"x"]); show(lambda: range(3) + range(2)); show(lambda: range(3) * 2); show(lambda: range(3) < range(4)); show(lambda: setattr(range(3), "start", 1)); show(lambda: delattr(range(3), "stop")); show(lambda: hash(range(3)) == hash((3, 0, 1))); show(lambda: range(3).index(1, 2)); show(lambda: range(3).count()); show(lambda: type("R", (range,), {})); show(lambda: range(3)[I(1)]); show(lambda: range(10)[I(2):I(8):I(3)]); show(lambda: range(3)[::0]); show(lambda: range(3).x)
for a, b in ((range(0), range(2, 2)), (range(0, 3, 2), range(0, 4, 2)), (range(1), range(0, 1, 5)), (range(3), [0, 1, 2]), (range(2**70), range(2**70)), (range(5), range(5, 0, -1))): print(a == b, a != b, hash(a) == hash(b) if isinstance(b, range) else "-")
it = iter(range(10)); next(it); print(it.__length_hint__(), it.__reduce__()[1], list(it), it.__length_hint__(), next(it, "end")); it = iter(range(5)); it.__setstate__(3); print(list(it)); it = iter(range(5)); it.__setstate__(99); print(list(it)); it = iter(range(5)); it.__setstate__(-9); print(list(it)); it = iter(range(2**64, 2**64 + 4)); next(it); print(type(it).__name__, it.__length_hint__(), list(it)); it = iter(range(2**64, 2**64 + 4)); it.__setstate__(2); print(list(it)); print(type(iter(range(3))).__name__, type(reversed(range(3))).__name__, list(reversed(range(0, 10, 4))), list(reversed(range(2**64, 2**64 - 9, -4))))
match range(3):
    case [a, b, c]: print("range is a sequence", a, b, c)
print([*range(3)], {*range(3)}, tuple(range(2, -3, -2)), sum(range(101)), max(range(9)), list(zip(range(3), range(2**70, 2**71))), range(10)[2:8][1:4][::-1], range(0, 10, 3)[-1], range(3).__eq__(5), slice(1, 9, 2).indices(5), slice(None, None, -1).indices(5), slice(2**70).indices(10), slice(-2**70, 2**70, 3).indices(7))
show(slice(1).indices, -1); show(slice(None, None, 0).indices, 5); show(slice("a").indices, 5); show(slice(1).indices, "x"); show(slice); show(slice, 1, 2, 3, 4); show(hash, slice(1, 2)) if 0 else None; show(lambda: slice(1) < slice(2)); show(lambda: slice(1, [2]) == slice(1, [2])); show(lambda: slice(1) == (None, 1, None)); show(repr, slice("a", None, 5)); show(lambda: {slice(1): 1}[slice(1)]); show(lambda: slice(1, 2, 3).__reduce__())
