import zlib

D = zlib._ZlibDecompressor
data = b"abcdefgh" * 1000
packed = zlib.compress(data)
d = D()
print(d.needs_input, d.eof, d.unused_data)
out = d.decompress(packed[:10], 5)
while not d.eof:
    out += d.decompress(packed[10:] if d.needs_input else b"", 3000)
    print(len(out), d.needs_input, d.eof)
print(out == data, d.unused_data)
try:
    d.decompress(b"")
except EOFError as error:
    print(error)
d = D()
print(d.decompress(packed + b"tail") == data, d.unused_data)
try:
    D().decompress(b"bad bytes here")
except zlib.error as error:
    print(error)
