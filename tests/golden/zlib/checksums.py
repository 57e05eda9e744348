import zlib

for data in (b"", b"a", b"abc", b"hello world", bytes(range(256)) * 3):
    print(zlib.crc32(data), zlib.adler32(data), zlib.crc32(data, 123), zlib.adler32(data, 123))
whole = b"one two three four"
crc, adler = 0, 1
for i in range(0, len(whole), 5):
    crc = zlib.crc32(whole[i:i + 5], crc)
    adler = zlib.adler32(whole[i:i + 5], adler)
print(crc == zlib.crc32(whole), adler == zlib.adler32(whole))
print(zlib.crc32(b"x", -1), zlib.adler32(b"x", -1), zlib.crc32(b"x", 2**32), zlib.crc32(b"x", 2**40 + 7))
print(zlib.crc32(bytearray(b"abc")), zlib.crc32(memoryview(b"abc")), zlib.crc32(data=b"abc") if False else "positional only")
for call in (lambda: zlib.crc32("abc"), lambda: zlib.crc32(), lambda: zlib.adler32(b"", "x"), lambda: zlib.crc32(b"", 1, 2)):
    try:
        call()
    except TypeError as error:
        print(error)
