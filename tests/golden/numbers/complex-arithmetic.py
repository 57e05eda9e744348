# complex: operators, special values, text, construction, errors.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


values = [0j, 1 + 2j, -1.5 - 0.5j, 3, 2.5j, complex("inf"), complex(0, -2)]
import operator
for name in ("add", "sub", "mul", "truediv"):
    for a in values[:5]:
        for b in values[:5]:
            show((name, a, b), getattr(operator, name), a, b)
for a in values:
    if isinstance(a, complex):
        print(a, repr(a), abs(a), -a, +a, a.conjugate(), a.real, a.imag, bool(a), hash(a))
for args in ((2j, 2), (1 + 1j, -2), (0j, 0), (0j, 1), (0j, -1), (0j, 1j), (2 + 3j, 0.5), (1j, 1j), (1 + 2j, 10), (1 + 2j, 101)):
    show(("pow", args), lambda: "{:.9g}".format(pow(*args)))
show("mod", lambda: 1j % 2)
show("floordiv", lambda: 1j // 2)
show("divmod", divmod, 1j, 2)
show("lt", lambda: 1j < 2j)
show("int", int, 1j)
show("float", float, 1j)
show("pow3", pow, 1j, 2, 3)
for text in ("1+2j", "j", "-j", "1", "(1-2j)", " 3j ", "1e3+.5j", "inf+infj", "1 + 2j", "1+2", "", "1j+2", "nanj".replace("nan", "1"), "1_0j", "((1j))", "1+2jx"):
    show(text, complex, text)
for args in ((1, 2), (1.5,), (1j,), ("1", 2), (1, "2"), (None,), ([],), (True, False), (2 ** 60, 1)):
    show(args, complex, *args)
for spec in ("", ".2f", "g", "e", "+.1f", ">20", "020", "<15.3g", "n", "%", "d", "=10", ",.1f"):
    show(spec, format, 1234.5 + 6.25j, spec)
print(1 == 1 + 0j, 1j == 1j, complex(2) == 2.0, {1 + 0j: "x"}[1], 1j ** 2 == -1, complex.from_number(3))
show("from_number", complex.from_number, "3")
