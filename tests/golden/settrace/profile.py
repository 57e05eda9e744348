# sys.setprofile: calls and returns of Python and builtin functions.
import sys


def prof(frame, event, arg):
    if event.startswith("c_"):
        arg = arg.__qualname__
    else:
        arg = type(arg).__name__
    print(f"{frame.f_code.co_name:10} {event:11} {arg}")


class K:
    def __init__(self, v):
        self.v = v

    def __len__(self):
        return self.v

    @staticmethod
    def s():
        return sorted([2, 1], key=lambda x: -x)


def builtins():
    len([])
    [].append(1)
    "a".upper()
    str.upper("b")
    int("5")
    max(1, 2)
    dict(a=1).get("a")
    print("printed")
    len(K(2))
    K.s()
    isinstance(1, int)
    [*map(abs, (1, -1))]
    len(*[()])
    "{}".format(1)


def failing():
    try:
        len(5)
    except TypeError:
        pass
    try:
        {}.pop("x")
    except KeyError:
        pass
    try:
        [].remove(1)
    except ValueError:
        pass
    raise KeyError("out")


def gen():
    yield 1
    yield 2


def generators():
    for x in gen():
        pass
    g = gen()
    next(g)
    g.close()


def run(f):
    print("---", f.__name__)
    sys.setprofile(prof)
    try:
        f()
    except KeyError:
        print("KeyError")
    finally:
        sys.setprofile(None)


run(builtins)
run(failing)
run(generators)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def bad(frame, event, arg):
    raise RuntimeError(event)


try:
    sys.setprofile(bad)
    fib(3)
except RuntimeError as e:
    print("failed", e, sys.getprofile())


class Collector:
    def __init__(self):
        self.calls = {}

    def __call__(self, frame, event, arg):
        key = frame.f_code.co_name, event
        self.calls[key] = self.calls.get(key, 0) + 1


c = Collector()
sys.setprofile(c)
fib(6)
sys.setprofile(None)
print(sorted(c.calls.items()))
