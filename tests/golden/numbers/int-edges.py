import sys


def show(text):
    try:
        value = eval(text, globals())
    except BaseException as e:
        print(text, "->", type(e).__name__ + ":", e)
    else:
        print(text, "->", repr(value))


for text in """\
int('0x1f', 16), int('0b11', 0), int('-0o17', 0), int('z', 36), int(' 1_000 '), int('١٢'), int(b'12'), int(1.9), int(-1.9), int(True)
int('08', 0)
int('1__0')
int('x')
int('')
int('1', 37)
int(5, 10)
int('1', base='x')
int(None)
int([])
int(float('inf'))
int(float('nan'))
(255).to_bytes(2, 'big'), (255).to_bytes(2, 'little'), (-1).to_bytes(2, signed=True), int.from_bytes(b'\\xff\\x00'), int.from_bytes(b'\\xff', signed=True), int.from_bytes([1, 2])
(256).to_bytes(1)
(-1).to_bytes(1)
(1).to_bytes(-1)
(1).to_bytes(1, 'middle')
(10).bit_length(), (255).bit_count(), (-8).bit_length(), (5).as_integer_ratio(), (5).is_integer(), (5).conjugate(), (5).numerator
2 ** 100, 2 ** -1, (-2) ** 3, 0 ** 0, pow(3, -1, 7), pow(2, 10, 1000), pow(-3, 5, -7), 7 // -2, -7 % 3, divmod(-7, 2), 10**30 // 7**10
0 ** -1
pow(2, -1, 4)
pow(2, 3, 0)
1 // 0
1 % 0
1 / 0
10**400 / 1
10**400 / 10**399, 2**1023 * 1.0
2**1024 * 1.0
1 << 70, -1 >> 70, 5 & -4, 5 | -4, 5 ^ -4, ~5, 1 << 0
1 << -1
1 >> -1
1.5 << 2
round(1234, -2), round(1250, -2), round(1350, -2), round(5, 3), round(-15, -1), round(10**30 + 5, -1)
round(1, 'x')
f'{1234567:,}', f'{1234567:_}', f'{255:#x}', f'{255:08b}', f'{-5:+d}', f'{5:+}', f'{65:c}', f'{1e3:g}', f'{12:e}', f'{10**20:n}', f'{5:%}', f'{-7:=5}', f'{255:#010x}', f'{2**64:_x}'
format(5, 's')
format(5, '.2d')
format(5, ',x')
format(-1, 'c')
hash(2**61 - 1), hash(-1), hash(2**61), hash(2**64), hash(-2**70)
str(10**4299)[:5], len(str(10**4299))
str(10**4300)
int('1' * 4301)
sys.get_int_max_str_digits()
3 < 'x'
1 + '1'
1 + None
-'x'
1 .real, 1 .imag, (1).__add__(1.5), (1).__radd__('x'), (1).__pow__(2, 5), int.__new__(bool)
int.__new__(str)
""".splitlines():
    show(text)
