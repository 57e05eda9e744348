"""A ray tracer: vectors as objects, spheres, shadows, reflections."""
import math


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, o):
        return Vector(self.x + o.x, self.y + o.y, self.z + o.z)

    def __sub__(self, o):
        return Vector(self.x - o.x, self.y - o.y, self.z - o.z)

    def scale(self, k):
        return Vector(self.x * k, self.y * k, self.z * k)

    def dot(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    def unit(self):
        return self.scale(1.0 / math.sqrt(self.dot(self)))


class Sphere:
    def __init__(self, center, radius, color, mirror=0.0):
        self.center = center
        self.radius = radius
        self.color = color
        self.mirror = mirror

    def hit(self, origin, direction):
        offset = self.center - origin
        v = offset.dot(direction)
        disc = self.radius * self.radius - (offset.dot(offset) - v * v)
        if disc < 0:
            return None
        distance = v - math.sqrt(disc)
        return distance if distance > 1e-6 else None


class Scene:
    def __init__(self):
        self.objects = [
            Sphere(Vector(0, -1000, 6), 999.0, 0.5),
            Sphere(Vector(-1.5, 0, 6), 1.0, 0.9, 0.3),
            Sphere(Vector(1.5, 0.2, 5), 0.9, 0.7),
            Sphere(Vector(0, 1.4, 7), 1.1, 0.6, 0.5),
        ]
        self.light = Vector(5.0, 8.0, -3.0)

    def nearest(self, origin, direction):
        best = None
        where = None
        for o in self.objects:
            d = o.hit(origin, direction)
            if d is not None and (best is None or d < best):
                best, where = d, o
        return best, where

    def trace(self, origin, direction, depth):
        distance, o = self.nearest(origin, direction)
        if o is None:
            return 0.1
        point = origin + direction.scale(distance)
        normal = (point - o.center).unit()
        to_light = (self.light - point).unit()
        shade = max(0.0, normal.dot(to_light))
        if shade and self.nearest(point + normal.scale(1e-4), to_light)[1] is not None:
            shade *= 0.3
        color = o.color * (0.2 + 0.8 * shade)
        if o.mirror and depth < 3:
            reflected = direction - normal.scale(2 * direction.dot(normal))
            color += o.mirror * self.trace(point, reflected.unit(), depth + 1)
        return color


def render(width, height):
    scene = Scene()
    eye = Vector(0.0, 0.5, -2.0)
    total = 0.0
    for y in range(height):
        for x in range(width):
            direction = Vector((x - width / 2) / width, (height / 2 - y) / width, 1.0).unit()
            total += scene.trace(eye, direction, 0)
    return total


print(f"{render(420, 320):.4f}")
