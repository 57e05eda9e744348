# Elements die with the set, in table order; clear() sees a consistent set.
class E:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        return self.n == other.n

    def __del__(self):
        print("del", self.n)


s = {E(i) for i in (2, 0, 1)}
s.discard(E(1))
print("--")
s.clear()
print("--", s)
s = {E(5)}
s |= {E(5), E(6)}
print("--")
x = s.pop()
print(x.n)
del s
print("--")
del x
t = {E(9)}
t = t - {E(9)}
print("end")
