# The classes of io: raw, buffered, text; newlines, encodings, errors, detaching, own raw streams, and messages.
import io
import os
import tempfile


class Slow(io.RawIOBase):
    """Hands out three bytes at a time; collects what is written."""

    def __init__(self, data=b""):
        self.data, self.pos, self.written = data, 0, []

    def readable(self):
        return True

    def writable(self):
        return True

    def readinto(self, buffer):
        piece = self.data[self.pos:self.pos + min(3, len(buffer))]
        buffer[:len(piece)] = piece
        self.pos += len(piece)
        return len(piece)

    def write(self, data):
        self.written.append(bytes(data))
        return min(len(data), 4)


raw = Slow(b"one\r\ntwo\rthree\nfour")
buffered = io.BufferedReader(raw, 4)
print(buffered.read(2), buffered.peek(), buffered.read1(10), buffered.readline(), buffered.read(), buffered.read(), buffered.raw is raw)
print(list(io.TextIOWrapper(io.BufferedReader(Slow(raw.data)))), list(io.TextIOWrapper(io.BufferedReader(Slow(raw.data)), newline="")), list(io.TextIOWrapper(io.BufferedReader(Slow(raw.data)), newline="\r")), Slow(b"abcdef").read(4), Slow(b"abcdef").readall(), Slow(b"a\nb").readlines())
writer = io.BufferedWriter(sink := Slow(), 5)
print(writer.write(b"abc"), sink.written, writer.write(b"defgh"), sink.written, writer.flush(), sink.written)
text = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\r\n", write_through=True)
print(text.write("a\nb"), text.buffer.getvalue(), text.encoding, text.errors, text.newlines, text.line_buffering, text.reconfigure(newline="\n", errors="replace"), text.write("\n\ud800"), text.buffer.getvalue(), text.tell())
for newline in (None, "", "\n", "\r", "\r\n"):
    s = io.StringIO("a\r\nb\rc\nd", newline=newline)
    print(repr(newline), s.readlines(), s.newlines, repr(s.getvalue()))
b = io.BytesIO(b"0123456789")
view = b.getbuffer()
view[2:4] = b"XY"
try:
    b.write(b"x" * 20)
except BufferError as error:
    print(error)
view.release()
print(b.read(4), b.seek(-2, io.SEEK_END), b.read(), b.truncate(5), b.getvalue(), b.seek(8), b.write(b"z"), b.getvalue(), b.tell(), b.readinto(bytearray(2)), b.seekable(), b.closed)
for bad in [lambda: b.seek(-1), lambda: b.seek(0, 9), lambda: b.write("text"), lambda: io.StringIO().write(b"x"), lambda: io.StringIO(3), lambda: io.StringIO("a", newline="x"), lambda: io.BytesIO("s"), lambda: io.StringIO("abc").seek(1, 1), lambda: io.TextIOWrapper(io.BytesIO(), encoding="none"), lambda: io.TextIOWrapper(3), lambda: io.open("/nope/x"), lambda: io.open("x", "rw"), lambda: io.open("x", "q"), lambda: io.open("x", "rb", encoding="utf-8"), lambda: io.open("x", "rb", newline=""), lambda: io.open("x", "r", buffering=0), lambda: io.open(3.5), lambda: io.BufferedReader(3), lambda: io.BufferedReader(io.BytesIO(), 0), lambda: io.BufferedRWPair(io.BytesIO(), 3), lambda: io.IOBase().read(), lambda: io.RawIOBase().read(1), lambda: io.IOBase().fileno(), lambda: io.BytesIO().fileno(), lambda: io.TextIOBase().read(), lambda: io.text_encoding(None), lambda: io.BytesIO(b"\xff").readinto("x"), lambda: io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="ascii").read(), lambda: io.IncrementalNewlineDecoder(None, True).decode(b"x"), lambda: io.open(os.path.join("a\0b"))]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "file.txt")
    with open(path, "w", encoding="utf-16") as f:
        print(f.write("héllo\n"), f.mode, f.name == path, f.readable(), f.writable(), f.isatty(), f.buffer.mode, type(f).__name__, type(f.buffer).__name__, type(f.buffer.raw).__name__)
        for bad in [f.read, lambda: f.buffer.read()]:
            try:
                bad()
            except io.UnsupportedOperation as error:
                print(repr(error), isinstance(error, ValueError), isinstance(error, OSError))
    print(open(path, "rb").read(), open(path, encoding="utf-16").read(), repr(f).replace(folder, ""), f.closed)
    try:
        f.write("x")
    except ValueError as error:
        print(error)
    with open(path, "r+b", buffering=0) as f:
        print(f.read(2), f.seek(0, 2), f.write(b"!!"), f.tell(), f.truncate(6), f.readall(), f.mode, repr(f).replace(folder, "").replace(str(f.fileno()), "N", 1)[:20])
    with open(path, "x" if not os.path.exists(path) else "a+", encoding="latin-1") as f:
        print(f.tell(), f.write("é"), f.seek(0), len(f.read()))
    try:
        open(path, "x")
    except FileExistsError as error:
        print(str(error).replace(folder, ""))
    with open(path, "w+", encoding="utf-8") as f:
        f.writelines(["ä1\n", "ö2\n", "ü3"])
        f.seek(0)
        print(f.readline(), f.tell(), f.read(1), f.readlines(), f.seek(0))
        for line in f:
            try:
                f.tell()
            except OSError as error:
                print(error)
            break
        cookie = f.seek(0) or (f.read(4), f.tell())
        print(cookie, f.seek(cookie[1]), f.read())
    pair = io.BufferedRWPair(io.BytesIO(b"in"), out := io.BytesIO())
    print(pair.read(), pair.write(b"out"), pair.flush(), out.getvalue(), pair.readable())
    rnd = io.BufferedRandom(io.BytesIO(b"abcdef"))
    print(rnd.read(2), rnd.write(b"ZZ"), rnd.seek(0), rnd.read(), rnd.detach().getvalue())
    try:
        rnd.read()
    except ValueError as error:
        print(error)
d = io.IncrementalNewlineDecoder(None, translate=True)
print([d.decode(x) for x in ("a\r", "\nb\r", "c", "\n")], d.newlines, d.getstate(), d.reset(), issubclass(io.FileIO, io.RawIOBase), isinstance(io.StringIO(), io.TextIOBase), io.DEFAULT_BUFFER_SIZE, io.SEEK_SET, isinstance(text, io.Writer), isinstance(text, io.Reader))
