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


def tree(e, depth=0):
    print("  " * depth + f"{type(e).__name__}: {e}")
    if isinstance(e, BaseExceptionGroup):
        for part in e.exceptions:
            tree(part, depth + 1)


eg = ExceptionGroup("top", [ValueError(1), TypeError("t"), ExceptionGroup("in", [OSError(2, "no"), ValueError(2)])])
match, rest = eg.split(ValueError)
tree(match)
tree(rest)
print(eg.subgroup(KeyError), eg.split(lambda e: isinstance(e, OSError))[0])
tree(eg.derive([KeyError("d")]))
for f in (lambda: eg.split(5), lambda: eg.subgroup("x"), lambda: eg.split((ValueError, 5))):
    try:
        f()
    except TypeError as e:
        print(e)
try:
    try:
        raise eg
    except* ValueError as e:
        print("values", e, len(e.exceptions))
    except* TypeError as e:
        print("types", repr(e))
        raise KeyError("from handler")
except BaseException as e:
    tree(e)
    traceback.print_exception(e, file=sys.stdout)
try:
    try:
        raise ValueError("naked")
    except* ValueError as e:
        print(repr(e))
        raise
except BaseException as e:
    print(repr(e), repr(e.__cause__))
for source in ("try:\n    raise ValueError\nexcept* ExceptionGroup:\n    pass", "try:\n    raise ValueError\nexcept* 5:\n    pass"):
    try:
        exec(source)
    except TypeError as e:
        print(e)


class MyGroup(ExceptionGroup):
    def __new__(cls, message, parts, code=0):
        self = super().__new__(cls, message, parts)
        self.code = code
        return self

    def derive(self, parts):
        return MyGroup(self.message, parts, self.code)


m = MyGroup("mine", [ValueError(1), KeyError(2)], 7)
m.add_note("noted")
s = m.subgroup(ValueError)
print(type(s).__name__, s.code, s.__notes__, s.exceptions, repr(m))
