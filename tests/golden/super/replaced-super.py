# A global called super, and class cells of classes made by hand.
class A:
    def f(self):
        return "A.f"


def outer():
    def super(*args):
        return Fake(args)

    class Fake:
        def __init__(self, args):
            self.args = args

        def f(self):
            return "fake", len(self.args)

        attr = "attr"

    class B(A):
        def f(self):
            return super().f(), super(B, self).f(), super().attr

    return B


print(outer()().f())


class Meta(type):
    def __new__(mcls, name, bases, ns):
        cls = super().__new__(mcls, name, bases, ns)
        cls.tag = name.lower()
        return cls

    def __init__(cls, *args):
        super().__init__(*args)


class K(A, metaclass=Meta):
    def f(self):
        return "K." + super().f() + __class__.__name__


print(K().f(), K.tag)


class Init(A):
    def __init_subclass__(cls, /, flag=0, **kw):
        super().__init_subclass__(**kw)
        cls.flag = flag

    def __setattr__(self, name, value):
        super().__setattr__(name, value * 2)

    def __getattribute__(self, name):
        return super().__getattribute__(name)


class Sub(Init, flag=5):
    pass


s = Sub()
s.v = 4
print(Sub.flag, s.v)
