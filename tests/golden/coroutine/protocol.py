# Coroutines driven by hand: send, throw, close, await of everything.
import inspect
import types
import warnings

warnings.simplefilter("ignore")


class Aw:
    def __init__(self, *values):
        self.values = values

    def __await__(self):
        got = []
        for v in self.values:
            got.append((yield v))
        return got


async def main(aw):
    return await aw


def drive(coro, *sends):
    out = []
    try:
        for s in (None, *sends):
            out.append(coro.send(s))
        while True:
            out.append(coro.send(None))
    except StopIteration as e:
        return out, e.value
    except BaseException as e:
        return out, type(e).__name__, str(e)


print(drive(main(Aw(1, 2)), "a", "b"))


@types.coroutine
def old():
    x = yield "old"
    return x


print(drive(main(old()), "sent"))
for bad in (1, None, [1], "s", lambda: 0, object):
    print(drive(main(bad)))


class NonIter:
    def __await__(self):
        return 5


class Coro:
    def __await__(self):
        return main(1)


print(drive(main(NonIter())), drive(main(Coro())))
c = main(Aw(1))
print(inspect.getcoroutinestate(c), c.cr_running, c.cr_suspended, c.cr_await, c.cr_origin, c.cr_code.co_name)
print(c.send(None), inspect.getcoroutinestate(c), type(c.cr_await).__name__, c.cr_frame.f_locals.keys())


async def again(other):
    await other


print(drive(again(c)))
c.close()
print(inspect.getcoroutinestate(c), c.cr_frame)
for call in (lambda: c.send(None), lambda: c.throw(ValueError("x")), lambda: drive(again(c))):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
c = main(Aw(1))
try:
    c.send(5)
except TypeError as e:
    print(e)
for f in (iter, next, list):
    try:
        f(c)
    except TypeError as e:
        print(e)
w = c.__await__()
print(type(w).__name__, next(w), iter(w) is w)
try:
    w.throw(KeyError("k"))
except KeyError as e:
    print(repr(e))
w.close()
c = main(Aw(1))
c.close()
c.__name__ = "n"
print(c.__qualname__, repr(c).split(" at ")[0])
c = main(Aw(1, 2))
c.send(None)
try:
    c.throw(ValueError("into"))
except ValueError as e:
    print(e)


async def stops():
    raise StopIteration(1)


print(drive(stops()))


async def ignoring():
    try:
        await Aw(1)
    except GeneratorExit:
        await Aw(2)


c = ignoring()
c.send(None)
try:
    c.close()
except RuntimeError as e:
    print(e)


async def reentrant():
    me.send(None)


me = reentrant()
try:
    me.send(None)
except ValueError as e:
    print(e)
print(type(me)[int, str, bool])
