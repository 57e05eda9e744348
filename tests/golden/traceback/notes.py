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


class Odd(Exception):
    def __str__(self):
        raise RuntimeError("no")


class Multi(Exception):
    pass


for e, notes in ((ValueError("x"), ["one", "two\nlines"]), (Multi("a\nb"), []), (Odd(), ["n"]), (ValueError(), None), (KeyError("k"), "text"), (OSError(2, "m", "f"), [5, "x"]), (ValueError("y"), 7)):
    if notes is not None:
        e.__notes__ = notes
    try:
        raise e
    except Exception:
        traceback.print_exc(file=sys.stdout)
    print(traceback.format_exception_only(e))
