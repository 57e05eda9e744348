# termios: settings of a pseudo-terminal, read and written; errors.
import os
import termios
import tty

master, slave = os.openpty()


def show(label, f, *args):
    try:
        print(label, "->", f(*args))
    except Exception as error:
        print(label, "!!", type(error).__module__, type(error).__name__, error.args)


first = termios.tcgetattr(slave)
print(first)
print([len(x) if isinstance(x, list) else type(x).__name__ for x in first])
for flag in ("ECHO", "ICANON", "ISIG", "IEXTEN"):
    print(flag, bool(first[3] & getattr(termios, flag)))
show("list", termios.tcsetattr, slave, termios.TCSANOW, list(first))
for label, value in {
    "not a list": 1, "short": [1], "tuple": tuple(first), "cc short": first[:6] + [[1]], "cc text": first[:6] + [["a"] * 32], "cc long": first[:6] + [[b"ab"] * 32],
    "flag text": ["x"] + first[1:], "flag float": [1.5] + first[1:], "flag huge": [2**64] + first[1:], "cc huge": first[:6] + [[2**70] * 32],
}.items():
    show(label, termios.tcsetattr, slave, termios.TCSANOW, value)
show("when", termios.tcsetattr, slave, 9, first)
show("when text", termios.tcsetattr, slave, "now", first)
for speed in (termios.B0, termios.B50, termios.B9600, termios.B115200, termios.B4000000):
    changed = list(first)
    changed[4] = changed[5] = speed
    termios.tcsetattr(slave, termios.TCSANOW, changed)
    print(speed, termios.tcgetattr(slave)[2:6])
changed = list(first)
changed[3] &= ~(termios.ICANON | termios.ECHO)
changed[6] = list(first[6])
changed[6][termios.VMIN] = 3
changed[6][termios.VTIME] = b"\x02"
termios.tcsetattr(slave, termios.TCSADRAIN, changed)
after = termios.tcgetattr(slave)
print(after[3], after[6][termios.VMIN], after[6][termios.VTIME], after[6][termios.VINTR])
print(tty.setraw(slave) == after, termios.tcgetattr(slave)[:4])
print(tty.setcbreak(slave)[:4], termios.tcgetattr(slave)[:4])
termios.tcsetattr(slave, termios.TCSAFLUSH, first)
print(termios.tcgetattr(slave) == first)
for size in ((24, 80), [30, 100], (1,), (1, 2, 3), 5, "ab", (1.5, 2), (-1, 2), (70000, 1)):
    show(f"size {size}", termios.tcsetwinsize, slave, size)
print(termios.tcgetwinsize(slave), termios.tcgetwinsize(master), os.get_terminal_size(slave))
reader, writer = os.pipe()
for f in (termios.tcgetattr, termios.tcgetwinsize, termios.tcdrain):
    show(f.__name__, f, reader)
    show(f.__name__, f, 999)
    show(f.__name__, f, -1)
    show(f.__name__, f, "x")
for f, values in ((termios.tcflush, (0, 1, 2, 17)), (termios.tcflow, (0, 1, 99)), (termios.tcsendbreak, (0, 5))):
    for value in values:
        show(f"{f.__name__} {value}", f, slave, value)
print(issubclass(termios.error, Exception), issubclass(termios.error, OSError), termios.error)
os.write(master, b"line\n")
print(os.read(slave, 100), os.read(master, 100))
os.write(master, b"abc\x7f\x7fde\n")
print(os.read(slave, 100))
