# float.hex, fromhex, as_integer_ratio, is_integer, from_number.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


for v in (0.0, -0.0, 1.0, -1.5, 0.1, 1e300, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, float("inf"), float("-inf"), 1 / 3, 1e22, 123456789.123):
    print(repr(v), v.hex(), v.is_integer())
    show("ratio", v.as_integer_ratio)
for text in ("0x1p0", "1.8", "0x.8p1", "-0x1.999999999999ap-4", "inf", "-Infinity", "0x1p1024", "0x1p-1075", "0x1.fffffffffffff8p0", "  0x10  ", "0x", "1p", "", "0xg", "0x1p+5", "0X1P5", "0x1.p3", ".8", "0x1__0", "1e5", "0x1p99999999999999999999"):
    show(text, float.fromhex, text)
for text in ("1_000.5", "_1", "1__0", " 3.5\n", "1e400", "-1e-400", "0x10", "infinity", "nan", "+5", "1e", ".", "1.e3", "\u0661.\u0665", "1 2", b"2.5", bytearray(b"7"), "12\x00"):
    show(text, float, text)


class HasFloat:
    def __float__(self):
        return 2.5


class HasIndex:
    def __index__(self):
        return 7


class BadFloat:
    def __float__(self):
        return 3


for thing in (HasFloat(), HasIndex(), BadFloat(), None, [], 1j, 10 ** 400, True):
    show(type(thing).__name__, float, thing)
    show(type(thing).__name__, float.from_number, thing)
