# add_note, __notes__, __setstate__, __reduce__ of exceptions.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


e = ValueError("v")
show("notes", lambda: e.__notes__)
e.add_note("one")
e.add_note("two")
print(e.__notes__, e.__dict__)
show("not str", e.add_note, 5)
e.__notes__ = "odd"
show("not a list", e.add_note, "three")
e.__notes__ = ["fresh"]
e.add_note("more")
print(e.__notes__)
print(e.__reduce__())
f = ValueError(1, 2)
f.extra = "x"
f.__setstate__({"a": 1, "b": [2]})
print(f.__dict__, f.__reduce__())
show("bad state", f.__setstate__, 5)
f.__setstate__(None)
import copy
g = copy.copy(f)
print(g.args, g.__dict__, g == f, type(g))
print(repr(KeyError("k")), str(KeyError("k")), str(KeyError()), str(KeyError(1, 2)), str(ValueError(1, 2)), repr(ValueError()), repr(ValueError("x",)))
print(StopIteration(5).value, StopIteration().value, StopIteration(1, 2).value, SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code)
show("keywords", ValueError, a=1)
print(BaseException.__doc__, Exception.__doc__, sep=" | ")
