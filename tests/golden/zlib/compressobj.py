import copy
import zlib

data = b"".join(b"line %d of the text\n" % i for i in range(200))
for args in ({}, {"level": 9}, {"level": 1, "wbits": -9}, {"wbits": 31}, {"memLevel": 1}, {"strategy": zlib.Z_HUFFMAN_ONLY}, {"strategy": zlib.Z_FIXED}, {"strategy": zlib.Z_RLE}, {"strategy": zlib.Z_FILTERED}):
    c = zlib.compressobj(**args)
    out = c.compress(data[:500]) + c.compress(data[500:]) + c.flush()
    print(args, len(out), zlib.crc32(out))
for mode in (zlib.Z_NO_FLUSH, zlib.Z_SYNC_FLUSH, zlib.Z_FULL_FLUSH, zlib.Z_PARTIAL_FLUSH):
    c = zlib.compressobj()
    first = c.compress(data[:300]) + c.flush(mode)
    rest = c.compress(data[300:]) + c.flush()
    print(mode, len(first), len(rest), zlib.decompress(first + rest) == data)
c = zlib.compressobj()
head = c.compress(data[:1000])
d = c.copy()
e = copy.copy(c)
f = copy.deepcopy(c)
one = head + c.compress(b"one") + c.flush()
two = head + d.compress(b"two") + d.flush()
print(zlib.decompress(one)[-6:], zlib.decompress(two)[-6:], zlib.decompress(head + e.flush()) == data[:1000], zlib.decompress(head + f.flush()) == data[:1000])
for call in (lambda: c.compress(b"more"), c.flush, c.copy, lambda: zlib.compressobj(42), lambda: zlib.compressobj(1, 9), lambda: zlib.compressobj(wbits=99), lambda: type(c)(), lambda: c.compress("text")):
    try:
        print(call())
    except (zlib.error, ValueError, TypeError) as error:
        print(type(error).__name__, error)
