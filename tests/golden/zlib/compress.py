import zlib

text = b"The quick brown fox jumps over the lazy dog. " * 40
for level in range(-1, 10):
    packed = zlib.compress(text, level)
    print(level, len(packed), packed.hex(), zlib.decompress(packed) == text)
for data in (b"", b"a", bytes(range(256)), b"\0" * 1000):
    packed = zlib.compress(data)
    print(len(data), packed.hex()[:160], zlib.decompress(packed) == data)
print(zlib.compress(b"keyword", level=1).hex(), zlib.compress(b"raw", wbits=-15).hex(), zlib.compress(b"gz", wbits=31).hex())
for bad in (10, -2, 100):
    try:
        zlib.compress(b"x", bad)
    except zlib.error as error:
        print(bad, error)
for wrong in ("text", 5, None):
    try:
        zlib.compress(wrong)
    except TypeError as error:
        print(error)
