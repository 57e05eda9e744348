import copy
import zlib

data = b"".join(b"%d squared is %d; " % (i, i * i) for i in range(300))
packed = zlib.compress(data) + b"what follows"
d = zlib.decompressobj()
out = b""
for i in range(0, len(packed), 100):
    out += d.decompress(packed[i:i + 100])
print(out == data, d.unused_data, d.unconsumed_tail, d.eof, d.flush())
d = zlib.decompressobj()
piece = d.decompress(packed, 20)
print(piece, len(d.unconsumed_tail), d.eof, d.unused_data)
twin = d.copy()
third = copy.deepcopy(d)
rest = d.decompress(d.unconsumed_tail)
print(piece + rest == data, d.unused_data, d.eof)
print(piece + twin.flush() == data, twin.eof, len(third.unconsumed_tail))
print(d.decompress(b"again"), d.unused_data)
d = zlib.decompressobj()
print(d.decompress(packed[:30]), d.eof, d.flush(), d.eof)
for call in (lambda: zlib.decompressobj().decompress(packed, -1), lambda: zlib.decompressobj().flush(0), lambda: zlib.decompressobj().decompress(b"nonsense"), lambda: zlib.decompressobj(99), lambda: zlib.decompressobj(zdict=5), lambda: type(d)()):
    try:
        print(call())
    except (zlib.error, ValueError, TypeError) as error:
        print(type(error).__name__, error)
words = b"squared is "
c = zlib.compressobj(zdict=words)
small = c.compress(data) + c.flush()
print(len(small), zlib.decompressobj(zdict=words).decompress(small) == data)
for wrong in (b"", b"other words"):
    try:
        zlib.decompressobj(zdict=wrong).decompress(small)
    except zlib.error as error:
        print(error)
