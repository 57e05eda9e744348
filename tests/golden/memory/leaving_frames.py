# Finalisers and callbacks that run while a frame is left, by return and by exception, find and leave intact what the frame still holds.
import sys
import weakref

log = []


class Noisy:
    def __init__(self, name, work=0):
        self.name = name
        self.work = work

    def __del__(self):
        a, b, c, d, e, f, g, h = range(8)
        log.append((self.name, sum([a, b, c, d, e, f, g, h]), deep(self.work)))


def deep(n):
    x, y, z = n, str(n), [n]
    if n == 0:
        return 0
    return deep(n - 1) + x + len(y) + len(z)


class Manager:
    def __init__(self, log):
        self.held = Noisy("held", 3)
        self.ref = weakref.ref(self.held, lambda r, *rest: log.append("callback"))

    def __enter__(self):
        return self

    def __exit__(self, *args, **kwargs):
        log.append(args[0].__name__ if args[0] else None)


def small(x, fail):
    with Manager(log):
        kept = marker
        if fail:
            raise KeyError(x)
        return kept
    later = 1


def plain(fail):
    a = Noisy("a", 5)
    b = marker
    c = Noisy("c", 2)
    d = marker
    if fail:
        raise ValueError("plain")
    return len([a, b, c, d])


def generator():
    a = Noisy("gen a", 2)
    b = marker
    try:
        yield 1
        c = Noisy("gen c")
        yield b
    finally:
        log.append("finally")


def observed():
    a = Noisy("obs a", 4)
    b = marker
    c = Noisy("obs c", 4)
    return sys._getframe()


def nested(n):
    a = Noisy(f"n{n}", n)
    b = marker
    return [b] if n == 0 else nested(n - 1) + [b]


def show(title):
    print(title, *log, sep="\n  ")
    log.clear()
    print("  count", sys.getrefcount(marker))


marker = object()
for turn in range(3):
    small(1, False)
    show("returned")
    try:
        small(2, True)
    except KeyError as error:
        log.append(repr(error))
    show("raised")
    plain(False)
    show("plain")
    try:
        plain(True)
    except ValueError as error:
        log.append(repr(error))
    show("plain raised")
    list(generator())
    show("generator")
    g = generator()
    next(g)
    del g
    show("closed generator")
    f = observed()
    log.append(sorted(f.f_locals))
    del f
    show("observed")
    nested(4)
    show("nested")
