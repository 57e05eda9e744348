# sys.set_asyncgen_hooks: first iteration and finalisation.
import sys


def drive(aw):
    try:
        while True:
            aw.send(None)
    except StopIteration as e:
        return e.value
    except StopAsyncIteration:
        return "end"


def first(g):
    print("first", g.__name__, g.ag_frame is not None)


def final(g):
    print("final", g.__name__, g.ag_suspended)
    drive(g.aclose())


async def a():
    try:
        yield 1
        yield 2
    finally:
        print("a finally")


print(sys.get_asyncgen_hooks())
sys.set_asyncgen_hooks(first, final)
print(sys.get_asyncgen_hooks() == (first, final), sys.get_asyncgen_hooks().firstiter is first)
g = a()
print("made")
print(drive(g.__anext__()))
print(drive(g.asend(None)))
del g
print("--")
g = a()
it = g.asend(None)
print("only first")
drive(it)
drive(g.aclose())
del g
print("-- exhausted")


async def consume():
    async for x in a():
        print("x", x)


drive(consume())
print("-- broken off")


async def breaks():
    async for x in a():
        break


drive(breaks())
sys.set_asyncgen_hooks(firstiter=None)
print(sys.get_asyncgen_hooks().firstiter)
g = a()
drive(g.asend(None))
sys.set_asyncgen_hooks(None, None)
del g
print("-- no hooks")
g = a()
drive(g.asend(None))
del g


def bad(g):
    raise KeyError("hook")


sys.set_asyncgen_hooks(firstiter=bad)
g = a()
try:
    g.asend(None)
except KeyError as e:
    print("raised", e)
print(drive(g.asend(None)))
drive(g.aclose())
for args, kw in (((1,), {}), ((None, 1), {}), ((None, None, None), {}), ((), {"x": 1})):
    try:
        sys.set_asyncgen_hooks(*args, **kw)
    except TypeError as e:
        print(e)
