# Jumps by frame.f_lineno from a tracer: those that work, and why others do not.
import sys
import warnings

warnings.simplefilter("ignore")


def jump(f, source, target, event="line"):
    first = f.__code__.co_firstlineno
    out = []
    done = False

    def tracer(frame, e, arg):
        nonlocal done
        if frame.f_code is not f.__code__:
            return None
        if not done and e == event and frame.f_lineno == first + source:
            done = True
            try:
                frame.f_lineno = first + target if isinstance(target, int) else target
            except Exception as error:
                out.append(f"{type(error).__name__}: {error}")
        return tracer

    sys.settrace(tracer)
    try:
        f(out)
    except Exception as e:
        out.append(f"escaped {type(e).__name__}")
    finally:
        sys.settrace(None)
    print(f.__name__, source, "->", target, out)


def simple(out):
    out.append(1)
    out.append(2)
    out.append(3)
    out.append(4)


def loop(out):
    for i in range(2):
        out.append(i)
        out.append("b")
    out.append("after")


def whiles(out):
    n = 2
    while n:
        n -= 1
        out.append(n)
    out.append("end")


def tries(out):
    try:
        out.append("try")
        1 / 0
    except ZeroDivisionError:
        out.append("except")
    finally:
        out.append("finally")
    out.append("end")


class CM:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        pass


def withs(out):
    out.append("before")
    with CM():
        out.append("in")
        out.append("in2")
    out.append("after")


def unbound(out):
    x = 1
    y = 2
    out.append((x, y))


def nested(out):
    for a in (1, 2):
        for b in (3, 4):
            out.append((a, b))
        out.append("row")
    out.append("end")


def gen_user(out):
    out.append([*map(str, (1, 2))])
    out.append("x")


for args in ((simple, 1, 3), (simple, 3, 2), (simple, 2, 2), (simple, 1, 99), (simple, 1, -5), (simple, 1, "x"), (simple, 1, None), (simple, 1, 2.0), (simple, 1, 10**20), (simple, 0, 2, "call"), (simple, 4, 1, "return")):
    jump(*args)
for args in ((loop, 3, 2), (loop, 2, 4), (loop, 4, 2), (loop, 1, 4), (loop, 4, 1)):
    jump(*args)
for args in ((whiles, 2, 5), (whiles, 5, 2), (whiles, 4, 1)):
    jump(*args)
for args in ((tries, 2, 8), (tries, 8, 2), (tries, 2, 5), (tries, 5, 8), (tries, 3, 2), (tries, 5, 2), (tries, 7, 8), (tries, 3, 4, "exception")):
    jump(*args)
for args in ((withs, 1, 3), (withs, 3, 5), (withs, 3, 1), (withs, 5, 3), (withs, 3, 4)):
    jump(*args)
jump(unbound, 1, 3)
for args in ((nested, 3, 4), (nested, 3, 5), (nested, 4, 3), (nested, 3, 1), (nested, 5, 4)):
    jump(*args)
jump(gen_user, 1, 2)
