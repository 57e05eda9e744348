from _weakref import proxy
class N:
    def __init__(self, v): self.v = v
for name in "add sub mul truediv floordiv mod divmod pow lshift rshift and or xor matmul".split():
    def make(name):
        setattr(N, f"__{name}__", lambda self, *o: (name, self.v, o))
        setattr(N, f"__r{name}__", lambda self, *o: ("r" + name, self.v, o))
        def inplace(self, o):
            self.v += 1
            return self
        if name != "divmod":
            setattr(N, f"__i{name}__", inplace)
    make(name)
N.__neg__ = lambda s: "neg"
N.__pos__ = lambda s: "pos"
N.__abs__ = lambda s: "abs"
N.__invert__ = lambda s: "inv"
N.__index__ = lambda s: 2
N.__int__ = lambda s: 7
N.__float__ = lambda s: 7.5
n = N(3)
p = proxy(n)
print(p + 1, 1 + p, p - 1, 1 - p, p * 2, 2 * p, p / 2, 2 / p, p // 2, 2 // p)
print(p % 2, 2 % p, divmod(p, 2), divmod(2, p), p ** 2, 2 ** p, pow(p, 2, 5))
print(p << 1, 1 << p, p >> 1, 1 >> p, p & 1, 1 & p, p | 1, 1 | p, p ^ 1, 1 ^ p, p @ 1, 1 @ p)
print(-p, +p, abs(p), ~p, int(p), float(p), [10, 20, 30][p])
p += 1
print(p is n, n.v)
p = proxy(n)
p @= 1
print(p is n, n.v)
