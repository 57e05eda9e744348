class A: pass
class B(A): pass
class Meta(type):
    def __instancecheck__(cls, o): return o == 'magic'
    def __subclasscheck__(cls, c): return c is int
class M(metaclass=Meta): pass
print(isinstance(1, int), isinstance(True, int), isinstance(B(), A), isinstance(A(), B), isinstance(1, (str, int)), isinstance(1, (str, (float, (int,)))))
print(isinstance('magic', M), isinstance(M(), M), isinstance(3, M), issubclass(int, M), issubclass(str, M))
print(isinstance(1, int | str), isinstance(None, int | None), issubclass(bool, int | str), issubclass(B, (int, A)))
class Fake:
    @property
    def __class__(self): return A
print(isinstance(Fake(), A), isinstance(Fake(), Fake), isinstance(Fake(), B))
def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)
show(isinstance, 1)
show(isinstance, 1, 2)
show(isinstance, 1, (2,))
show(isinstance, 1, list[int])
show(issubclass, 1, int)
show(issubclass, int, 1)
show(issubclass, int, (1,))
show(issubclass, int)
show(isinstance, 1, ())
show(issubclass, list[int], list)
