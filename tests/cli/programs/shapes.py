"""Shapes: a class, a loop, a handler."""
import math


class Circle:
    radius: float = 1.0

    def area(self):
        return math.pi * self.radius**2


def total(shapes, *, limit=1_000):
    result = 0
    for shape in shapes:
        try:
            result += shape.area()
        except AttributeError as error:
            print(f"{shape!r:>10} has no area: {error}")
            continue
        if result > limit:
            break
    return result
