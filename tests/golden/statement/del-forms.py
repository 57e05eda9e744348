def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
class Log:
    def __delattr__(self, name): print("delattr", name)
    def __delitem__(self, key): print("delitem", key)
    def __getitem__(self, key): print("getitem", key); return self
    attr = property(lambda self: self)
o = Log()
del o.a
del o[1], o[1:2], o[1:2, ..., None], o["k"].x, o[()]
del (o.b, [o.c, (o.d,)])
del (), []
a = b = c = d = 1
del a, (b, [c]), d
print([n for n in "abcd" if n in globals()])
l = list(range(10)); del l[0]; del l[-1]; del l[::2]; print(l); del l[5:]; del l[1:1]; del l[-100:1]; print(l); del l[:]; print(l)
d = {1: 2, "k": {3: 4}}; del d[1], d["k"][3]; print(d)
def f(obj, what):
    match what:
        case "item": del obj[0]
        case "slice": del obj[0:1]
        case "attr": del obj.nothing
        case "key": del obj["key"]
for obj in ([], (), {}, "text", 5, None, object(), int, f, b"x", bytearray(b"xy"), range(3), set(), Log):
    for what in ("item", "slice", "attr", "key"): show(f, obj, what)
def local():
    x = 1
    del x
    try: x
    except UnboundLocalError as e: print(e)
    try: del x
    except UnboundLocalError as e: print(e)
    try: del nowhere_global
    except NameError as e: print(e)
def local2():
    global nowhere_global
    del nowhere_global
local() if False else None
show(local2)
def local3():
    x = 1
    del x
    return x
show(local3)
def local4():
    del y
    y = 1
show(local4)
class K:
    a = 1
    del a
    try: del a
    except NameError as e: print(e)
class Slots:
    __slots__ = ("s",)
s = Slots(); show(lambda: f(s, "attr"))
try: del s.s
except AttributeError as e: print(e)
s.s = 1; del s.s; print(hasattr(s, "s"))
for source in ("del 1", "del f()", "del a + b", "del (a, 1)", "del *a", "del a := 1", "del None", "del __debug__", "del x if y else z", "del [x for x in y]", "del {}", "del", "del (a,", "del lambda: 1", "del a, f()", "del x == y", "del 'str'"):
    try: compile(source, "s", "exec"); print("ok", source)
    except SyntaxError as e: print(source, "->", e.msg, e.offset)
