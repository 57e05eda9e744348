# Insertion order, mutation while iterating, views as sets, merging, keys that misbehave, __missing__, messages.
import collections, types
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__ + ":", e)
d = {}
for k in "cab": d[k] = len(d)
d["a"] = 9; del d["c"]; d["c"] = 5; print(d, list(reversed(d)), list(reversed(d.items())), d.popitem(), d)
d.update(z=1, a=2); d |= {"b": 7, "y": 8}; print(d, d | {"a": 0}, {"q": 1} | d, d.setdefault("a", 5), d.setdefault("n"), d.pop("n"), d.pop("n", "dflt"))
def during(action, view=lambda d: d):
    d = {i: i for i in range(5)}
    out = []
    for k in view(d):
        out.append(k if not isinstance(k, tuple) else k[0])
        if len(out) > 8: return out, "stopped"
        if k == 2 or k == (2, 2): action(d)
    return out
for a in (lambda d: d.__setitem__(9, 9), lambda d: d.__delitem__(1), lambda d: (d.pop(1), d.__setitem__(7, 7)), lambda d: d.clear(), lambda d: d.__setitem__(3, "x"), lambda d: (d.__delitem__(4), d.__setitem__(4, 4)), lambda d: d.update({0: 1}), lambda d: d.popitem()):
    for v in (lambda d: d, lambda d: d.items(), lambda d: d.values(), lambda d: reversed(d)): show(during, a, v)
a, b = {"x": 1, "y": 2, "z": 3}, {"y": 2, "z": 0, "w": 4}
ka, kb, ia, ib, va = a.keys(), b.keys(), a.items(), b.items(), a.values()
for f in (lambda: sorted(ka & kb), lambda: sorted(ka | kb), lambda: sorted(ka - kb), lambda: sorted(ka ^ kb), lambda: sorted(ia & ib), lambda: sorted(ia | ib), lambda: sorted(ia - ib), lambda: sorted(ia ^ ib), lambda: ka & "xq", lambda: sorted("xq" | ka) if 0 else sorted(ka | "q"), lambda: "xq" - ka, lambda: [1, 2] & ka, lambda: ka & 5, lambda: va & va, lambda: ka == {"x", "y", "z"}, lambda: ka == ["x", "y", "z"], lambda: ka == a, lambda: ia == a.copy().items(), lambda: va == va, lambda: va == a.values(), lambda: ka < {"x", "y", "z", "q"}, lambda: ka <= kb, lambda: ka > {"x"}, lambda: {"x"} < ka, lambda: ka.isdisjoint("pq"), lambda: ka.isdisjoint(5), lambda: ia.isdisjoint([("x", 1)]), lambda: ("x", 1) in ia, lambda: ("x", 2) in ia, lambda: "x" in ia, lambda: ("x", 1, 2) in ia, lambda: ["x", 1] in ia, lambda: 3 in va, lambda: [] in ka, lambda: ([], 1) in ia, lambda: hash(ka), lambda: hash(va) is not None, lambda: len(ia), lambda: ka.mapping, lambda: ka.mapping["x"], lambda: setattr(ka, "mapping", 1), lambda: ka[0], lambda: list(reversed(va)), lambda: ka | kb == kb | ka, lambda: repr(ia), lambda: ia & {("y", 2)}, lambda: {1: []}.items() & [(1, [])], lambda: {1: []}.items() - [(1, 2)], lambda: {1: []}.items() == {1: []}.items(), lambda: type(ka & kb).__name__, lambda: ka.__rsub__({"x", "q"}), lambda: ka.__lt__(5)): show(f)
class Key:
    def __init__(s, h, e=True): s.h, s.e = h, e
    def __hash__(s):
        if isinstance(s.h, Exception): raise s.h
        return s.h
    def __eq__(s, o):
        if isinstance(s.e, Exception): raise s.e
        return s.e
    def __repr__(s): return "Key"
d = {Key(1): "a"}
for f in (lambda: d[Key(1)], lambda: d[Key(2)], lambda: d[Key(ValueError("hash"))], lambda: d[Key(1, ValueError("eq"))], lambda: Key(ValueError("h")) in d, lambda: d.get(Key(ValueError("h"))), lambda: d.setdefault(Key(ValueError("h")), 1), lambda: d.pop(Key(ValueError("h")), None), lambda: d[[]], lambda: d.get({}), lambda: {[]: 1}, lambda: {(1, []): 1}, lambda: dict([([], 1)]), lambda: {**{1: 2}, (): []}, lambda: d["missing"], lambda: d[("t", 1)], lambda: d[None], lambda: d["two\nlines"], lambda: d.pop("q"), lambda: {}.popitem(), lambda: d.__delitem__("q"), lambda: dict(1), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(["ab", "cd"]), lambda: dict(["abc"]), lambda: dict([(1,)], x=1), lambda: dict(a=1, **{"b": 2}), lambda: dict({1: 2}, x=3), lambda: dict(1, 2), lambda: dict(None), lambda: dict([[1, 2], (3, 4)]), lambda: dict(zip("ab", [1])), lambda: dict.fromkeys("aba"), lambda: dict.fromkeys([1, 2], []), lambda: dict.fromkeys(5), lambda: dict.fromkeys(), lambda: dict.fromkeys([[]]), lambda: {}.update(1), lambda: {}.update([(1, 2)], a=3), lambda: {}.update(1, 2), lambda: {} | [], lambda: {} | [(1, 2)], lambda: [] | {}, lambda: {1: 2} | types.MappingProxyType({3: 4}), lambda: {} < {}, lambda: {} + {}, lambda: {1: 2} == {1.0: 2.0}, lambda: {1: float("nan")} == {1: float("nan")}, lambda: hash({}), lambda: {}.get(), lambda: {}.get(1, 2, 3), lambda: {}.keys(1), lambda: {}.copy(1), lambda: {}.setdefault(), lambda: {}.pop(), lambda: {}.nope, lambda: {1: 1}.items().nope): show(f)
x = {}; x |= [("a", 1)]; print(x)
def ior():
    x = {}; x |= 5
show(ior)
class Miss(dict):
    def __missing__(self, k): print("missing", k); return k * 2
m = Miss(a=1); print(m["a"], m["zz"], m.get("q"), "q" in m, len(m), m | {"b": 2}, type(m | {}), type({} | m), type(m.copy()), Miss.fromkeys("a")); show(lambda: m.pop("zz")); show("%(a)s %(new)s".__mod__, m); show("{a} {new}".format_map, m)
class D(dict):
    def __getitem__(self, k): return "getitem"
    def __iter__(self): return iter("xyz")
    def keys(self): return ["k"]
    def __len__(self): return 42
    def __contains__(self, k): return True
d = D(a=1); print(d, d["q"], d.get("a"), list(d), dict(d), {**d}, d.items(), len(d), bool(d), d == {"a": 1}, "%(a)s" % d, list(d.keys()), dict.keys(d), [*d], d.copy(), {} | d)
dd = collections.defaultdict(list, {"a": [1]}); dd["b"].append(2); dd["c"]; print(dd, dd.get("z"), dd.default_factory, dd | {"q": 1}, dd.copy()); dd.default_factory = None; show(lambda: dd["nope"]); show(collections.defaultdict, 5); show(lambda: collections.defaultdict(lambda: 1 / 0)["x"])
e = {}; e["self"] = e; print(e, [e], {1: [e]}); print({1: 1, True: 2, 1.0: 3}, {"a": 1, "a": 2}, len({float("nan"): 1, float("nan"): 2}))
