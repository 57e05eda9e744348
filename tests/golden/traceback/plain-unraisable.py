# What the interpreter writes by itself for exceptions in finalizers: folded repeats, limits, odd types.
import sys


class Quiet:
    def write(self, text):
        import re
        sys.stdout.write(re.sub("0x[0-9a-f]+", "0x", text))

    def flush(self):
        pass


sys.stderr = Quiet()


class Deep:
    def __init__(self, depth):
        self.depth = depth

    def __del__(self):
        def down(n):
            if n:
                down(n - 1)
            else:
                raise ValueError("at the bottom")

        down(self.depth)


for depth in (0, 1, 2, 3, 4, 9):
    Deep(depth)
sys.tracebacklimit = 2
Deep(6)
sys.tracebacklimit = 0
Deep(6)
del sys.tracebacklimit


class Unprintable(Exception):
    def __str__(self):
        return 1 / 0


class Homeless(Exception):
    pass


Homeless.__module__ = 5


class Raises:
    def __init__(self, error):
        self.error = error

    def __del__(self):
        raise self.error


for error in (Unprintable(), Homeless(), Homeless("x"), KeyError("a"), ValueError(), SyntaxError("m", ("f", 1, 2, "text", 1, 4)), ExceptionGroup("g", [ValueError(1)])):
    Raises(error)
