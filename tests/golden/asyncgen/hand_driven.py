# Coroutines, asynchronous generators and comprehensions without an event loop.
import sys, types, inspect, warnings
def show(f, *a):
    try: print("->", repr(f(*a)))
    except BaseException as e: print(type(e).__name__ + ":", repr(e.args), "| context", repr(e.__context__))
class Wait:
    def __init__(self, v): self.v = v
    def __await__(self): got = yield ("wait", self.v); print("resumed with", got); return got
@types.coroutine
def old(v): return (yield ("old", v))
def run(co, *sends):
    out = []
    sends = list(sends)
    try:
        out.append(co.send(None))
        while True: out.append(co.send(sends.pop(0) if sends else None))
    except StopIteration as e: return out, e.value
async def simple(): return await Wait(1), await old(2)
print(run(simple(), "a", "b"))
async def agen(n):
    try:
        for i in range(n):
            got = yield i
            if got: print("asend", got); await Wait(("in agen", got))
    finally: print("agen finally"); await Wait("cleanup")
async def consume():
    out = []
    async for v in agen(3): out.append(v)
    else: out.append("else")
    return out
print(run(consume()))
async def comps():
    a = [v async for v in agen(2)]
    b = {v: v * 2 async for v in agen(2) if v}
    c = {await Wait(v) for v in range(2)}
    d = [await Wait((x, y)) for x in range(2) async for y in agen(1)]
    e = (v + 1 async for v in agen(2))
    return a, b, c, d, [v async for v in e], type(e).__name__
print(run(comps(), *"abcdefgh"))
def step(aw, *v):
    try: return ("yielded", aw.send(v[0] if v else None))
    except StopIteration as e: return ("returned", e.value)
    except BaseException as e: return (type(e).__name__, e.args)
g = agen(2)
print(g, g.ag_running, g.ag_frame is not None, g.ag_await, g.ag_code.co_name) if 0 else print(g.ag_running, g.ag_await, g.ag_code.co_name, g.__name__, g.__qualname__)
n = g.__anext__(); print(type(n).__name__, step(n), step(n))
s = g.asend("hello"); print(type(s).__name__, step(s), g.ag_running, type(g.ag_await).__name__, step(g.__anext__()), step(s, "resume"), step(s))
t = g.athrow(ValueError("thrown")); print(type(t).__name__, step(t), step(t), step(t))
print(step(g.__anext__()), step(g.asend(1)), step(g.athrow(KeyError("k"))), step(g.aclose()))
g = agen(1); print(step(g.asend("early"))); print(step(g.aclose()), step(g.__anext__()))
g = agen(1); step(g.__anext__()); c = g.aclose(); print(step(c), step(c), step(c)); show(c.throw, ValueError); show(c.close)
g = agen(1); step(g.__anext__()); a = g.asend(None); a.close(); show(a.send, None); show(a.throw, ValueError("x")); print(step(g.aclose()))
async def ignores():
    try: yield 1
    except GeneratorExit: yield 2
g = ignores(); step(g.__anext__()); print(step(g.aclose()))
async def stops(kind): raise kind("raised inside"); yield
for kind in (StopIteration, StopAsyncIteration, ValueError, GeneratorExit): print(step(stops(kind).__anext__()))
async def costop(): raise StopIteration("co")
print(step(costop())); co = simple(); show(co.send, 5); co.close(); show(co.send, None); show(co.throw, ValueError("closed")); show(run, co)
co = simple(); co.send(None); show(co.throw, KeyError("k")); print(inspect.getcoroutinestate(co), co.cr_frame, co.cr_await, co.cr_running, co.cr_suspended)
co = simple(); co.send(None); print(inspect.getcoroutinestate(co), type(co.cr_await).__name__, co.cr_suspended, co.cr_origin); co.close()
for src in ("await 1", "async def f(): await 1", "async def f():\n async for x in 5: pass", "async def f():\n async with 5: pass", "async def f(): return [x async for x in [1]]"):
    try:
        ns = {}; exec(src, ns); show(run, ns["f"]())
    except SyntaxError as e: print(e.msg)
class BadAwait:
    def __await__(self): return 5
class BadAwait2:
    def __await__(self): return simple()
class BadAnext:
    def __aiter__(self): return self
    def __anext__(self): return 5
class BadAiter:
    def __aiter__(self): return 5
class NoAnext:
    def __aiter__(self): return object()
class CM:
    def __init__(self, swallow=False): self.swallow = swallow
    async def __aenter__(self): return await Wait("enter")
    async def __aexit__(self, *a): print("exit", a[0] and a[0].__name__); await Wait("exit"); return self.swallow
class SyncCM:
    def __enter__(self): pass
    def __exit__(self, *a): pass
class HalfCM:
    async def __aenter__(self): pass
async def aw(x): return await x
async def it(x):
    async for v in x: return v
async def cm(x, boom=False):
    async with x as v:
        if boom: raise ValueError("body")
        return "v", v
    return "after"
show(run, aw(BadAwait())); 
with warnings.catch_warnings():
    warnings.simplefilter("ignore"); show(run, aw(BadAwait2()))
show(run, it(BadAnext())); show(run, it(BadAiter())); show(run, it(NoAnext())); show(run, it([1])); show(run, cm(CM()), "x", "y"); show(run, cm(CM(True), True)); show(run, cm(CM(), True)); show(run, cm(SyncCM())); show(run, cm(HalfCM())); show(run, cm(5)); show(run, aw(None)); show(run, aw((i for i in "a")))
def plain_with():
    with CM(): pass
show(plain_with)
for bad in (lambda: iter(simple()), lambda: [*agen(1)], lambda: next(agen(1)), lambda: aiter([1]), lambda: anext(5), lambda: aiter(agen(1)) is not None):
    with warnings.catch_warnings(): warnings.simplefilter("ignore"); show(bad)
async def default(): return await anext(agen(0), "dflt"), await anext(agen(1), "unused")
print(run(default())); print(types.coroutine(lambda: 5)(), inspect.iscoroutinefunction(simple), inspect.isasyncgenfunction(agen), inspect.isawaitable(old(1)), inspect.isawaitable(Wait(1)))
sys.set_asyncgen_hooks(firstiter=lambda g: print("first", g.__name__), finalizer=lambda g: print("final", g.__name__)); g = agen(1); step(g.__anext__()); del g; print(sys.get_asyncgen_hooks()[0] is not None); sys.set_asyncgen_hooks(None, None)
