"""The spectral norm of an infinite matrix: float loops and calls."""
from math import sqrt


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v):
    n = len(v)
    return [sum(entry(i, j) * v[j] for j in range(n)) for i in range(n)]


def transposed(v):
    out = []
    for i in range(len(v)):
        total = 0.0
        for j in range(len(v)):
            total += entry(j, i) * v[j]
        out.append(total)
    return out


u = [1.0] * 400
for _ in range(10):
    v = transposed(times(u))
    u = transposed(times(v))
vbv = sum(a * b for a, b in zip(u, v))
vv = sum(b * b for b in v)
print(f"{sqrt(vbv / vv):.9f}")
