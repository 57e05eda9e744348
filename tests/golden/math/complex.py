import cmath, math


def show(text):
    try:
        value = eval(text, globals())
    except BaseException as e:
        print(text, "->", type(e).__name__ + ":", e)
    else:
        print(text, "->", repr(value))


for text in """\
cmath.sqrt(-1), cmath.sqrt(3 + 4j), cmath.exp(1j * cmath.pi), cmath.log(-1), cmath.log(100, 10), cmath.log10(1j)
cmath.log(0)
cmath.phase(-1), cmath.polar(3 + 4j), cmath.rect(2, 1), abs(3 + 4j)
cmath.sin(1 + 1j), cmath.cos(1 + 1j), cmath.tan(1 + 1j), cmath.asin(2), cmath.acos(2), cmath.atan(1j / 2)
cmath.atan(1j)
cmath.sinh(1j), cmath.cosh(1j), cmath.tanh(1), cmath.asinh(1j), cmath.acosh(0), cmath.atanh(2)
cmath.isnan(complex('nan')), cmath.isinf(complex('inf')), cmath.isfinite(1j), cmath.isclose(1, 1 + 1e-12j)
cmath.infj, cmath.nanj, cmath.inf, cmath.tau
cmath.sqrt('x')
cmath.exp(1000)
(1 + 2j) ** 2, (1 + 2j) ** -1, (1 + 2j) ** 0.5, 2 ** 1j, 0j ** 0
0j ** -1
(1 + 2j) / (3 - 1j), (1 + 2j) * 1j, 1j - 1, -(1 + 2j), +1j
1j // 2
1j % 2
1j < 2
1j / 0
int(1j)
float(1j)
complex('1+2j'), complex('  -1.5e3j '), complex('nan+infj'), complex(1, 2), complex(1j, 1j), complex()
complex('1 + 2j')
complex('1', 2)
complex(1, '2')
complex([])
f'{1+2j}', f'{1+2j:.2f}', f'{1.5j:>15}', f'{123456+1j:,.1f}', '%s' % (1j)
format(1j, '05')
format(1j, 'd')
(3 + 4j).conjugate(), (3 + 4j).real, (3 + 4j).imag, hash(3 + 0j) == hash(3), complex.from_number(3), (3 + 4j).__complex__()
repr(-0j), repr(complex(-0.0, -0.0)), repr(complex(1, -0.0)), 1e20 + 1j
""".splitlines():
    show(text)
