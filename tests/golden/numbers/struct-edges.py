# struct: every code at its limits, alignment, errors, iter_unpack, pack_into.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


import struct
for code in "bBhHiIlLqQnN":
    size = struct.calcsize(code)
    bits = size * 8
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if code.islower() else (0, (1 << bits) - 1)
    print(code, size, struct.pack(code, low), struct.pack(code, high), struct.unpack(code, struct.pack(code, high)) == (high,))
    show((code, "over"), struct.pack, code, high + 1)
    show((code, "under"), struct.pack, code, low - 1)
    show((code, "float"), struct.pack, code, 1.5)
    if code not in "nN":
        show((">" + code, "over"), struct.pack, ">" + code, 2 ** 70)
for args in (("c", b"a"), ("c", b"ab"), ("c", "a"), ("?", []), ("?", "x"), ("3s", b"abcdef"), ("5s", b"ab"), ("s", "a"), ("5p", b"abcdefg"), ("p", b"x"), ("0s", b""), ("e", 1.5), ("e", 65536.0), ("<f", 0.1), ("f", 1e40), (">d", -0.0), ("d", "x"), ("x",), ("3x",), ("F", 1j), ("D", 1 + 2j)):
    show(args, struct.pack, *args)
for fmt in ("bi", "ib", "<bi", "=bi", "@bi", "!bi", "bq", "3bh", "b0i", " b h ", "bhilq", "2i3s", "P"):
    show(fmt, struct.calcsize, fmt)
for fmt in ("z", "3", "99999999999999999999b", "<n", "b<", b"b", 5):
    show(fmt, struct.calcsize, fmt)
print(struct.unpack("<hHb", b"\xff\xff\xff\xff\x80"), list(struct.iter_unpack("<h", b"abcd")), struct.unpack_from("<b", b"abc", 1), struct.unpack_from("b", b"abc", offset=-1))
show("size", struct.unpack, "h", b"a")
show("size", lambda: list(struct.iter_unpack("h", b"abc")))
show("from", struct.unpack_from, "i", b"abc")
show("from", struct.unpack_from, "b", b"abc", 5)
show("from", struct.unpack_from, "b", b"abc", -5)
buf = bytearray(6)
struct.pack_into(">h", buf, 2, 258)
struct.pack_into("b", buf, -1, 7)
print(buf)
show("into", struct.pack_into, "i", buf, 4, 1)
show("into", struct.pack_into, "b", b"abc", 0, 1)
show("count", struct.pack, "2b", 1)
show("count", struct.pack, "b", 1, 2)
s = struct.Struct("<2h")
print(s.size, s.format, s.pack(1, 2), s.unpack(b"abcd"), repr(s))
