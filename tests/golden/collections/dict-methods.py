# dict: every method, merging, views, errors, insertion order.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


d = {"a": 1, "b": 2}
print(d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("a", 9), d.setdefault("c"), d)
print(d.pop("c"), d.pop("z", "none"), d.popitem(), d)
show("pop", d.pop, "z")
show("popitem", {}.popitem)
show("getitem", lambda: d["zz"])
show("delete", d.__delitem__, "zz")
show("unhashable", lambda: d[[]])
show("unhashable set", d.__setitem__, {}, 1)
d.update(b=3)
d.update([("c", 4)], e=5)
d.update({"a": 0})
print(d, d | {"z": 1}, {"z": 1} | d)
d |= [("q", 1)]
print(d, list(d), list(reversed(d)), d.keys() & {"a", "x"}, sorted(d.keys() - {"a"}), d.items() >= {("a", 0)}, sorted(d.keys() ^ ["a", "new"]))
show("or", lambda: d | [("a", 1)])
for bad in (5, [1], [(1, 2, 3)], ["abc"], [(1,)], None):
    show(("update", bad), d.update, bad)
    show(("dict", bad), dict, bad)
print(dict(), dict([(1, 2)]), dict({1: 2}, x=3), dict(zip("ab", [1, 2])), dict(a=1), {**{"a": 1}, "b": 2, **{"a": 3}})
print(dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), dict.fromkeys({}, 1))
show("fromkeys", dict.fromkeys, 5)
print({1: "a", True: "b", 1.0: "c"}, {0: 1} == {0.0: 1.0}, {1: 2} == {1: 3}, {} == {}, {1: 2} != [1])
show("order", lambda: {} < {})
print(d.keys(), d.values(), d.items(), len(d.items()), "a" in d.keys(), 0 in d.values(), ("a", 0) in d.items())
print(repr(d.keys().mapping), d.keys().isdisjoint(["zz"]), d.keys() == set(d), d.values() == d.values())


class Missing(dict):
    def __missing__(self, key):
        return f"<{key}>"


m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), "b" in m, "%(x)s" % m, "{y}".format_map(m))
r = {}
r["self"] = r
print(r)
c = d.copy()
c.clear()
print(c, d != c, d.__contains__("a"), d.__len__())


def grow():
    for k in d:
        d[k + "x"] = 1


show("grow", grow)
