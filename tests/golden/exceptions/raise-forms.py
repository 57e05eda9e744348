# raise in all its forms, and what is refused.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


def attempt(function):
    try:
        function()
    except BaseException as e:
        print(type(e).__name__, e, "| cause", repr(e.__cause__), "| context", repr(e.__context__), "| suppress", e.__suppress_context__)


def bare():
    raise


def of_int():
    raise 5


def of_str():
    raise "text"


def of_class():
    raise ValueError


def from_class():
    raise ValueError("x") from KeyError


def from_none():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("hidden") from None


def from_int():
    raise ValueError from 5


class Odd(Exception):
    def __new__(cls, *args):
        return 7


def not_exception():
    raise Odd


class Failing(Exception):
    def __init__(self):
        raise KeyError("in init")


def failing():
    raise Failing


def in_finally():
    try:
        raise ValueError("first")
    finally:
        raise TypeError("second")


def in_else():
    try:
        pass
    except Exception:
        pass
    else:
        raise KeyError("else")


def reraised():
    try:
        raise ValueError("same")
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise


for f in (bare, of_int, of_str, of_class, from_class, from_none, from_int, not_exception, failing, in_finally, in_else, reraised):
    print(f.__name__, end=": ")
    attempt(f)
e = ValueError("v")
for bad in (5, "x", int):
    show("cause", setattr, e, "__cause__", bad)
    show("context", setattr, e, "__context__", bad)
    show("traceback", setattr, e, "__traceback__", bad)
show("args", setattr, e, "args", 5)
e.args = [1, 2]
print(e.args, e)
show("del", delattr, e, "args")
show("del", delattr, e, "__cause__")
show("with_traceback", e.with_traceback, 3)
