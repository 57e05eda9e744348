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


def low():
    raise KeyError("low")


def middle():
    try:
        low()
    except KeyError as e:
        raise ValueError("middle") from e


def top():
    try:
        middle()
    except ValueError:
        open("/nonexistent/file")


try:
    top()
except OSError as e:
    traceback.print_exc(file=sys.stdout)
    print([type(x).__name__ for x in (e, e.__context__, e.__context__.__cause__)])
    e.__context__.__cause__.__context__ = e
    traceback.print_exc(file=sys.stdout)
try:
    try:
        low()
    except KeyError:
        raise TypeError("hidden") from None
except TypeError:
    traceback.print_exc(file=sys.stdout)
try:
    raise ExceptionGroup("many", [ValueError(n) for n in range(20)])
except ExceptionGroup:
    traceback.print_exc(file=sys.stdout)
