# Equal numbers of different types are one element; the first stays.
print({1, 1.0, True, 1 + 0j}, {1.0, 1}, {True, 1.0}, {0.0, -0.0, 0, False})
s = {2**53, float(2**53)}
print(len(s), 2.0**53 in {2**53}, 2**100 in {2.0**100}, 1e300 in {int(1e300)})
nan = float("nan")
s = {nan, nan, float("nan")}
print(len(s), nan in s, float("nan") in s)


class Str(str):
    pass


class Like:
    def __init__(self, s):
        self.s = s

    def __hash__(self):
        return hash(self.s)

    def __eq__(self, other):
        return self.s == other


print("abc" in {Str("abc")}, Str("abc") in {"abc"}, Like("abc") in {"abc", "x"}, len({"abc", Like("abc")}), len({Like("q"), "q", Str("q")}))
print(Like("abc") in {"abc": 1}, {"k": 5}[Like("k")], Like((1, 2)) in {(1, 2)}, Like(2**70) in {2**70}, Like(-1) in {-1}, Like(-2) in {-1})
