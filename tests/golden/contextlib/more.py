from contextlib import *
import io, sys
def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
@contextmanager
def cm(name, swallow=False):
    print("enter", name)
    try: yield name.upper()
    except ValueError as e:
        print("caught", e)
        if not swallow: raise
    finally: print("exit", name)
with cm("a") as v, cm("b", True): print(v); raise ValueError("in")
try:
    with cm("c"): raise ValueError("through")
except ValueError as e: print("outside", e)
try:
    with cm("k"): raise KeyError("key")
except KeyError as e: print(repr(e))
@contextmanager
def twice(): yield 1; yield 2
@contextmanager
def never(): return; yield
@contextmanager
def noresume():
    try: yield
    except Exception: yield
def use(m):
    with m: pass
def use_raise(m, e):
    with m: raise e
show(use, twice()); show(use, never()); show(use_raise, noresume(), ValueError(1)); show(use_raise, cm("si"), StopIteration("s")); show(use, contextmanager(lambda: 5)()); show(lambda: cm()); once = cm("once"); use(once); show(use, once)
@cm("deco")
def decorated(x): print("body", x); return x
print(decorated(1), decorated(2), decorated.__name__)
with suppress(KeyError, IndexError): {}[1]
with suppress(): pass
show(use_raise, suppress(KeyError), ValueError("v")); show(use_raise, suppress(ValueError), ExceptionGroup("g", [ValueError(1), TypeError(2)]))
with closing(io.StringIO("x")) as f: print(f.read())
print(f.closed)
with redirect_stdout(io.StringIO()) as out: print("hidden"); print("more", file=sys.stdout)
print(repr(out.getvalue()))
with redirect_stderr(io.StringIO()) as err: print("e", file=sys.stderr)
print(repr(err.getvalue())); print(nullcontext(5).__enter__())
with ExitStack() as st:
    print(st.enter_context(cm("s1")), st.callback(print, "callback", end="!\n").__name__); st.push(lambda *a: print("push", a[0])); st.enter_context(cm("s2"))
with ExitStack() as st: st.callback(print, "never"); kept = st.pop_all()
kept.close()
try:
    with ExitStack() as st: st.push(lambda *a: True); st.callback(lambda: 1 / 0); raise KeyError("k")
except Exception as e: print("escaped", e)
else: print("stack swallowed")
show(lambda: ExitStack().enter_context(5)); show(lambda: ExitStack().push(5)); show(lambda: ExitStack().callback()); show(lambda: use(closing(5)))
class CD(ContextDecorator):
    def __enter__(self): print("cd in")
    def __exit__(self, *a): print("cd out", a[0])
@CD()
def g(): return "g"
print(g())
class Mine(AbstractContextManager):
    def __exit__(self, *a): return None
with Mine() as m: print(type(m).__name__)
show(AbstractContextManager); print(isinstance(io.StringIO(), AbstractContextManager), issubclass(CD, AbstractContextManager))
import asyncio
@asynccontextmanager
async def acm(n): print("a-enter", n); yield n; print("a-exit", n)
async def main():
    async with acm(1) as x, aclosing(agen()) as g: print(x, [i async for i in g])
    async with AsyncExitStack() as s: await s.enter_async_context(acm(2)); s.push_async_callback(asyncio.sleep, 0); s.callback(print, "sync cb")
    async with nullcontext(3) as n: print(n)
async def agen():
    yield 1
    yield 2
asyncio.run(main())
