def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Flags, sizes and offsets of classes.
def layout(t):
    print(t.__name__, hex(t.__flags__ & ~(1 << 19)), t.__basicsize__, t.__itemsize__, t.__dictoffset__, t.__weakrefoffset__)


class A: pass
class B(A): pass
class S: __slots__ = ()
class S2: __slots__ = ("a", "b")
class S3(S2): pass
class S4(S2): __slots__ = ("__dict__",)
class S5(S2): __slots__ = ("__weakref__",)
class S6(S2): __slots__ = ("c", "__weakref__", "__dict__")
class I(int): pass
class I0(int): __slots__ = ()
class I2(I): pass
class T(tuple): pass
class L(list): pass
class L0(list): __slots__ = ()
class L1(list): __slots__ = ("a",)
class E(Exception): pass
class E2(E): __slots__ = ("a",)
class E3(Exception): __slots__ = ("a",)
class M(type): pass
class D(dict): pass
class F(float): pass
class St(set): pass
class AB(A): __slots__ = ("x",)
class AS(S2, A): pass
class G:
    def __del__(self): pass
class C:
    def __call__(self): pass


for t in (A, B, S, S2, S3, S4, S5, S6, I, I0, I2, T, L, L0, L1, E, E2, E3, M, D, F, St, AB, AS, G, C):
    layout(t)
for t in (object, type, int, bool, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice, property,
          super, staticmethod, classmethod, memoryview, BaseException, OSError, enumerate, zip, map, filter, reversed, type(None),
          type(len), type(lambda: 0), type(A), type(list.append), type(int.__add__), type(int.real)):
    layout(t)
