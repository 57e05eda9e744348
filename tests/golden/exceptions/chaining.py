import traceback


def fail(kind):
    try:
        raise KeyError("inner")
    except KeyError as e:
        if kind == "implicit":
            raise ValueError("outer")
        if kind == "explicit":
            raise ValueError("outer") from e
        if kind == "none":
            raise ValueError("outer") from None
        if kind == "bare":
            raise
        if kind == "class":
            raise ValueError from OSError


for kind in ("implicit", "explicit", "none", "bare", "class"):
    try:
        fail(kind)
    except Exception as e:
        print(kind, repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
        print("".join(traceback.format_exception_only(e)), end="")
for bad in ("raise 1", "raise 'x'", "raise ValueError from 1", "raise int", "raise ValueError from ValueError", "raise"):
    try:
        exec(bad)
    except BaseException as e:
        print(bad, "->", repr(e), repr(e.__cause__))
e = ValueError("x")
for name, value in (("__cause__", 1), ("__context__", 1), ("__traceback__", 1), ("args", 1), ("__suppress_context__", 2), ("args", [1, 2])):
    try:
        setattr(e, name, value)
        print(name, "set", repr(getattr(e, name)))
    except Exception as problem:
        print(name, type(problem).__name__, problem)
for name in ("__cause__", "__context__", "__traceback__", "args"):
    try:
        delattr(e, name)
    except Exception as problem:
        print(name, type(problem).__name__, problem)
try:
    try:
        1 / 0
    finally:
        try:
            [][1]
        except IndexError as e:
            print(repr(e.__context__))
except ZeroDivisionError as e:
    print(repr(e.__context__))
