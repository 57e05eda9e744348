import io
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

class Raw(io.RawIOBase):
    def __init__(self, parts): self.parts = list(parts); self.out = []
    def readable(self): return True
    def writable(self): return True
    def readinto(self, b):
        if not self.parts: return 0
        p = self.parts.pop(0)
        if p is None: return None
        b[:len(p)] = p
        return len(p)
    def write(self, b):
        self.out.append(bytes(b))
        return len(b)
b = io.BufferedReader(Raw([b"abc", b"de", None, b"fgh"]), 4)
print(b.peek(1), b.read1(2), b.read(1), b.read(4), b.read(), b.read())
r = Raw([])
w = io.BufferedWriter(r, 4)
print(w.write(b"ab"), r.out, w.write(b"cde"), r.out, w.flush(), r.out, w)
p = io.BufferedRWPair(Raw([b"xy"]), r)
print(p.read(1), p.write(b"q"), p.readable(), p.writable(), p.flush())
x = io.BufferedRandom(io.BytesIO(b"0123456789"))
print(x.read(2), x.write(b"AB"), x.read(2), x.seek(-1, 2), x.read(), x.truncate(3), x.seek(0), x.read())
buf = bytearray(5)
y = io.BytesIO(b"hello world")
print(y.readinto(buf), buf, y.read1(2), y.getbuffer()[:3].tobytes(), y.seek(0, 2), y.truncate(4), y.getvalue())
for f in (lambda: y.write("x"), lambda: y.seek(-1), lambda: y.read("a"), lambda: io.BufferedReader(io.BytesIO(), 0), lambda: y.readinto(b"x"), lambda: y.seek(0, 9), lambda: io.RawIOBase().read(), lambda: io.IOBase().seek(0)):
    attempt(f)
y.close()
attempt(y.read)
