import zlib

good = zlib.compress(b"some data that is long enough to be cut" * 5)
cases = {
    "empty": b"",
    "garbage": b"garbage that is no zlib stream",
    "cut": good[:-4],
    "cut early": good[:6],
    "bad check": good[:-1] + bytes([good[-1] ^ 255]),
    "bad header": b"\x78\x9d" + good[2:],
    "bad block": b"\x78\x9c\xff\xff\xff",
    "bad method": b"\x79\x9c" + good[2:],
}
for name, data in cases.items():
    try:
        print(name, zlib.decompress(data))
    except zlib.error as error:
        print(name, "->", error)
for wbits in (0, 8, 15, -15, 31, 47, 16, 48, -16, 7):
    try:
        print(wbits, len(zlib.decompress(good, wbits)))
    except (zlib.error, ValueError) as error:
        print(wbits, type(error).__name__, error)
for size in (1, 10, 0, -1):
    try:
        print(len(zlib.decompress(good, bufsize=size)))
    except ValueError as error:
        print(error)
print(zlib.error.__mro__, zlib.error.__module__)
