"""Claim 16: objects live in blocks of 16-byte size classes, in pools of 16 KiB, in arenas of 1 MiB; sizes are what sys.getsizeof says."""
import re
import subprocess
import sys

text = subprocess.run([sys.executable, "-c", "import sys; sys._debugmallocstats()"], capture_output=True, text=True).stderr
print("small block threshold:", re.search(r"Small block threshold = (\d+), in (\d+) size classes", text).groups())
classes = [tuple(map(int, line.split()[:2])) for line in text.splitlines() if re.match(r"\s*\d+\s+\d+\s+\d+\s+\d+\s+\d+$", line)]
print("sizes are multiples of 16:", all(size == (number + 1) * 16 for number, size in classes), len(classes) > 10)
print("arena bytes:", re.search(r"\* (\d+) bytes/arena", text).group(1))
print("16-byte addresses:", all(id(object()) % 16 == 0 for _ in range(10)))
for thing in (0, 1, 2**30, 2**60, 1.5, "", "a", "abc", "\xe9", "\u20ac", b"", b"abc", (), (1,), [], [1], {}, {1: 2}, set(), None, True, object(), range(3), slice(1), type, len):
    print(type(thing).__name__, sys.getsizeof(thing))


class Plain:
    pass


class Slotted:
    __slots__ = ("a", "b")


print(sys.getsizeof(Plain()), sys.getsizeof(Slotted()), Plain.__basicsize__, Slotted.__basicsize__)
