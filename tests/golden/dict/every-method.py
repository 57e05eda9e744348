def each(source):
    for line in source.strip().splitlines():
        try:
            print(line, "->", repr(eval(line, globals())))
        except Exception as e:
            print(line, "->", type(e).__name__ + ":", e)
def do(d, name, *args, **kw):
    d = dict(d); r = getattr(d, name)(*args, **kw)
    return r, d
class M(dict):
    def __missing__(self, k): return k * 2
class K:
    def keys(self): return "ab"
    def __getitem__(self, k): return k.upper()
class BadKeys:
    def keys(self): return 5
class NoGet:
    def keys(self): return "a"
D = {"a": 1, "b": 2}
each(r"""
dict(), dict(a=1), dict([("a", 1), ["b", 2]]), dict({"x": 1}, y=2), dict(zip("ab", [1, 2])), dict(K()), dict(["ab", "cd"]), dict({}, **{"not id": 1}), dict(((1, 2),)), dict({1: 2}.items())
dict(5)
dict([1])
dict([(1,)])
dict([(1, 2, 3)])
dict(["abc"])
dict([(1, 2), 5])
dict({}, {})
dict(None)
dict([([], 1)])
dict(BadKeys())
dict(NoGet())
dict(**{1: 2})
dict(**5)
do(D, "get", "a"), do(D, "get", "z"), do(D, "get", "z", 0), do(D, "pop", "a"), do(D, "pop", "z", None), do(D, "popitem"), do(D, "setdefault", "a", 5), do(D, "setdefault", "z"), do(D, "setdefault", "z", 5), do(D, "update", c=3), do(D, "update", {"a": 9}, b=8), do(D, "update", [("q", 1)]), do(D, "update"), do(D, "clear"), do(D, "copy"), do(D, "keys"), do(D, "values"), do(D, "items")
do(D, "get")
do(D, "get", [])
do(D, "get", 1, 2, 3)
do(D, "get", "a", default=1)
do(D, "pop")
do(D, "pop", "z")
do(D, "pop", [])
do({}, "pop", "z")
do({}, "pop", [], 1)
do({}, "popitem")
do(D, "popitem", 1)
do(D, "setdefault")
do(D, "setdefault", [])
do(D, "update", 5)
do(D, "update", {}, {})
do(D, "update", [1])
do(D, "update", ["abc"])
do(D, "clear", 1)
do(D, "has_key", 1)
dict.fromkeys("ab"), dict.fromkeys("ab", 0), dict.fromkeys({1: 2}), dict.fromkeys(range(2), []), M.fromkeys("a", 1), type(M.fromkeys("a")).__name__
dict.fromkeys()
dict.fromkeys(5)
dict.fromkeys([[]])
dict.fromkeys("a", 1, 2)
D["a"], D.keys() | {"z"} == {"a", "b", "z"}, "a" in D, 1 in D, len(D), list(D), list(reversed(D)), sorted(D, reverse=True), D == {"b": 2, "a": 1}, D != {}, D | {"c": 3}, {**D, "a": 0}, D | {}, M()["x"], M(x=1)["x"], M().get("x")
D["z"]
D[[]]
D[1, 2]
{[]: 1}
{{}: 1}
D < D
D | 5
D | [("a", 1)]
5 | D
D + D
hash(D)
D.a
D[0]
del_ if False else D.__delitem__("z")
D.__getitem__("a"), D.__contains__("a"), D.__len__(), D.__eq__(5), D.__or__(5), D.__ror__({}), dict.__class_getitem__(int), D.__iter__().__length_hint__(), D.__repr__()
D.keys() & ["a", "z"], D.keys() - {"a"}, D.items() & {("a", 1)}, D.items() ^ {("a", 1)} == {("b", 2)}, D.keys() == {"a", "b"}, D.keys() < {"a", "b", "c"}, D.keys().isdisjoint("xyz"), D.values() == D.values(), ("a", 1) in D.items(), 1 in D.values(), len(D.items()), D.keys().mapping
D.keys() & 5
D.keys()[0]
D.items() < 5
D.values() & {1}
D.keys().isdisjoint(5)
hash(D.keys())
hash(D.values()) is not None
D.keys().mapping["a"]
D.keys().mapping.update
iter(D).__next__(), list(reversed(D.items())), list(reversed(D.values())), next(iter(D.items()))
{1: "int", 1.0: "float", True: "bool"}, {1: 1, "1": 2}, {None: 1, (): 2, "": 3}, {0: 1, -0.0: 2, False: 3}
{"a": 1, "a": 2}, {x: y for x, y in [(1, 2), (1, 3)]}, dict(a=1, **{"b": 2})
""")
d = {}; d["self"] = d; print(d, [d])
d = {1: 2}; d |= {3: 4}; d |= [(5, 6)]; print(d)
for bad in (5, [1], "abc"):
    try: d |= bad
    except Exception as e: print(type(e).__name__, e)
d = dict.fromkeys("abcde"); del d["b"]; d["b"] = 1; d["a"] = 2; print(d, d.popitem(), list(d)); d.clear(); d["new"] = 1; print(d)
