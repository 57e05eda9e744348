from fractions import Fraction
class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) != 1: raise ValueError("ragged rows")
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    shape = property(lambda s: (len(s.rows), len(s.rows[0])))
    T = property(lambda s: Matrix(zip(*s.rows)))
    def __getitem__(self, ij): i, j = ij; return self.rows[i][j]
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def _same(self, o):
        if self.shape != o.shape: raise ValueError(f"shapes {self.shape} and {o.shape}")
    def __add__(self, o):
        if not isinstance(o, Matrix): return NotImplemented
        self._same(o); return Matrix([a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows))
    def __mul__(self, k): return Matrix([x * k for x in r] for r in self.rows)
    __rmul__ = __mul__
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]: raise ValueError(f"cannot multiply {self.shape} by {o.shape}")
        return Matrix([sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows)
    def __pow__(self, n): return Matrix.identity(self.shape[0]) if n == 0 else (self ** (n // 2)) @ (self ** (n // 2)) @ (self if n % 2 else Matrix.identity(self.shape[0]))
    def det(self):
        m, d = [[Fraction(x) for x in r] for r in self.rows], Fraction(1)
        for i in range(len(m)):
            p = next((k for k in range(i, len(m)) if m[k][i]), None)
            if p is None: return Fraction(0)
            if p != i: m[i], m[p], d = m[p], m[i], -d
            d *= m[i][i]
            for k in range(i + 1, len(m)): f = m[k][i] / m[i][i]; m[k] = [a - f * b for a, b in zip(m[k], m[i])]
        return d
    def __str__(self): w = max(len(str(x)) for r in self.rows for x in r); return "\n".join(" ".join(f"{x!s:>{w}}" for x in r) for r in self.rows)
    def __repr__(self): return f"Matrix({self.rows})"
a, b = Matrix([[1, 2], [3, 4]]), Matrix([[0, 1], [1, 0]])
print(a, a + b, a @ b, 2 * a, a.T, a ** 5, sep="\n--\n"); print(a.det(), Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).det(), Matrix([[1, 2], [2, 4]]).det(), a[1, 0], a == Matrix([[1, 2], [3, 4]]), repr(Matrix.identity(3)))
print((Matrix([[1, 1], [1, 0]]) ** 90)[0, 1])
for bad in ("a + 5", "a + Matrix([[1]])", "a @ Matrix([[1]])", "Matrix([[1], [1, 2]])", "a[5, 0]", "a[0]", "5 @ a", "Matrix([])", "{a: 1}", "a < b", "-a"):
    try: print(eval(bad))
    except Exception as e: print(bad, "->", type(e).__name__, e)
