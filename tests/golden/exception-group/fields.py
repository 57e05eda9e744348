def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# message, exceptions, args, and a repr that does not follow changes of the argument.
l = [ValueError(1)]
e = ExceptionGroup("msg", l)
l.append(TypeError())
print(e.message, e.exceptions, e.args, repr(e))
e.args = (1,)
print(repr(e), str(e))
show(setattr, e, "message", "x")
show(setattr, e, "exceptions", ())
show(delattr, e, "message")


class Seq:
    def __len__(self):
        return 1

    def __getitem__(self, i):
        if i:
            raise IndexError
        return ValueError(i)

    def __repr__(self):
        return "Seq!"


class L(list):
    pass


class T(tuple):
    pass


for s in (Seq(), L([ValueError()]), T([ValueError()])):
    print(repr(ExceptionGroup("a", s)), ExceptionGroup("a", s).exceptions)
print(e.__reduce__()[0] is ExceptionGroup)
n = ExceptionGroup("o", [ExceptionGroup("i", [ValueError(1), TypeError("t")]), OSError()])
print(repr(n), str(n), n.exceptions[0].exceptions)
