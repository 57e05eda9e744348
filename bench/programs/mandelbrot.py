"""The Mandelbrot set, with floats and with complex numbers."""


def escapes(cx, cy, limit):
    x = y = 0.0
    for n in range(limit):
        x2 = x * x
        y2 = y * y
        if x2 + y2 > 4.0:
            return n
        y = 2.0 * x * y + cy
        x = x2 - y2 + cx
    return limit


def escapes_complex(c, limit):
    z = 0j
    for n in range(limit):
        if abs(z) > 2.0:
            return n
        z = z * z + c
    return limit


width, height = 640, 500
total = 0
for row in range(height):
    for column in range(width):
        total += escapes(column * 3.0 / width - 2.2, row * 2.4 / height - 1.2, 100)
print(total)
print(sum(escapes_complex(complex(i / 40 - 2, j / 30 - 1), 60) for i in range(280) for j in range(280)))
