def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
a = b = c = []; print(a is b is c)
a, b = b, a = 1, 2; print(a, b)
(x), [y, (z, *w)] = 1, [2, "three"]; print(x, y, z, w)
*a, = range(3); print(a)
a, *b = "q"; print(a, b)
i = 0
i, l = 1, [0, 0]; i, l[i] = 0, "set"; print(i, l)
x = y = z = 0
l = [1, 2, 3]; l[0], l[1:] = l[2], l[:2]; print(l)
l[::2] = "ab" if len(l) == 3 else "cd"; print(l)
for value, sl in (([1], slice(0, 3, 2)), (5, slice(0, 1)), ([1, 2, 3], slice(None, None, -1)), ("xyz", slice(5, 9)), ((), slice(0, 2)), ([1], slice("a", None)), ([1], slice(0, 3, 0))):
    l = [10, 20, 30]
    try: l[sl] = value; print(l)
    except Exception as e: print(type(e).__name__, e)
def items(o, k, v): o[k] = v; return o
for o, k, v in (((), 0, 1), ("s", 0, 1), ([], 0, 1), ([1], "a", 1), ([1], 1.0, 1), ({}, [], 1), ({}, {}, 1), (None, 0, 1), (5, 0, 1), (bytearray(1), 0, 256), (bytearray(1), 0, "x"), (bytearray(1), 2, 1), (range(2), 0, 1), (set(), 0, 1), (lambda: 1, 0, 1), (int, 0, 1), ([1], 1 << 70, 1), (b"x", 0, 1), (frozenset(), 1, 1)):
    show(items, o, k, v) if not callable(o) or o is int else print("function skipped")
def attrs(o, n, v): setattr(o, n, v); return getattr(o, n)
for o in (5, "s", None, [], object(), int, (), 1.5, print, len, type, ...): show(attrs, o, "new", 1)
class Slotted: __slots__ = ("a",)
s = Slotted()
show(attrs, s, "a", 1); show(attrs, s, "b", 1)
class Prop:
    @property
    def ro(self): return 1
    @property
    def wo(self): return 1
    @wo.setter
    def wo(self, v): print("set", v)
show(attrs, Prop(), "ro", 1); show(attrs, Prop(), "wo", 5); show(attrs, Prop(), 5, 5)
q: int = 5; r: "undefined" ; (s): str = "x"; Prop.note: list = []
import annotationlib
print(annotationlib.get_annotations(__import__("__main__"), format=annotationlib.Format.STRING) or __annotate__(1) if False else q)
print((n := 10), n, [y := 1, y**2], (lambda: (k := 3))())
print([last := i for i in range(3)], last)
for source in ("1 = x", "f() = 1", "a + 1 = 2", "None = 1", "x = 1 = y", "*a = 1", "a, *b, *c = 1", "(a, 1) = 2", "{a} = 1", "a if b else c = 1", "'s' = 1", "... = 1", "True = 1", "lambda: 1 = 2", "x := 1", "(x.y := 1)", "(x[0] := 1)", "a = (yield) = 1", "-x = 1", "[x for x in y] = 1",
               "(a for b in c) = 1", "a < b = 1", "not a = 1", "f'{x}' = 1", "__debug__ = 1", "x: int = y = 1", "a, b: int", "(a, b): int = 1", "[a]: int", "x = y: int", "await x = 1", "def f(): return x = 1", "if x = 1: pass", "print(a.b = 1)", "f(1 = 2)", "f(True = 2)", "a() := 1", "[i := 0 for i in j]", "[i for i in (j := k)]"):
    try: compile(source, "s", "exec"); print("ok", source)
    except SyntaxError as e: print(source, "->", e.msg, e.offset)
