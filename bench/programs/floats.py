"""Float arithmetic: integration, Newton's method, statistics, math functions."""
import math


def integrate(f, a, b, n):
    h = (b - a) / n
    total = 0.5 * (f(a) + f(b))
    for i in range(1, n):
        total += f(a + i * h)
    return total * h


def root(x):
    guess = x
    for _ in range(20):
        guess = 0.5 * (guess + x / guess)
    return guess


def variance(values):
    mean = sum(values) / len(values)
    return sum((v - mean) ** 2 for v in values) / len(values)


def walk(n):
    x = y = 0.0
    angle = 0.1
    for i in range(n):
        x += math.cos(angle)
        y += math.sin(angle)
        angle += 0.37 + x * 1e-6
        if abs(x) > 100.0:
            x = -x * 0.5
    return round(math.hypot(x, y), 6)


print(round(integrate(lambda x: x * x * math.exp(-x), 0.0, 10.0, 2_000_000), 9))
print(round(sum(root(float(i)) for i in range(1, 200_000)), 3))
print(round(variance([i * 0.25 for i in range(1_500_000)]), 3), walk(2_500_000))
