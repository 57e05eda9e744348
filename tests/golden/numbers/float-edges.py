import sys
inf, nan = float("inf"), float("nan")


def show(text):
    try:
        value = eval(text, globals())
    except BaseException as e:
        print(text, "->", type(e).__name__ + ":", e)
    else:
        print(text, "->", repr(value))


for text in """\
float('1e5'), float(' -1_0.5 '), float('inf'), float('-Infinity'), float('nan'), float('.5'), float('5.'), float(b'1.5'), float('١.٥'), float()
float('x')
float('')
float('1__0')
float(None)
float('1e')
float([])
0.1 + 0.2, 1e16, 1e15, 123456789012345678.0, 1e-4, 1e-5, -0.0, 5e-324, 1.7976931348623157e308, 1e22, 1e23, 2.5e-7, 100.0
1.5 // 0.4, -1.5 // 0.4, 1.5 % -0.4, divmod(-5.5, 2), 2.0 ** 0.5, (-8.0) ** (1/3), 0.0 ** 0, inf * 0, inf - inf, 1e308 * 10, -7.5 % 5, 5.5 % inf, -5.5 % inf
1.0 / 0
1.0 // 0
1.0 % 0
divmod(1.0, 0)
0.0 ** -1
10.0 ** 400
round(0.5), round(1.5), round(2.5), round(2.675, 2), round(1234.5, -2), round(-0.5), round(1e300, 2), round(0.15, 1), round(5.015, 2), round(1.5, 400)
round(inf)
round(nan)
round(1.5, 'x')
(0.1).hex(), float.fromhex('0x1.8p3'), float.fromhex('1p-1074'), (-0.0).hex(), inf.hex(), float.fromhex('-inf'), float.fromhex('0x.8')
float.fromhex('x')
float.fromhex('0x1p2000')
(0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (1.0).is_integer(), (1.5).is_integer(), inf.is_integer(), (1.5).conjugate(), (1.5).real, (1.5).imag
inf.as_integer_ratio()
nan.as_integer_ratio()
nan == nan, nan != nan, nan < 1, inf > 10**400, 1e16 == 10**16, 1e23 == 10**23, 0.1 == 1, 2**53 + 1.0 == 2**53 + 1, -0.0 == 0
nan in [nan], sorted([3.5, -inf, 2, inf]), max(nan, 1), min(1, nan), hash(0.5), hash(inf), hash(1e300), hash(-0.0)
f'{3.14159:.2f}', f'{1e10:g}', f'{1e10:,.0f}', f'{0.00001:g}', f'{1.5:e}', f'{1.5:.0e}', f'{0.5:%}', f'{-1.5:+010.2f}', f'{inf:f}', f'{nan:F}', f'{1234.5:_}', f'{-0.0:z.1f}', f'{1.0:#.0f}', f'{2.5:.0f}', f'{1e100:.3}', f'{0.1:.20f}', f'{12.5:n}', f'{1.0}', f'{100000000000000000000.0}', f'{123.456:10.1f}|', f'{123.456:<10.1f}|', f'{123.456:^10.1f}|'
format(1.5, 'd')
format(1.5, 's')
format(1.5, '.')
'%.3f|%5.1e|%g|%G|%+d|%05d|%x' % (1.5, 12345.678, 1e-10, 1e20, 3.9, 42, 255)
'%d' % nan
'%x' % 1.5
sum([0.1] * 10), sum([1e100, 1.0, -1e100]), sum([0.1, 1, 2]), sum([], 0.5)
float.from_number(3), (1.5).__trunc__(), (1.5).__floor__(), (-1.5).__ceil__(), float.__getformat__('double')
1.5 < 'x'
1.5 + 'x'
sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig
""".splitlines():
    show(text)
