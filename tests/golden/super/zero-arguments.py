def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# super() finds the class cell and the first argument.
class A:
    def f(self):
        return "A.f"

    @classmethod
    def c(cls):
        return "A.c", cls.__name__

    @property
    def p(self):
        return "A.p"

    x = "A.x"


class B(A):
    def f(self):
        return "B.f > " + super().f()

    @classmethod
    def c(cls):
        return super().c()

    @property
    def p(self):
        return "B.p > " + super().p

    @staticmethod
    def st(obj):
        return super().f()

    def attr(self):
        return super().x

    def captured(self):
        def inner():
            return self

        return super().f(), inner() is self

    def comprehension(self):
        return [super().f() for _ in range(2)]

    def lost(self):
        return super().nothing

    def no_arguments():
        return super()

    def deleted(self):
        del self
        return super()

    def replaced(self):
        self = 3
        return super()

    def star(*args):
        return super()

    def nested(self):
        return (lambda: super())()

    def generator(self):
        return list(super().f() for _ in range(1))

    def set_attr(self):
        super().zzz = 1


class C(B):
    def f(self):
        return "C.f > " + super().f()


b = B()
print(b.f(), C().f(), b.c(), C.c(), b.p, b.attr(), b.captured(), b.comprehension(), B.st(b))
for f in (b.lost, B.no_arguments, b.deleted, b.replaced, b.star, b.nested, b.generator, b.set_attr, lambda: B.st(1)):
    show(f)


def outside(self):
    return super().f()


show(outside, b)


class D(A):
    def f(self):
        nonlocal __class__
        __class__ = 3
        return super()


show(D().f)
