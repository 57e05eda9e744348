# bit_length, bit_count, to_bytes, from_bytes, ratios, __format__, conversions of int.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


for n in (0, 1, -1, 255, 256, -256, 2 ** 31, -2 ** 63, 2 ** 64 - 1, 10 ** 30):
    print(n, n.bit_length(), n.bit_count(), n.as_integer_ratio(), n.is_integer(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator)
    for length, order, signed in ((1, "big", False), (4, "little", True), (9, "big", True), (16, "little", False)):
        show((length, order, signed), n.to_bytes, length, order, signed=signed)
print((5).to_bytes(), int.from_bytes(b""), int.from_bytes(b"\xff\x00", "little"), int.from_bytes(b"\xff\x00", signed=True), int.from_bytes([1, 2, 3]), int.from_bytes(bytearray(b"ab"), "big"))
show("order", (5).to_bytes, 2, "middle")
show("negative length", (5).to_bytes, -1)
show("from str", int.from_bytes, "ab")
show("from 300", int.from_bytes, [300])
for args in (("10", 2), ("0b11", 0), ("0x1f", 16), ("zz", 36), ("1_0", 10), ("0o17", 0), ("09", 0), ("", 10), ("12", 1), ("12", 37), ("7", 8.0), (12, 10), ("\u0663", 10), (b"15", 10), (" -7 ", 10), ("1__0", 10), ("+", 10), ("0x", 16), ("9" * 30, 10), ("12\x00", 10)):
    show(args, int, *args)
for spec in ("", "d", "b", "#b", "o", "#o", "x", "#X", "c", "n", ",", "_", "_x", "010", "+", " ", "^10", "*<8", "=+8", "e", ".2f", "%", "s", ".3", ",b", "z", "z.1f"):
    show(spec, format, 77, spec)
for thing in (3.99, -3.99, "5", True, None, [], 1j, float("nan"), float("inf")):
    show(thing, int, thing)
