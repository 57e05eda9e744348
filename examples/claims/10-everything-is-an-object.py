"""Claim 10: everything has a type and a reference count; a + b asks the left operand's type, then the right one's."""
import sys


class Meters:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        print("Meters.__add__", type(other).__name__)
        return Meters(self.n + other.n) if isinstance(other, Meters) else NotImplemented


class Feet:
    def __init__(self, n):
        self.n = n

    def __radd__(self, other):
        print("Feet.__radd__", type(other).__name__)
        return Meters(other.n + self.n * 0.3048)


class LongMeters(Meters):
    def __radd__(self, other):
        print("LongMeters.__radd__", type(other).__name__)
        return LongMeters(other.n + self.n)


for thing in (1, "s", print, Meters, sys, type, None, Meters.__add__, (n for n in ())):
    print(type(thing).__name__, type(type(thing)).__name__, isinstance(thing, object), sys.getrefcount(thing) > 0)
print((Meters(1) + Meters(2)).n)
print((Meters(1) + Feet(10)).n)
print((Meters(1) + LongMeters(5)).n)
try:
    Meters(1) + 2
except TypeError as error:
    print(error)
print((1).__add__(2), (1).__add__(2.0), int.__add__(3, 4))
