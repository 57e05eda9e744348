# Exceptions in and around generators: contexts, handled exceptions, tracebacks, StopIteration.
import sys
import traceback


def current():
    return type(sys.exception()).__name__


def g():
    try:
        raise KeyError("inside")
    except KeyError:
        print("in g", current())
        yield 1
        print("in g again", current())
        yield 2
    print("after", current())
    yield 3


try:
    raise ValueError("outside")
except ValueError:
    gen = g()
    next(gen)
    print("out", current())
next(gen)
print("between", current())
next(gen)


def context():
    try:
        yield
    except ValueError as e:
        print("context", repr(e.__context__))
        raise TypeError("new")


gen = context()
next(gen)
try:
    try:
        raise KeyError("handled")
    except KeyError:
        gen.throw(ValueError("thrown"))
except TypeError as e:
    print(repr(e.__context__), repr(e.__context__.__context__))


def depth3():
    yield 1
    raise RuntimeError("deep")


def depth2():
    yield from depth3()


def depth1():
    for x in depth2():
        yield x


try:
    list(depth1())
except RuntimeError as e:
    print([f.name for f in traceback.extract_tb(e.__traceback__)])
gen = depth1()
next(gen)
try:
    gen.throw(KeyError("t"))
except KeyError as e:
    print([f.name for f in traceback.extract_tb(e.__traceback__)])


def stop():
    yield 1
    next(iter([]))


gen = stop()
next(gen)
try:
    next(gen)
except RuntimeError as e:
    print(e, type(e.__cause__).__name__)
print(gen.gi_frame)
try:
    next(gen)
except StopIteration as e:
    print("stop", e.args, e.value)


def returns(v):
    return v
    yield


for v in (None, 1, (1, 2), StopIteration(3), ()):
    try:
        next(returns(v))
    except StopIteration as e:
        print(e.args, repr(e.value))
gen = returns(1)
try:
    gen.send(1)
except TypeError as e:
    print(e)
print([x for x in returns(5)], dict(), tuple(returns(6)))
