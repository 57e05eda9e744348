# Asynchronous generators: asend, athrow, aclose by hand.
import types
import warnings

warnings.simplefilter("ignore")


@types.coroutine
def pause(v):
    return (yield v)


async def gen(n):
    try:
        for i in range(n):
            try:
                got = yield i
                print("  got", got)
                await pause(f"p{i}")
            except ValueError as e:
                print("  caught", e)
                yield "handled"
    finally:
        await pause("cleanup")
        print("  finally")


def run(aw):
    steps = []
    try:
        while True:
            steps.append(aw.send(None))
    except StopIteration as e:
        return steps, e.value
    except BaseException as e:
        return steps, type(e).__name__, str(e)


g = gen(2)
print(type(g).__name__, g.ag_running, g.ag_suspended, g.ag_await, g.ag_code.co_name)
print(run(g.__anext__()))
print(g.ag_running, g.ag_suspended)
print(run(g.asend("hello")))
print(run(g.athrow(ValueError("v"))))
print(run(g.asend(1)))
print(run(g.asend(2)))
print(run(g.__anext__()), run(g.aclose()), g.ag_frame)
g = gen(3)
print(run(g.asend("not none")))
print(run(g.asend(None)))
a = g.asend(1)
print(a.send(None), g.ag_running)
for other in (g.asend(2), g.athrow(KeyError), g.aclose(), g.__anext__()):
    print(run(other))
print(run(a), g.ag_running)
print(run(a))
a.close()
print(run(g.aclose()))
print(run(g.aclose()), run(g.athrow(KeyError("after"))), run(g.asend(None)))
g = gen(1)
print(run(g.aclose()), run(g.asend(None)))
g = gen(1)
print(run(g.athrow(KeyError("unstarted"))), g.ag_frame)
g = gen(2)
a = g.asend(None)
try:
    a.throw(KeyError("thrown in"))
except KeyError as e:
    print(repr(e))
a = gen(1).asend(None)
print(a.close(), run(a))
a = gen(1).aclose()
print(a.close(), run(a))


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = ignores()
print(run(g.asend(None)), run(g.aclose()))


async def awaits_on_exit():
    try:
        yield 1
    except GeneratorExit:
        await pause("exit")
        print("  left")


g = awaits_on_exit()
print(run(g.asend(None)), run(g.aclose()))


async def stops(e):
    yield 1
    raise e


for e in (StopIteration(1), StopAsyncIteration(2), KeyError(3)):
    g = stops(e)
    run(g.asend(None))
    print(run(g.asend(None)))
for args in ((), (1, 2, 3, 4), (5,), (KeyError, "a"), (KeyError("i"), "a")):
    g = stops(0)
    run(g.asend(None))
    print(run(g.athrow(*args)))
g = gen(1)
for call in (lambda: g.asend(), lambda: g.aclose(1), lambda: iter(g), lambda: next(g), lambda: g.send):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
print(type(g)[int, str])
a = g.asend(None)
print(type(a).__name__, type(g.aclose()).__name__, iter(a) is a, a.__await__() is a)
