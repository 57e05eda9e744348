# sys.settrace: every kind of event in one go.
import sys

log = []


def tracer(frame, event, arg):
    code = frame.f_code
    if event == "exception":
        arg = arg[0].__name__, arg[2] is not None
    elif event == "return":
        arg = type(arg).__name__
    print(f"{code.co_name:10} {event:9} {frame.f_lineno - code.co_firstlineno if frame.f_lineno else None} {arg}")
    return tracer


def trace(f, *args):
    print("---", f.__name__)
    sys.settrace(tracer)
    try:
        f(*args)
    except Exception as e:
        print("escaped", type(e).__name__)
    finally:
        sys.settrace(None)


def simple(n):
    total = 0
    for i in range(n):
        if i % 2:
            continue
        total += i
    else:
        total = -total
    while total < 0:
        total += 1
    return total


def tries():
    try:
        {}["missing"]
    except KeyError as e:
        pass
    else:
        pass
    finally:
        x = 1
    try:
        return x
    finally:
        x = 2


def gen():
    x = yield 1
    try:
        yield x
    finally:
        x = 3
    return 4


def uses_gen():
    for v in gen():
        pass
    g = gen()
    next(g)
    g.close()
    g = gen()
    next(g)
    next(g)
    try:
        g.throw(ValueError)
    except ValueError:
        pass


def delegate():
    r = yield from gen()
    return r


def uses_delegate():
    list(delegate())


def comprehensions():
    a = [i for i in range(2)]
    b = {i: i for i in range(2)}
    c = list(i for i in range(2))
    return (
        a,
        b,
    )


def nested():
    def inner(y):
        return y

    class K:
        attr = 1

        def m(self):
            return inner(self.attr)

    k = K()
    return k.m()


def raising():
    def thrower():
        raise ValueError("x")

    thrower()


def one_line_loop():
    for i in range(3): pass
    x = 0
    while x < 2: x += 1


def matching(v):
    match v:
        case [a, b]:
            return a
        case {"k": x} if x:
            return x
        case _:
            return None


class CM:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        return True


def withs():
    with CM() as c:
        x = 1
    with CM():
        raise KeyError
    with CM(), CM():
        return 5


async def coro():
    async def inner():
        return 1

    return await inner()


def uses_coro():
    try:
        coro().send(None)
    except StopIteration as e:
        return e.value


def ternary(a):
    x = (1
         if a
         else 2)
    assert x
    return (lambda: x)()


trace(simple, 4)
trace(tries)
trace(uses_gen)
trace(uses_delegate)
trace(comprehensions)
trace(nested)
trace(raising)
trace(one_line_loop)
trace(matching, [1, 2])
trace(matching, {"k": 1})
trace(matching, 5)
trace(withs)
trace(uses_coro)
trace(ternary, 0)
