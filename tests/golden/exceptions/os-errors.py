# OSError chooses its subclass by errno; filenames, str, reduce.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


import errno
for name in ("ENOENT", "EEXIST", "EACCES", "EPERM", "EISDIR", "ENOTDIR", "EAGAIN", "EPIPE", "ECHILD", "EINTR", "ESRCH", "ETIMEDOUT", "ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "EINVAL"):
    e = OSError(getattr(errno, name), "text")
    print(name, type(e).__name__, isinstance(e, OSError), str(e) == f"[Errno {getattr(errno, name)}] text")
for args in ((), (1,), ("x",), (2, "no"), (2, "no", "f"), (2, "no", "f", None, "g"), (2, "no", b"f"), (1, 2, 3, 4, 5, 6), ("a", "b", "c")):
    e = OSError(*args)
    print(args, type(e).__name__, e.args, e.errno, e.strerror, e.filename, e.filename2, repr(str(e)), e.__reduce__()[1:])


class Mine(OSError):
    def __init__(self, *args):
        self.mine = args


print(BlockingIOError(11, "w", 5).characters_written)
show("written", lambda: OSError(1).characters_written)
e = OSError(2, "a", "b")
e.strerror = "changed"
e.filename = "other"
print(e, e.args)
print(IOError is OSError, EnvironmentError is OSError)
try:
    open("/nonexistent/file")
except FileNotFoundError as error:
    print(error, error.errno, error.filename)
