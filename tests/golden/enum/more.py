from enum import *
def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
class Color(Enum): RED = 1; GREEN = 2; BLUE = auto(); CRIMSON = 1
class Perm(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
class Num(IntEnum): ONE = 1; TWO = 2
class S(StrEnum): A = auto(); B = "bee"
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6); MARS = (6.4e23, 3.4e6)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
    @property
    def g(self): return round(6.67e-11 * self.mass / self.radius ** 2, 2)
print(Color.RED, repr(Color.RED), Color(2), Color["BLUE"], Color.CRIMSON is Color.RED, list(Color), Color.RED.name, Color.BLUE.value, len(Color), Color.__members__, Color.RED in Color, 1 in Color, 99 in Color, f"{Color.RED}", f"{Num.ONE}", f"{Num.TWO:03d}", str(S.B), repr(S.A), S.B == "bee", Num.ONE + 1, Num.TWO > 1, Color.RED == 1, isinstance(Num.ONE, int))
print(Perm.R | Perm.X, repr(Perm.RW), Perm.R in Perm.RW, Perm(0), ~Perm.R, Perm.RW & Perm.W, Perm(7), list(Perm), [p.name for p in Perm.RW], Perm.RW ^ Perm.R, bool(Perm(0)), len(Perm.RW), Perm(5)); print(Planet.EARTH.g, Planet.MARS.value, Planet((6.4e23, 3.4e6)))
for f in (lambda: Color(9), lambda: Color["X"], lambda: Color.X, lambda: setattr(Color, "RED", 5), lambda: delattr(Color, "RED"), lambda: Color.RED < Color.GREEN, lambda: Color(), lambda: Perm(99), lambda: Perm.R | 1, lambda: type("Sub", (Color,), {}), lambda: Color.RED.RED, lambda: setattr(Color.RED, "value", 3), lambda: Color("RED"), lambda: Num("1"), lambda: S("x"), lambda: Perm("R"), lambda: Color.RED + 1, lambda: S.A + "x", lambda: setattr(Color, "NEW", 9), lambda: Color.NEW, lambda: hash(Color.RED) == hash("RED"), lambda: {Color.RED: 1}[Color.CRIMSON]): show(f)
def dup():
    @unique
    class D(Enum): A = 1; B = 1
def redefine():
    class R(Enum): A = 1; A = 2
def bad_auto():
    class B(Enum): A = "x"; B = auto()
    return list(B)
def verify_gap():
    @verify(CONTINUOUS)
    class V(IntEnum): A = 1; C = 3
def sunder():
    class U(Enum): _x_ = 1
for f in (dup, redefine, bad_auto, verify_gap, sunder): show(f)
A = Enum("A", "x y z"); B = Enum("B", [("p", 5), ("q", 6)]); C = IntEnum("C", {"k": 3}, module="mod", qualname="Out.C"); print(list(A), list(B), list(C), C.k.__class__.__qualname__, C.__module__)
class W(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return f"{name}-{start}-{count}-{last}"
    a = auto(); b = auto(); _ignore_ = ["t"]; t = 5; m = member(6); n = nonmember(7)
    @classmethod
    def _missing_(cls, v): return cls.a if v == "default" else None
print(list(W), W("default"), W.n); show(W, "other")
class Bound(Flag, boundary=KEEP): A = 1; B = 4
class Conf(Flag, boundary=CONFORM): A = 1
class Ej(Flag, boundary=EJECT): A = 1
class St(IntFlag): A = 1; B = 2
print(Bound(8), Conf(9), Ej(9), St(9), St.A | 8, St.A + 1, ~St.A, St.A | St.B, repr(St(0)))
