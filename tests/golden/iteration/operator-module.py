# The functions of operator: on all types, itemgetter, attrgetter, methodcaller, in place.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


import operator as o
for name, args in (("add", ([1], [2])), ("and_", (6, 3)), ("concat", ("a", "b")), ("concat", (1, 2)), ("contains", ("abc", "b")), ("countOf", ([1, 1, 2], 1)), ("indexOf", ("abc", "c")), ("indexOf", ("abc", "z")), ("floordiv", (7, 2)), ("getitem", ({"a": 1}, "a")), ("index", (True,)), ("index", (1.5,)), ("inv", (5,)), ("is_", (1, 1)), ("is_not", (1, None)), ("is_none", (None,)), ("is_not_none", (None,)), ("lshift", (1, 4)), ("matmul", (1, 2)), ("mod", ("%d", 5)), ("neg", (True,)), ("not_", ([],)), ("pos", (-2,)), ("pow", (2, 5)), ("truediv", (1, 4)), ("truth", ("",)), ("xor", (5, 1)), ("lt", (1, 2)), ("ge", ("a", "b")), ("eq", (1, 1.0)), ("abs", (-3,)), ("length_hint", ([1, 2],)), ("length_hint", (5, 3)), ("call", (max, 1, 5)), ("iadd", ([1], (2,))), ("imul", ([1], 2)), ("ior", ({1}, {2})), ("iconcat", ([1], "ab")), ("iconcat", (1, 2))):
    show((name, len(args)), getattr(o, name), *args)


class Thing:
    def __init__(self):
        self.x = self
        self.y = {"k": [1, 2]}

    def method(self, *args, **kwargs):
        return args, kwargs


t = Thing()
print(o.attrgetter("y")(t), o.attrgetter("x.x.y", "y")(t), o.itemgetter(1)("abc"), o.itemgetter(0, -1)("abc"), o.itemgetter("k")({"k": 5}), o.itemgetter(slice(1, 3))("abcd"), o.methodcaller("method", 1, a=2)(t), o.methodcaller("upper")("x"))
print(o.attrgetter("a.b", "c"), o.itemgetter(1, "x"), o.methodcaller("m", 1, k="v"))
for f in (lambda: o.attrgetter("zz")(t), lambda: o.attrgetter(5), lambda: o.attrgetter(), lambda: o.itemgetter(), lambda: o.itemgetter(9)("abc"), lambda: o.methodcaller(), lambda: o.methodcaller(5), lambda: o.methodcaller("nope")(1), lambda: o.itemgetter(1)("abc", 2)):
    show("wrong", f)
import pickle
print(pickle.loads(pickle.dumps(o.itemgetter(1)))("xy"), o.attrgetter("a").__reduce__(), sorted([(2, "a"), (1, "b")], key=o.itemgetter(1)))
d = {1: 2}
print(o.setitem(d, 3, 4), d, o.delitem(d, 1), d)
print(len(o.__all__), o.__add__ is o.add)
