# Raising and reraising inside except*.
G = ExceptionGroup


def attempt(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, repr(e), "context", repr(e.__context__), "cause", repr(e.__cause__))


def reraise():
    try:
        raise G("g", [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError:
        raise
    except* TypeError:
        pass


def raise_new():
    try:
        raise G("g", [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError:
        raise OSError("new")
    except* TypeError:
        raise


def raise_from():
    try:
        raise ValueError(1)
    except* ValueError as e:
        raise KeyError("k") from e


def naked_reraise():
    try:
        raise ValueError(1)
    except* ValueError:
        raise


def two_new():
    try:
        raise G("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise OSError("a")
    except* TypeError:
        raise OSError("b")


def raise_e():
    try:
        raise G("g", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        raise e


for f in (reraise, raise_new, raise_from, naked_reraise, two_new, raise_e):
    print(f.__name__)
    attempt(f)
