import asyncio, inspect, types, warnings
warnings.simplefilter("ignore")
def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
class Awaitable:
    def __init__(self, *values): self.values = values
    def __await__(self):
        for v in self.values: got = yield v; print("got", got)
        return sum(self.values)
async def co(x):
    try: r = await Awaitable(1, 2)
    except ValueError as e: r = f"caught {e}"
    finally: print("finally", x)
    return r
c = co("a"); print(c.send(None), c.send("p"))
try: c.send("q")
except StopIteration as e: print("value", e.value)
show(lambda: c.send(None)); show(lambda: c.throw(KeyError("k"))); c.close()
c = co("b"); c.send(None)
try: c.throw(ValueError("in"))
except StopIteration as e: print(e.value)
c = co("c"); show(lambda: c.send(1)); print(inspect.getcoroutinestate(c)); c.send(None); print(inspect.getcoroutinestate(c), c.cr_await is not None, c.cr_running, c.cr_suspended); c.close(); print(inspect.getcoroutinestate(c), c.cr_frame)
show(lambda: iter(c)); show(lambda: next(c)); show(lambda: list(c)); show(lambda: type(c)()); print(c.__name__, c.__qualname__)
async def awaits(x): return await x
class BadAwait:
    def __await__(self): return 5
class CoAwait:
    def __await__(self): return co("inner")
class GenAwait:
    def __await__(self): return [1]
def gen(): yield 1
@types.coroutine
def old(): r = yield "from old"; return r
for x in (5, None, [1], gen(), BadAwait(), GenAwait(), int, "s", co):
    c2 = awaits(x); show(lambda: c2.send(None)); c2.close()
c3 = awaits(CoAwait()); show(lambda: c3.send(None)); 
c = awaits(old()); print(c.send(None))
try: c.send("sent")
except StopIteration as e: print(e.value)
show(lambda: awaits(c).send(None))
async def stop(): raise StopIteration("x")
show(lambda: stop().send(None))
async def agen():
    try: got = yield 1; print("got", got); yield 2
    finally: print("agen closed")
async def drive():
    g = agen(); print(await g.__anext__(), await g.asend("s")); 
    try: await g.athrow(KeyError("t"))
    except KeyError as e: print(repr(e))
    try: await anext(g)
    except StopAsyncIteration as e: print("stop", repr(e))
    print(await anext(g, "default"))
    g = agen(); await anext(g); await g.aclose(); await g.aclose()
    g = agen()
    try: await g.asend(1)
    except TypeError as e: print(e)
    for bad in ([1], 5, gen()):
        try:
            async for i in bad: pass
        except TypeError as e: print(e)
    class NoAwait:
        def __aiter__(self): return self
        def __anext__(self): return 5
    class NotIter:
        def __aiter__(self): return 5
    for bad in (NoAwait(), NotIter()):
        try:
            async for i in bad: pass
        except TypeError as e: print(e, repr(e.__cause__))
    return "done"
print(asyncio.run(drive()))
for s in ("await x", "def f(): await x", "async def f(): yield from x", "async def f():\n yield 1\n return 2", "def f(): async with a: pass", "def f(): async for a in b: pass", "async x", "async def f(await): pass", "lambda: await x", "async def f(): lambda: await x", "await = 1", "async with a: pass", "async def f(): [await x async for x in y]", "class A: await x", "def f(): return [x async for x in y]", "async def f():\n def g(): await x", "async = 1", "async lambda: 1"):
    try: compile(s, "s", "exec"); print("ok", repr(s))
    except SyntaxError as e: print(repr(s), "->", e.msg)
