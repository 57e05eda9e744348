def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Method resolution orders: C3, conflicts, mro() overridden.
class O: pass
class A(O): pass
class B(O): pass
class C(A, B): pass
class D(B, A): pass
print([k.__name__ for k in C.__mro__], C.mro() == list(C.__mro__))
show(type, "E", (C, D), {})
show(type, "E", (O, A), {})
show(type, "E", (A, A), {})
show(type, "E", (int, str), {})
show(type, "E", (list, dict), {})
class F(A, B): pass
class G(C, F): pass
print([k.__name__ for k in G.__mro__])


class Reversed(type):
    def mro(cls):
        return type.mro(cls)[::-1]


class X(metaclass=Reversed):
    def f(self): return 1


print([k.__name__ for k in X.__mro__], X().f())


def metaclass(answer):
    class M(type):
        def mro(cls):
            return answer(cls)
    return M


def make(answer, *bases):
    return metaclass(answer)("Made", bases, {}).__mro__


show(make, lambda c: [c, dict, object])
show(make, lambda c: [c, 1])
show(make, lambda c: 5)
show(make, lambda c: (c, object))
show(make, lambda c: (A,))
show(make, lambda c: [])
show(make, lambda c: 1 / 0)


class Late(type):
    seen = []

    def mro(cls):
        Late.seen.append((cls.__name__, cls.__mro__ is None))
        return type.mro(cls)


class Y(metaclass=Late): pass
class Z(Y): pass
Z.__bases__ = (Y, A)
print(Late.seen)
Y.mro = lambda: 1
print(Z.__mro__)
class Incomplete(type):
    def mro(cls):
        if cls.__mro__ is None and cls.__name__ != "Inner":
            show(lambda: type("Inner", (cls,), {}))
        return type.mro(cls)
class Outer(metaclass=Incomplete): pass
