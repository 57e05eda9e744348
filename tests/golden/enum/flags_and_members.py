# Enumerations: every base, aliases, boundaries, auto, members and nonmembers, hooks, pickling, and messages.
import enum
import pickle
from enum import CONFORM, EJECT, KEEP, STRICT, Enum, Flag, IntEnum, IntFlag, StrEnum, auto, global_enum, member, nonmember, property as enum_property, unique, verify


class Colour(Enum):
    RED = 1
    GREEN = "g"
    CRIMSON = 1
    _ignore_ = ["temp"]
    temp = 3

    def describe(self):
        return f"{self.name}:{self.value}"

    @classmethod
    def default(cls):
        return cls.GREEN


print(list(Colour), Colour.__members__, Colour.CRIMSON is Colour.RED, Colour(1), Colour["GREEN"], repr(Colour.RED), str(Colour.RED), f"{Colour.RED:>12}|", Colour.default().describe(), len(Colour), Colour.RED in Colour, 1 in Colour, 7 in Colour, dir(Colour.RED)[-4:])
for action in [lambda: Colour(9), lambda: Colour["NONE"], lambda: setattr(Colour, "RED", 2), lambda: delattr(Colour, "RED"), lambda: setattr(Colour.RED, "value", 3), lambda: Colour.RED < Colour.GREEN, lambda: Colour.RED.GREEN, lambda: Colour.nothing, lambda: Enum("X", "a a"),
               lambda: type("Sub", (Colour,), {}), lambda: Colour(), lambda: Colour.RED + 1]:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Weekday(IntEnum):
    MON = auto()
    TUE = auto()
    SUN = 7

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls[value.upper()[:3]]
        return None


print(Weekday("monday"), Weekday.TUE + 1, Weekday.SUN > 3, repr(Weekday.SUN), str(Weekday.SUN), f"{Weekday.SUN:03d}", "%d %s" % (Weekday.MON, Weekday.MON), [1, 2, 3][Weekday.MON], sorted(Weekday, reverse=True), max(Weekday))
try:
    Weekday(99)
except ValueError as error:
    print(error)


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    NONE = 0


print(Perm.R | Perm.X, repr(Perm.RW), repr(~Perm.R), list(Perm.RW), len(Perm.R | Perm.X), Perm.R in Perm.RW, bool(Perm.NONE), repr(Perm(0)), Perm(5), repr(Perm.R ^ Perm.RW), repr(Perm.RW & Perm.X), list(Perm), Perm.RW.name, (Perm.R | Perm.X).name, repr(Perm["R"]), Perm(7))
for boundary in (STRICT, CONFORM, EJECT, KEEP):
    Bits = Flag("Bits", {"A": 1, "B": 4}, boundary=boundary)
    try:
        print(boundary, repr(Bits(3)), repr(Bits(-1)), repr(~Bits.A))
    except ValueError as error:
        print(boundary, "ValueError", error)
Mode = IntFlag("Mode", "READ WRITE EXEC", start=1)
print(repr(Mode.READ | 8), Mode.READ | Mode.EXEC, repr(Mode(12)), Mode.WRITE + 1, repr(~Mode.READ), f"{Mode.WRITE}", [m.name for m in Mode], repr(Mode.READ | Mode.WRITE & 3))


class Word(StrEnum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.title() + str(count)

    HELLO = auto()
    BYE = "tschüss"


print(Word.HELLO, repr(Word.HELLO), Word.BYE.upper(), Word("tschüss"), "x" + Word.HELLO, f"{Word.HELLO!r:>30}", Word.HELLO == "HELLO0", list(Word))
try:
    class Bad(StrEnum):
        A = 1
except TypeError as error:
    print(error)


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.39e6)
    secret = nonmember(42)

    def __new__(cls, mass, radius):
        obj = object.__new__(cls)
        obj._value_ = round(mass / 1e20)
        obj.radius = radius
        return obj

    def __init__(self, mass, radius):
        self.mass = mass

    @enum_property
    def gravity(self):
        return round(6.67e-11 * self.mass / self.radius ** 2, 2)


class Tool(Enum):
    HAMMER = 1

    @member
    def helper():
        return 3


print([(p.name, p.value) for p in Planet], Planet.MARS.gravity, Planet.secret, Planet(59700), [t.name for t in Tool], Tool.helper.value())
""" alias checks """
for check in [lambda: unique(Colour), lambda: verify(enum.CONTINUOUS)(Weekday), lambda: verify(enum.NAMED_FLAGS)(Flag("F", {"A": 1, "C": 5})), lambda: verify(enum.UNIQUE)(Colour)]:
    try:
        print(check())
    except ValueError as error:
        print(error)
print(pickle.loads(pickle.dumps(Colour.RED)) is Colour.RED, pickle.loads(pickle.dumps(Perm.RW)) is Perm.RW, Colour.RED.__reduce_ex__(2), hash(Colour.RED) == hash("RED"))
Animal = Enum("Animal", [("CAT", 9), ("DOG", "wuff")], module="zoo", qualname="Zoo.Animal")
print(Animal, Animal.CAT, Animal.__module__, Animal.__qualname__, repr(Animal.DOG), Enum("E", ["x", "y"]).y.value, Enum("E", "x,y").x)


class Ordered(Enum):
    def __lt__(self, other):
        return self.value < other.value if self.__class__ is other.__class__ else NotImplemented


class Size(Ordered):
    S, M, L = range(3)

    def _generate_next_value_(name, start, count, last):
        return count

    def __init_subclass__(cls):
        print("never")


print(sorted([Size.L, Size.S]), Size.M < Size.L, Size(2), repr(Size.S))


@global_enum
class Level(IntEnum):
    LOW = 1


print(repr(LOW), str(LOW), LOW == 1)
print(enum.show_flag_values(Perm.RW.value), enum.bin(10), enum.bin(-3, 5), bool(Colour.RED), Colour.__doc__, Colour.RED.__class__ is Colour, Colour.RED._sort_order_, isinstance(Weekday.MON, int))
