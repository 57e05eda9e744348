"""Attribute reads and writes: instances, slots, class attributes, properties."""


class Plain:
    scale = 2

    def __init__(self):
        self.x = 0
        self.y = 1
        self.count = 0


class Slotted:
    __slots__ = ("x", "y", "_z")

    def __init__(self):
        self.x = self.y = self._z = 1

    @property
    def z(self):
        return self._z


def main():
    a = Plain()
    b = Slotted()
    for i in range(8_000_000):
        a.x = a.y + i
        a.count += a.scale
        b.x = a.x - b.y
        b.y = b.z
    print(a.x, a.y, a.count, b.x, b.y)


main()
