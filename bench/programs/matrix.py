"""Matrices as lists of lists: multiplication, transposition, elimination, determinants."""


def multiply(a, b):
    n, m, p = len(a), len(b), len(b[0])
    out = [[0] * p for _ in range(n)]
    for i in range(n):
        row = a[i]
        target = out[i]
        for j in range(p):
            total = 0
            for k in range(m):
                total += row[k] * b[k][j]
            target[j] = total
    return out


def multiply_zip(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def determinant(m):
    m = [row[:] for row in m]
    n = len(m)
    det = 1.0
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(m[r][i]))
        if pivot != i:
            m[i], m[pivot] = m[pivot], m[i]
            det = -det
        det *= m[i][i]
        for r in range(i + 1, n):
            factor = m[r][i] / m[i][i]
            for c in range(i, n):
                m[r][c] -= factor * m[i][c]
    return det


a = [[(i * j) % 7 for j in range(220)] for i in range(220)]
b = [[(i + j) % 11 for j in range(220)] for i in range(220)]
c = multiply(a, b)
d = multiply_zip(a, b)
f = [[((i * 7 + j * 3) % 13) / 13 + (2.0 if i == j else 0.0) for j in range(200)] for i in range(200)]
print(c == d, sum(map(sum, c)), f"{determinant(f):.6e}")
