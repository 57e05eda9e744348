def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# __init_subclass__ and __set_name__, with notes on errors.
class Base:
    subs = []

    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.subs.append((cls.__name__, tag))


class A(Base, tag="a"): pass
class B(A): pass
print(Base.subs, type(Base.__dict__["__init_subclass__"]))
show(lambda: type("C", (Base,), {}, other=1))
show(lambda: type("C", (), {}, other=1))


class Named:
    def __set_name__(self, owner, name):
        print("set", owner.__name__, name)


class D:
    x = Named()
    y = Named()
    z = x


D.w = Named()


class Raises:
    def __set_name__(self, owner, name):
        1 / 0


try:
    class E:
        attr = Raises()
except ZeroDivisionError as e:
    print(e, e.__notes__)


class Wrong:
    def __set_name__(self): pass


try:
    class F:
        attr = Wrong()
except TypeError as e:
    print(e, e.__notes__)


class Order:
    def __set_name__(self, owner, name):
        print("named", name)


class G(Base):
    o = Order()

    def __init_subclass__(cls, **kw):
        print("init subclass", cls.__name__)
        super().__init_subclass__(**kw)


class H(G):
    o = Order()


class I:
    def __class_getitem__(cls, item):
        return cls.__name__, item


print(I[1], I[1, 2], type(I.__dict__["__class_getitem__"]))
show(lambda: A[1])
class J:
    __class_getitem__ = classmethod(lambda cls, i: ("lambda", i))
print(J[3])
