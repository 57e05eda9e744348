def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# complex(): strings, numbers, what has __complex__, __float__ or __index__.
class C:
    def __init__(self, v):
        self.v = v

    def __complex__(self):
        return self.v


class F:
    def __float__(self):
        return 2.5


class I:
    def __index__(self):
        return 7


class S(complex):
    pass


for a in ((), (1,), (1, 2), (1.5, -0.0), (True,), (C(1 + 1j),), (F(),), (I(),), (I(), F()), (S(1, 2),), (10**20,)):
    print(complex(*a))
for s in ("1", "1+2j", " ( 1+2j ) ", "1_0+2j", "+j", "j", "-J", "nan+infj", "1e3-2E-1j", ".5j", "-inf", "\u0661+2j", "1.j", "infinity"):
    print(repr(complex(s)))
for s in ("", "a", "_1", "1__0", "1e", "1+", "1+-2j", "1 +2j", "(1", "1)", "1\0", "()", "j1", "1j1", "1+2"):
    show(complex, s)
show(complex, "1+2j", 1)
show(complex, 1, "2")
show(complex, [])
show(complex, 1, [])
show(complex, [], [])
show(complex, b"1")
show(complex, C(1))
show(complex, 1, C(2j))
show(complex, 1, 2, 3)
show(lambda: complex(x=1))
show(lambda: complex(1, real=2))
print(complex(real=1), complex(imag=2), complex(imag=1, real=5))
print(repr(S(1, 2)), type(S(1, 2)).__name__, type(S("1j")).__name__, type(complex(S(1))).__name__, type(+S(1)).__name__, type(S(1) + 1).__name__)
print(complex.from_number(3), complex.from_number(C(1j)), complex.from_number(F()), repr(S.from_number(1j)), type(S.from_number(2)).__name__)
show(complex.from_number, "1")
show(complex.from_number)
