# aiter() and anext() with and without default.
import types
import warnings

warnings.simplefilter("ignore")


@types.coroutine
def pause():
    yield "pause"


def run(aw):
    n = 0
    try:
        it = aw.__await__()
        while True:
            next(it)
            n += 1
    except StopIteration as e:
        return n, e.value
    except BaseException as e:
        return n, type(e).__name__, str(e)


async def g(n):
    for i in range(n):
        await pause()
        yield i


class It:
    def __init__(self):
        self.n = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n += 1
        if self.n > 1:
            raise StopAsyncIteration
        return self.n


for make in (lambda: g(1), It):
    it = aiter(make())
    print(type(it).__name__)
    print(run(anext(it)), run(anext(it)), run(anext(it, "default")))
print(run(anext(g(1), "d")), run(anext(g(0), "d")), run(anext(g(0), None)))
print(type(anext(g(1), 5)).__name__)
a = anext(g(2), 9)
print(a.send(None))
try:
    a.throw(KeyError("k"))
except KeyError as e:
    print(repr(e))
a = anext(g(1), 9)
a.close()
for bad in (1, [], iter([])):
    for f in (aiter, anext):
        try:
            f(bad)
        except TypeError as e:
            print(e)


class BadAiter:
    def __aiter__(self):
        return 5


class BadAnext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


try:
    aiter(BadAiter())
except TypeError as e:
    print(e)
print(anext(BadAnext()))
try:
    next(anext(BadAnext(), 1))
except TypeError as e:
    print(e)
for args in ((), (1, 2, 3)):
    try:
        anext(*args)
    except TypeError as e:
        print(e)


async def collect():
    return [x async for x in g(3)], [x * y async for x in g(3) for y in (1, 2)], {x async for x in g(2)}, tuple([x async for x in g(2) if x])


print(run(collect()))


async def genexp():
    e = (x + 1 async for x in g(3))
    print(type(e).__name__, e.__qualname__)
    return [v async for v in e]


print(run(genexp()))
