# fcntl: control of descriptors, ioctl with bytes and arrays, locks.
import array
import errno
import fcntl
import os
import struct
import subprocess
import sys
import tempfile
import termios

reader, writer = os.pipe()


def show(label, f, *args):
    try:
        print(label, "->", f(*args))
    except Exception as error:
        print(label, "!!", type(error).__name__, error)


for label, args in {
    "getfd": (reader, fcntl.F_GETFD), "name": ("x", 1), "negative": (-1, 1), "closed": (999, 1), "float command": (reader, 1.5), "text": (reader, 1, "s" * 10),
    "bytes": (reader, 1, b"0123"), "bytearray": (reader, 1, bytearray(3)), "long": (reader, 1, b"x" * 1025), "float": (reader, 1, 1.5), "none": (reader, 1, None),
    "big": (reader, 1, 2**64), "big command": (reader, 2**31),
}.items():
    show(label, fcntl.fcntl, *args)
fcntl.fcntl(reader, fcntl.F_SETFD, 0)
print(os.get_inheritable(reader), fcntl.fcntl(reader, fcntl.F_GETFD))
fcntl.fcntl(reader, fcntl.F_SETFD, fcntl.FD_CLOEXEC)
print(os.get_inheritable(reader), fcntl.fcntl(reader, fcntl.F_GETFD))
flags = fcntl.fcntl(reader, fcntl.F_GETFL)
print(flags & os.O_ACCMODE == os.O_RDONLY, flags & os.O_NONBLOCK)
fcntl.fcntl(reader, fcntl.F_SETFL, flags | os.O_NONBLOCK)
print(os.get_blocking(reader))
show("empty", os.read, reader, 1)
copy = fcntl.fcntl(reader, fcntl.F_DUPFD_CLOEXEC, 100)
print(copy >= 100, os.get_inheritable(copy))
print(fcntl.fcntl(writer, fcntl.F_GETPIPE_SZ) >= 4096)
os.write(writer, b"12345")
buffer = bytearray(4)
print(fcntl.ioctl(reader, termios.FIONREAD, buffer), struct.unpack("i", buffer))
print(fcntl.ioctl(reader, termios.FIONREAD, b"\0\0\0\0"), fcntl.ioctl(reader, termios.FIONREAD, "abcd"))
values = array.array("i", [9, 9])
print(fcntl.ioctl(reader, termios.FIONREAD, values), values)
print(fcntl.ioctl(reader, termios.FIONREAD, values, False), values)
large = bytearray(2000)
print(fcntl.ioctl(reader, termios.FIONREAD, large), large[:6])
for label, args in {
    "unknown": (reader, 1), "text request": (reader, "x"), "float": (reader, 1, 1.5), "none": (reader, 1, None), "long": (reader, termios.FIONREAD, b"x" * 1025),
    "long copy": (reader, termios.FIONREAD, large, False), "big": (reader, 1, 2**32), "huge": (reader, 1, 2**70),
}.items():
    show("ioctl " + label, fcntl.ioctl, *args)
with tempfile.TemporaryFile() as file:
    for operation in (fcntl.LOCK_SH, fcntl.LOCK_EX, fcntl.LOCK_EX | fcntl.LOCK_NB, fcntl.LOCK_UN):
        show(f"flock {operation}", fcntl.flock, file, operation)
        show(f"lockf {operation}", fcntl.lockf, file, operation)
    show("range", fcntl.lockf, file, fcntl.LOCK_EX | fcntl.LOCK_NB, 10, 5, os.SEEK_SET)
    show("nothing", fcntl.lockf, file, 0)
    show("bad whence", fcntl.lockf, file, fcntl.LOCK_EX, 0, 0, 7)
    show("bad length", fcntl.lockf, file, fcntl.LOCK_EX, "x")
    show("bad operation", fcntl.flock, file, "x")
    lock = struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 0, 0)
    print(len(fcntl.fcntl(file, fcntl.F_SETLK, lock)))
with tempfile.NamedTemporaryFile() as file:
    fcntl.flock(file, fcntl.LOCK_EX)
    second = os.open(file.name, os.O_RDWR)
    try:
        fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        print(errno.errorcode[error.errno])
    fcntl.lockf(file, fcntl.LOCK_EX)
    child = "import fcntl, sys\ntry: fcntl.lockf(open(sys.argv[1], 'r+'), fcntl.LOCK_EX | fcntl.LOCK_NB)\nexcept OSError as e: print(type(e).__name__, e)"
    print(subprocess.run([sys.executable, "-c", child, file.name], capture_output=True, text=True).stdout)
show("closed flock", fcntl.flock, 999, fcntl.LOCK_EX)
