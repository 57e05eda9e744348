# generator.throw() in all its forms, and what is not one.
import warnings

warnings.simplefilter("ignore")


class E(Exception):
    def __init__(self, *args):
        super().__init__(*args)


def g():
    while True:
        try:
            yield "ready"
        except Exception as e:
            print("  caught", type(e).__name__, e.args, e.__traceback__ is not None)
            yield "handled"


try:
    1 / 0
except ZeroDivisionError as e:
    tb = e.__traceback__
for args in [(E,), (E(1),), (E, 1), (E, (1, 2)), (E, E("x")), (E, None), (E, None, tb), (E("a"), None, tb), (E("a"), 1), (5,), ("s",), (int,), (E, None, 5), (E, ZeroDivisionError("z")), (None,)]:
    gen = g()
    next(gen)
    print([getattr(a, "__name__", None) or type(a).__name__ for a in args])
    try:
        print("  ->", gen.throw(*args))
    except Exception as e:
        print("  !!", type(e).__name__, e)
for count in (0, 4):
    try:
        g().throw(*range(count))
    except TypeError as e:
        print(e)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    gen = g()
    next(gen)
    gen.throw(E, 1)
    print(log[0].category.__name__, log[0].message)
gen = g()
try:
    gen.throw(E("unstarted"))
except E as e:
    print("unstarted", e, gen.gi_frame)
gen = g()
gen.close()
try:
    gen.throw(E("closed"))
except E as e:
    print("closed", e)


class NotExc(Exception):
    def __new__(cls):
        return 5


gen = g()
next(gen)
try:
    gen.throw(NotExc)
except TypeError as e:
    print(e)
