# sum() of floats, complex numbers and mixtures: compensated like CPython 3.12 and later.
import fractions, decimal, itertools
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__ + ":", e)
inf, nan = float("inf"), float("nan")
for values in ([0.1] * 10, [0.1] * 3, [1e100, 1.0, -1e100], [1e16, 1, -1e16], [1, 1e100, 1, -1e100], [0.1, 0.2, 0.3], [3, 0.1, 0.2], [0.1, 1, 0.2, 2**53, 1], [2**53, 1.0, 1.0], [1.0, 2**70, -(2**70)], [1e308, 1e308, -1e308], [1e308] * 2 + [-1e308] * 2, [inf, 1.0], [inf, -inf], [nan, 1.0], [1.0, nan, inf], [-0.0], [-0.0, -0.0], [0.0, -0.0], [True, 0.5], [0.5, True, False], [10**400], [10**400, -10**400, 1], [2**62, 2**62], [2**63 - 1, 1], [-2**63, -1], [1, 2, 3.5, 4, 5]):
    show(sum, values)
    show(sum, values, 0.0)
    show(sum, iter(values), -0.0)
show(sum, [0.5, 10**400]); show(sum, [1.5, 10**308, 10**308]); show(sum, [0.1] * 10, 0j); show(sum, [0.1j] * 10); show(sum, [1 + 0.1j] * 10)
show(sum, [0.1, 0.2, 0.3j, 4]); show(sum, [1, 2j, 3.0]); show(sum, [1e16, 1j, 1.0, -1e16]); show(sum, [1e16 + 1e16j, 1 + 1j, -1e16 - 1e16j]); show(sum, [complex(inf, nan), 1]); show(sum, [1j, 2**60, 1.5, True]); show(sum, [1j, 10**400])
show(sum, [fractions.Fraction(1, 3)] * 3); show(sum, [fractions.Fraction(1, 3), 0.5]); show(sum, [0.1, fractions.Fraction(1, 3), 0.1]); show(sum, [decimal.Decimal("0.1")] * 10); show(sum, [0.1, decimal.Decimal(1)])
class F(float):
    def __add__(self, o): return F(float.__add__(self, o))
    def __radd__(self, o): return F(float.__radd__(self, o))
    def __repr__(self): return f"F({float(self)})"
class I(int):
    def __add__(self, o): return f"I+{o}"
    def __radd__(self, o): return f"{o}+I"
show(sum, [F(0.1)] * 3); show(sum, [0.1, F(0.2), 0.3]); show(sum, [I(3)]); show(sum, [1, I(3)]); show(sum, [I(1)], I(2)); show(sum, [1.0, I(2)]); show(sum, [0.1] * 10, F(0))
class N:
    def __radd__(self, o): return ("radd", o)
show(sum, [N()]); show(sum, [0.1, 0.2, N()]); show(sum, [1j, 2j, N()])
show(sum, [[1], [2]], []); show(sum, [(1,), (2, 3)], ()); show(sum, ["a"], ""); show(sum, [b"a"], b""); show(sum, [bytearray()], bytearray()); show(sum, ["a"]); show(sum, [[]]); show(sum, "ab"); show(sum, [], "x"); show(sum, 5); show(sum); show(sum, [], 1, 2); show(sum, [], start=3); show(sum, [1], start=[]); show(sum, iterable=[1]); show(sum, [1], strt=1); show(sum, {1: 2, 3: 4}); show(sum, range(10**6)); show(sum, (i / 7 for i in range(1000)))
show(sum, itertools.repeat(0.1, 1000)); show(sum, map(float, range(100)), 0.5); show(sum, [None]); show(sum, [1, None]); show(sum, [1.0, None]); show(sum, [1j, "s"]); show(sum, [True, True]); show(sum, [], True); show(sum, [False])
start = [0]; r = sum([[1]], start); print(start, r)
