# Streams that were detached or closed, pickling of streams, positions of devices, text written while text is written.
import copy
import io
import pickle


def shown(label, make):
    try:
        print(label, make())
    except Exception as error:
        print(label, type(error).__name__, error)


t = io.TextIOWrapper(io.BufferedWriter(io.BytesIO()), encoding="ascii", errors="replace", line_buffering=True)
t.write("howdy")
b = t.detach()
print(b.raw.getvalue())
for name in ("encoding", "errors", "line_buffering", "write_through", "buffer", "name", "newlines", "closed"):
    shown(name, lambda: getattr(t, name))
shown("repr", lambda: repr(t))
for name in ("detach", "flush", "read", "readline", "tell", "fileno", "close", "readable"):
    shown(name, lambda: getattr(t, name)())
raw = b.detach()
shown("raw", lambda: b.raw)
shown("write", lambda: b.write(b"x"))
shown("repr", lambda: repr(b))
for stream in (io.BufferedReader(io.BytesIO()), io.TextIOWrapper(io.BytesIO()), io.BufferedRandom(io.BytesIO()), io.BufferedWriter(io.BytesIO())):
    for protocol in (2, 5):
        shown(protocol, lambda: pickle.dumps(stream, protocol))
    shown("copy", lambda: copy.copy(stream))


class Device(io.RawIOBase):
    def seekable(self):
        return True

    def readable(self):
        return True

    def seek(self, *where):
        return 0

    def tell(self):
        return 0

    def readinto(self, into):
        into[:2] = b"12"
        return 2


d = io.BufferedReader(Device())
print(d.seek(0, 1), d.seek(1, 0), d.seek(0, 1), d.read(1), d.tell(), d.seek(0, 1))


class Stack(io.RawIOBase):
    def __init__(self):
        self.stack = []

    def writable(self):
        return True

    def write(self, data):
        if not self.stack:
            self.stack.append(None)
            text.write("middle")
        self.stack.append((len(data), bytes(data[:8])))
        return len(data)


text = io.TextIOWrapper(Stack(), encoding="ascii")
text.write("abc")
text.write("def")
text.write("g" * 8192)
text.flush()
print(text.buffer.stack)
shown("reconfigure", lambda: io.TextIOWrapper(io.BytesIO()).reconfigure(errors="\udcfe"))
shown("reconfigure", lambda: io.TextIOWrapper(io.BytesIO()).reconfigure(encoding="\udcfe"))
