"""Delegation by yield from, looked at while the innermost generator runs: frames, lines, exceptions, values, references."""
import sys
import traceback


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"<{self.name}>"


def stack():
    names = []
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_name != "<module>":
        names.append((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, sorted(frame.f_locals)))
        frame = frame.f_back
    return names


def leaf(n, look):
    got = []
    for i in range(n):
        if look and i == look:
            print("  looks:", stack())
        got.append((yield i))
    return got


def middle(n, look, level):
    mine = Thing(f"middle{level}")
    if level:
        result = yield from middle(n, look, level - 1)
    else:
        result = yield from leaf(n, look)
    yield mine
    return result


def outer(n, look=0):
    result = yield from middle(n, look, 3)
    print("  result:", result)
    return "done"


print("for:", [x for x in outer(4)])
print("looked at:", list(outer(4, 2)))

g = outer(3)
print(next(g), g.gi_running, g.gi_suspended, g.gi_yieldfrom.__name__)
print([g.send(Thing(f"sent{i}")) for i in range(3)])
print(g.gi_frame.f_lineno - g.gi_code.co_firstlineno, sorted(g.gi_frame.f_locals))
print(list(g))


def failing(level, n):
    if level:
        try:
            return (yield from failing(level - 1, n))
        finally:
            print("  left level", level)
    for i in range(n):
        yield i
    raise KeyError(n)


g = failing(3, 2)
try:
    for x in g:
        print(x)
except KeyError as e:
    print("error:", e, [f.name for f in traceback.extract_tb(e.__traceback__)], [f.lineno > 0 for f in traceback.extract_tb(e.__traceback__)])


def catching(level):
    while True:
        try:
            if level:
                yield from catching(level - 1)
                return "returned"
            else:
                x = yield "ready"
                while True:
                    x = yield ("echo", x)
        except ValueError as e:
            print("  caught at", level, e, e.__context__)
            if level == 0 and "deep" in str(e):
                raise LookupError("from below") from e
        except LookupError as e:
            print("  lookup at", level, e, repr(e.__cause__))


g = catching(2)
print(next(g), g.send(1), g.send([2]))
print(g.throw(ValueError("shallow")), g.send(5))
print(g.throw(ValueError("deep")), g.send(6))
print(g.close())


def handles(level):
    try:
        raise RuntimeError(f"handled at {level}")
    except RuntimeError:
        if level:
            yield from handles(level - 1)
        else:
            yield repr(sys.exception())
            yield repr(sys.exception())
            try:
                raise TypeError("inner")
            except TypeError as e:
                yield repr(e.__context__)
    yield level, sys.exception()


try:
    1 / 0
except ZeroDivisionError:
    print(list(handles(2)), repr(sys.exception()))

thing = Thing("counted")
before = sys.getrefcount(thing)


def counts(level, t):
    if level:
        yield from counts(level - 1, t)
    else:
        while True:
            t = (yield sys.getrefcount(thing) - before) or t


g = counts(3, thing)
print([next(g) for _ in range(3)], g.send(thing), next(g))
g.close()
print(sys.getrefcount(thing) - before)


def boom(t):
    got = yield
    raise ValueError("after a value")


def through(level, t):
    if level:
        yield from through(level - 1, t)
    else:
        yield from boom(t)


g = through(2, None)
next(g)
try:
    g.send(thing)
except ValueError as e:
    print(e)
    e.__traceback__ = None
del g
print(sys.getrefcount(thing) - before)

events = []


def tracer(frame, event, arg):
    if frame.f_code.co_name in ("leaf", "middle", "outer"):
        events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
        return tracer


g = outer(4)
next(g)
next(g)
sys.settrace(tracer)
next(g)
sys.settrace(None)
next(g)
print(events)


def starts_tracing(level):
    if level:
        yield from starts_tracing(level - 1)
    else:
        yield 1
        yield 2
        sys.settrace(lambda f, e, a: events.append((f.f_code.co_name, e)))
        yield 3
        sys.settrace(None)
        yield 4


events.clear()
print(list(starts_tracing(3)))
print([e for e in events if e[0] == "starts_tracing"])


def deep(n):
    if n:
        yield from deep(n - 1)
    else:
        yield 1
        yield len(stack())
        yield 3


print(list(deep(150)))


def nested(n):
    yield 0
    if n:
        yield from nested(n - 1)


g = nested(400)
old = sys.getrecursionlimit()
count = 0
try:
    sys.setrecursionlimit(200)
    for _ in g:
        count += 1
except RecursionError as e:
    print(type(e).__name__, 150 < count < 200)
finally:
    sys.setrecursionlimit(old)


def reenter(level):
    if level:
        yield from reenter(level - 1)
    else:
        yield 0
        try:
            next(self)
        except ValueError as e:
            yield str(e)
        yield self.gi_running, self.gi_yieldfrom


self = reenter(2)
print(list(self))


def clears(level):
    if level:
        yield from clears(level - 1)
    else:
        yield 0
        frame = sys._getframe(2)
        try:
            frame.clear()
        except RuntimeError as e:
            yield str(e)
        frame.f_locals["level"] = 77
        yield sys._getframe(2).f_locals["level"]


print(list(clears(3)))


async def coroutine(n):
    if n:
        return await coroutine(n - 1) + 1
    return (await Awaitable()) + (await Awaitable())


class Awaitable:
    def __await__(self):
        x = yield "wait"
        y = yield x
        return (x or 0) + (y or 0)


c = coroutine(3)
value = c.send(None)
sent = 1
try:
    while True:
        print(value, c.cr_running, c.cr_await is not None)
        value = c.send(sent)
        sent += 1
except StopIteration as e:
    print("value", e.value)
