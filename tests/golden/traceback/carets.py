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


def divide(a, b):
    return (a + b) / (a - a) * (a ** b)


def index(data):
    return data["a"]["b"][0]["missing"]


def call(f):
    return f(1, 2)(3).attribute


for f, arg in ((divide, (1, 2)), (index, ({"a": {"b": [{}]}},)), (call, (lambda a, b: lambda c: c,))):
    try:
        f(*arg)
    except Exception:
        traceback.print_exc(file=sys.stdout)


def multi():
    return max(
        [1, 2],
        key=lambda v: v.nothing,
    )


try:
    multi()
except AttributeError:
    traceback.print_exc(file=sys.stdout)
