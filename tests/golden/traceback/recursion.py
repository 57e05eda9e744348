import sys
import traceback


class Shown:
    """Output with the name of this file in place of its path."""

    def __init__(self, stream):
        self.stream = stream

    def write(self, text):
        return self.stream.write(text.replace(__file__, "program.py"))

    def flush(self):
        self.stream.flush()


sys.stdout = Shown(sys.stdout)


def f(n):
    if n == 0:
        raise ValueError("bottom")
    f(n - 1)


def g(n):
    return h(n)


def h(n):
    return g(n - 1) if n else 1 / 0


for function, n in ((f, 10), (f, 3), (g, 8)):
    try:
        function(n)
    except Exception:
        traceback.print_exc(file=sys.stdout)
try:
    f(50)
except ValueError as e:
    print(len(traceback.extract_tb(e.__traceback__)))
    traceback.print_exc(limit=2, file=sys.stdout)
    traceback.print_exc(limit=-2, file=sys.stdout)
    traceback.print_exc(chain=False, file=sys.stdout)
