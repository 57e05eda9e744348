import operator as op
class V:
    def __init__(self, **k): self.__dict__.update(k)
    def f(self, *a, **k): return a, k
    def __repr__(self): return f"V({self.__dict__})"
v = V(a=V(b=V(c=5)), n=3, d={"k": [1, 2]})
print(op.attrgetter("n")(v), op.attrgetter("a.b.c", "n")(v), op.attrgetter("a.b")(v))
print(op.itemgetter(1)("abc"), op.itemgetter(0, -1, slice(1, 3))([5, 6, 7, 8]), op.itemgetter("k")(v.d))
print(op.methodcaller("f")(v), op.methodcaller("f", 1, x=2)(v), op.methodcaller("upper")("up"))
for g in (op.attrgetter("a.b", "n"), op.itemgetter(1, "x"), op.methodcaller("f", 1, k="v")):
    print(g, g.__reduce__(), g == g)
for bad in (lambda: op.attrgetter(5), lambda: op.attrgetter(), lambda: op.itemgetter(), lambda: op.methodcaller(), lambda: op.methodcaller(5), lambda: op.attrgetter("a..b")(v), lambda: op.attrgetter("a.x")(v), lambda: op.itemgetter(9)("abc"), lambda: op.attrgetter("n")(), lambda: op.attrgetter("n")(v, v), lambda: op.methodcaller("nope")(v), lambda: op.itemgetter(0)(5)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
l = [3, 1, 2]
print(op.concat(l, [4]), op.iconcat(l, (9,)), l, op.contains(l, 9), op.countOf([1, 1.0, True, 2], 1), op.indexOf(l, 2), op.setitem(l, 0, 8), op.delitem(l, slice(1, 3)), l)
for f, args in ((op.index, (True,)), (op.index, (1.5,)), (op.truth, ([],)), (op.not_, (0,)), (op.is_, (None, None)), (op.is_not, (1, None)), (op.is_none, (None,)), (op.is_not_none, (0,)), (op.length_hint, (iter([1, 2]),)), (op.length_hint, (5, 7)), (op.length_hint, (5, "x")), (op.indexOf, ("abc", "z")), (op.concat, (1, 2)), (op.call, (max, 3, 9)), (op.matmul, (1, 2)), (op.pow, (2, 10)), (op.invert, (5,)), (op.xor, (6, 3)), (op.ior, ({1}, {2})), (op.imod, ("%s!", "x")), (op.lshift, (1, -1))):
    try: print(f.__name__, f(*args))
    except Exception as e: print(f.__name__, type(e).__name__, e)
print(sorted([("b", 2), ("a", 2), ("c", 1)], key=op.itemgetter(1, 0)), op.add is op.__add__, op.add.__name__, len([n for n in dir(op) if not n.startswith("_")]), op.itemgetter.__doc__.splitlines()[0])
