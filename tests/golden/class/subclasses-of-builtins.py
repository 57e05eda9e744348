def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Subclasses of builtin types: payload, attributes, operators, overrides seen by builtins.
class I(int):
    def __add__(self, o): return "I.add"
    def __str__(self): return "I!"
i = I(5)
i.attr = 1
print(i + 1, 1 + i, i * 2, type(i * 2), i, repr(i), f"{i}", f"{i:d}", "%d" % i, "%s" % i, int(i), i.attr, i == 5, hash(i) == hash(5), {5: "x"}[i])
class S(str):
    def __eq__(self, o): return True
    __hash__ = str.__hash__
    def upper(self): return "mine"
s = S("abc")
print(s == "x", "x" == s, s.upper(), s.lower(), type(s.lower()), type(s[:]), type(s + ""), s in ("q",), len(s), {"abc": 1}.get(s), str(s) is s, type(str(s)))
class L(list):
    def __getitem__(self, i): return "item"
    def __len__(self): return 100
    def __iter__(self): return iter("xyz")
    def append(self, x): super().append((x, x))
l = L([1, 2])
l.append(3)
print(l[0], len(l), list(l), list.__len__(l), repr(l), sorted(l), l == [1, 2, (3, 3)], [*l], tuple(l), type(l + []), type(l[0:1]), l.copy(), type(l.copy()))
class D(dict):
    def __missing__(self, k): return k * 2
    def __getitem__(self, k): return dict.__getitem__(self, k) if k in self else "got " + str(k)
d = D(a=1)
print(d["b"], d["a"], d.get("b"), "{a} {c}".format_map(d), d | {"x": 1}, type(d | {}), d.copy(), type(d.copy()), eval("a", {}, d))
class T(tuple):
    def __new__(cls, *args): return super().__new__(cls, args)
t = T(1, 2)
print(t, type(t), t + (3,), type(t + ()), type(t[:]), t == (1, 2), hash(t) == hash((1, 2)), t * 2)
class F(float):
    def __round__(self, n=None): return "round"
print(round(F(1.5)), F("2.5") + 1, type(F(1) + F(2)), F.fromhex("0x1p3"), type(F.fromhex("0x1p3")), F(3).is_integer())
class B(bytes): pass
print(B(b"ab") + b"c", type(B(b"a")[:]), B.fromhex("6162"), type(B.fromhex("61")), type(bytes(B(b"x"))))
class Bo: pass
show(type, "X", (bool,), {})
class Set(set):
    def __or__(self, o): return "or"
print(Set([1]) | {2}, {2} | Set([1]), type({2} | Set([1])), type(Set([1]) & {1}), Set([1]).union([2]), type(Set([1]).union([2])))
class E(Exception):
    def __init__(self, a, b): self.a = a
e = E(1, 2)
print(e.args, e.a, str(e), repr(e))
class Mod(type(__import__("sys"))):
    def __getattr__(self, n): return "mod " + n
print(Mod("m").foo, Mod("m").__name__)
class Ty(type):
    def __call__(cls, *a): return "called", a
class Cls(metaclass=Ty): pass
print(Cls(1, 2))
show(I, "x")
show(I, 1, 2)
show(L, 1)
show(T, 1)
show(D, 1)
print(I.from_bytes(b"\x01\x02", "big"), type(I.from_bytes(b"\x01", "big")), D.fromkeys("ab", 0), type(D.fromkeys("a")))
class CI(complex): pass
print(CI(1, 2) + 1, type(CI(1) + 1), CI("1+2j").conjugate())
