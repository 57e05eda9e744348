def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# __name__, __set_name__, __doc__ and copies.
class P:
    def g(self):
        "getter doc"

    x = property(g, doc="x doc")
    y = property(g)
    z = property()


print(P.x.__name__, P.z.__name__, property(P.g).__name__)
show(lambda: property().__name__)
show(lambda: property(1).__name__)
P.x.__name__ = "renamed"
print(P.x.__name__, P.x.setter(len).__name__)
del P.x.__name__
print(P.x.__name__)
show(lambda: P().z)
P.z.__set_name__(P, "other")
show(lambda: P().z)
show(P.x.__set_name__, 1)


def other(self):
    "other doc"


print(P.x.getter(other).__doc__, P.y.getter(other).__doc__, P.y.setter(other).__doc__, P.x.getter(None).fget is P.g)
P.x.__doc__ = "new"
print(P.x.__doc__, property(doc="q").__doc__, property(P.g, doc=None).__doc__)


class Sub(property):
    "class doc"


class Slots(property):
    __slots__ = ()


s = Sub(P.g)
print(s.__doc__, s.__dict__, Sub().__doc__, Sub(doc="d").__doc__, Sub(lambda self: 1).__dict__)
show(Slots, P.g)
print(Slots(P.g, doc="x").__doc__)


class NoName:
    @property
    def __name__(self):
        raise RuntimeError("no name")

    @property
    def __doc__(self):
        return None


show(lambda: property(NoName()).__name__)
show(property(NoName()).__set__, 1, 2)


class Abstract:
    __isabstractmethod__ = True


print(property(Abstract()).__isabstractmethod__, property(None, Abstract()).__isabstractmethod__, property(len).__isabstractmethod__)
print(property.__doc__[:19], property.__text_signature__, property.__set_name__.__text_signature__)
