# close(): return values, ignored exits, finalisation when the last reference goes.
import sys


def returns():
    try:
        yield 1
    finally:
        print("finally")
    return "never"


def value():
    try:
        yield 1
    except GeneratorExit:
        return "value"


def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def other():
    try:
        yield 1
    except GeneratorExit:
        raise KeyError("other")


for f in (returns, value, ignores, other):
    gen = f()
    print(f.__name__, "unstarted", gen.close(), gen.gi_frame)
    gen = f()
    next(gen)
    try:
        print(f.__name__, gen.close(), gen.close())
    except Exception as e:
        print(f.__name__, type(e).__name__, e)
gen = value()
next(gen)
try:
    next(gen)
except StopIteration as e:
    print(e.value)
print("exhausted", gen.close())


def hook(args):
    print("unraisable", args.exc_type.__name__, args.exc_value, args.err_msg.split(" <")[0], args.object)


sys.unraisablehook = hook
for f in (ignores, other, returns):
    gen = f()
    next(gen)
    del gen
    print("deleted", f.__name__)


class Chain:
    def __iter__(self):
        return self

    def __next__(self):
        return "item"

    def close(self):
        print("closed by its user")


def delegating():
    yield from Chain()


gen = delegating()
print(next(gen))
print(gen.close())


class BadClose(Chain):
    def close(self):
        raise RuntimeError("bad close")


def delegating2():
    try:
        yield from BadClose()
    except RuntimeError as e:
        print("inside", e, type(e.__context__).__name__)
        return 9


gen = delegating2()
next(gen)
print(gen.close())


def resurrect():
    global saved
    try:
        yield
    finally:
        saved = "still here"


gen = resurrect()
next(gen)
gen = None
print(saved)
