# Streams in memory and over raw streams written in Python; decoding of lines, positions, messages.
import _io


class Raw(_io._RawIOBase):
    def __init__(self):
        self.data = b"line1\nline2\n" * 3
        self.written = []

    def readable(self):
        return True

    def writable(self):
        return True

    def readinto(self, buffer):
        n = min(len(buffer), 5, len(self.data))
        buffer[:n] = self.data[:n]
        self.data = self.data[n:]
        return n

    def write(self, data):
        self.written.append(bytes(data))
        return len(data)


reader = _io.BufferedReader(Raw())
print(reader.readline(), reader.peek()[:3], reader.read(8), reader.readlines())
raw = Raw()
writer = _io.BufferedWriter(raw, 4)
writer.write(b"abc")
writer.write(b"defgh")
writer.flush()
print(raw.written)
text = _io.TextIOWrapper(_io.BytesIO(b"a\r\nb\rc\n\xc3\xa9"), "utf-8", newline="")
print(text.readlines(), text.newlines)
text = _io.TextIOWrapper(_io.BytesIO("h\xe9\xe9\nx\xe9\nlast".encode() * 3), "utf-8")
print(text.read(3), text.tell())
place = text.tell()
line = text.readline()
text.seek(place)
print(line == text.readline(), text.tell(), text.readline(), text.tell())
strings = _io.StringIO("a\r\nb\rc", newline=None)
print(repr(strings.read()), strings.newlines, strings.seek(2), strings.write("XY"), repr(strings.getvalue()))
for attempt in (
    lambda: _io.open("x", "q"),
    lambda: _io.open("x", "rb", encoding="a"),
    lambda: _io.open("x", "rw"),
    lambda: _io.StringIO(1),
    lambda: _io.StringIO().write(b""),
    lambda: _io.StringIO(newline="x"),
    lambda: _io.BytesIO().write("a"),
    lambda: _io.BytesIO().fileno(),
    lambda: _io.TextIOWrapper(_io.BytesIO(), newline="x"),
    lambda: _io.BufferedReader(1),
    lambda: _io.BufferedReader(Raw(), 0),
    lambda: _io.FileIO("a", "rr"),
    lambda: _io.BytesIO(b"").seek(-1),
    lambda: _io.StringIO().seek(1, 1),
    lambda: _io._IOBase().seek(0),
    lambda: b"\xff\xfea\0".decode("utf-16"),
    lambda: "a\xe9".encode("ascii", "xmlcharrefreplace"),
    lambda: b"a\xff".decode("ascii", "backslashreplace"),
    lambda: b"\xff".decode("utf-8", "unknown"),
):
    try:
        print(repr(attempt()))
    except Exception as error:
        print(type(error).__name__, error)
