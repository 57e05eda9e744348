def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# super(type, object): checks, attributes, binding.
class A:
    x = 1

    def f(self):
        return "A.f"

    @classmethod
    def c(cls):
        return cls.__name__


class B(A):
    def f(self):
        return "B.f"


b = B()
s = super(B, b)
print(s, s.f(), s.x, s.__thisclass__, s.__self__ is b, s.__self_class__, s.__class__)
print(super(B), super(B).__self__, super(B).__self_class__, super(B, B), super(B, B).f is A.f, super(B, B).c(), super(A, B))
print(super(B).__get__(b, B), super(B).__get__(b).f(), super(B, b).__get__(3) is not None, super(B, None))
for a in ((1,), (B, 1), (B, A), (B, A()), (B, b, 3), (None,), ("x", b)):
    show(super, *a)
show(lambda: super(type=B))
show(super(B).__get__, 1)
show(lambda: s.y)
show(setattr, s, "x", 1)
show(lambda: super(B).f)


class Fake:
    @property
    def __class__(self):
        return B


print(super(B, Fake()).f())


class S(super):
    pass


print(S(B, b), S(B, b).f(), type(S(B).__get__(b)).__name__)
print(super(int, True), super(bool, True).__add__(4))


class M1:
    def f(self):
        return ["M1"]


class M2(M1):
    def f(self):
        return ["M2"] + super().f()


class M3(M1):
    def f(self):
        return ["M3"] + super().f()


class M4(M2, M3):
    def f(self):
        return ["M4"] + super().f()


print(M4().f(), super(M2, M4()).f())
