# sys.exception() inside except*, nesting, loops.
import sys


def f():
    for i in range(3):
        try:
            raise ExceptionGroup("g", [ValueError(i), TypeError(i)])
        except* ValueError as e:
            print(i, repr(sys.exception()), e is sys.exception())
            try:
                raise ExceptionGroup("inner", [KeyError(i)])
            except* KeyError as k:
                print(repr(k), repr(k.__context__))
        except* TypeError:
            print(repr(sys.exception()))
    print(sys.exception())


f()


def g():
    try:
        1 / 0
    except* ZeroDivisionError as e:
        print(repr(e), repr(e.exceptions[0]))
    try:
        e
    except NameError as x:
        print(x)


g()
