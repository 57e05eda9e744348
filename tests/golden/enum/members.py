def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique, member, nonmember, property as eproperty, CONTINUOUS, NAMED_FLAGS, UNIQUE, verify, EnumType
import pickle, copy
class C(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    def describe(self): return self.name.lower()
    @classmethod
    def best(cls): return cls.GREEN
print(C.RED, repr(C.RED), C(1), C["GREEN"], list(C), len(C), C.CRIMSON is C.RED, C.__members__, C.RED.describe(), C.best(), C.RED in C, 1 in C, 9 in C)
print(C.RED.name, C.RED.value, type(C.RED), isinstance(C.RED, C), hash(C.RED) == hash("RED"), C.RED == 1, f"{C.RED}", [*reversed(C)], bool(C.RED), C)
show(C, 5)
show(lambda: C["X"])
show(lambda: C.X)
show(setattr, C, "RED", 5)
show(delattr, C, "RED")
show(lambda: C.RED < C.GREEN)
show(setattr, C.RED, "value", 3)
show(type, "D", (C,), {})
show(lambda: C.RED.GREEN)
class I(IntEnum):
    A = 3
    B = auto()
print(I.A + 1, I.B, repr(I.B), I.A < I.B, f"{I.A}", f"{I.A:03}", "%d" % I.A, int(I.B), I.A == 3, [10, 20, 30, 40][I.A], str(I.A), I(3))
class F(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(F.R | F.X, repr(F.R | F.X), F.RW, ~F.R, F.R & F.W, bool(F.R & F.W), list(F.RW), F(7), F(0), F.R in F.RW, len(F.RW), F.R ^ F.RW, F.RW.value, list(F))
show(F, 8)
show(lambda: F.R | 1)
class IF(IntFlag):
    A = 1
    B = 4
print(IF.A | 2, repr(IF.A | 2), IF(5), IF.A | IF.B, ~IF.A, IF(8), IF.A + 1)
class S(StrEnum):
    X = auto()
    Y = "why"
print(S.X, repr(S.X), S.Y + "!", S.X == "x", S("why"), S.Y.upper(), f"{S.X:>5}")
show(type(S), "Q", (StrEnum,), type(S).__prepare__("Q", (StrEnum,)))
def dup():
    @unique
    class D(Enum):
        A = 1
        B = 1
show(dup)
def reuse():
    class D(Enum):
        A = 1
        A = 2
show(reuse)
Fn = Enum("Fn", "a b c")
print(list(Fn), Fn.a.value, Enum("G", {"x": 10, "y": 20}).y, Enum("H", [("p", 1)], type=int).p + 1, Enum("K", ["m", "n"], start=5).m.value)
class Planet(Enum):
    E = (1, 2)
    M = (3, 4)
    def __init__(self, a, b): self.a, self.b = a, b
    @property
    def total(self): return self.a + self.b
print(Planet.E.total, Planet((3, 4)), Planet.M.value)
class N(Enum):
    def __new__(cls, v, label):
        o = object.__new__(cls)
        o._value_ = v
        o.label = label
        return o
    A = 1, "first"
    B = 2, "second"
print(N(1).label, N.B)
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == "a" else None
print(Miss("a"))
show(Miss, "z")
class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return (name, start, count, last)
    A = auto()
    B = auto()
print(Auto.A.value, Auto.B.value)
class Mem(Enum):
    A = nonmember(5)
    B = member(len)
    def f(self): pass
    class Inner: pass
print(Mem.A, Mem.B, list(Mem), Mem.Inner)
print(pickle.loads(pickle.dumps(C.RED)) is C.RED, copy.deepcopy([F.RW])[0] is F.RW, dir(C)[-4:], C.__doc__)
show(lambda: verify(CONTINUOUS)(Enum("V", {"a": 1, "b": 3})))
class Ign(Enum):
    _ignore_ = "t"
    t = 5
    A = t
print(list(Ign), hasattr(Ign, "t"))
print(type(C), EnumType is type(Enum), C.__class__, isinstance(C, EnumType), repr(Enum), repr(Flag))
