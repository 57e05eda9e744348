# contextlib helpers, synchronous and asynchronous: contextmanager, ExitStack, suppress, closing, redirect, nullcontext, AsyncExitStack, misuse.
import contextlib, io, sys
def show(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__ + ":", e, "| context", repr(e.__context__), "| cause", repr(e.__cause__))
def drive(co):
    try:
        while True: co.send(None)
    except StopIteration as e: return e.value
@contextlib.contextmanager
def cm(n, mode="plain"):
    print("enter", n)
    if mode == "noyield": return
    try: yield n
    except ValueError as e:
        print("caught", e)
        if mode == "swallow": return
        if mode == "replace": raise KeyError("replaced") from e
        if mode == "again": yield "twice"
        if mode == "stop": raise StopIteration("inside")
        raise
    finally: print("exit", n)
    if mode == "twice": yield
def use(mode, exc=None):
    with cm("x", mode) as v:
        if exc: raise exc
        return v
    return "after"
for mode in ("plain", "swallow", "replace", "noyield", "again", "twice", "stop"): show(use, mode); show(use, mode, ValueError("v")); show(use, mode, StopIteration("s")); show(use, mode, KeyboardInterrupt())
@cm("deco")
def decorated(x): print("body", x); return x
print(decorated(1), decorated(2), decorated.__name__); c = cm("once")
with c: pass
show(c.__enter__); show(lambda: cm()); show(lambda: contextlib.contextmanager(lambda: 5)().__enter__())
def stack():
    with contextlib.ExitStack() as st:
        st.enter_context(cm("a")); st.enter_context(cm("b")); st.callback(print, "callback", end="!\n"); st.push(lambda t, v, tb: print("pushed", t and t.__name__)); r = st.pop_all() if 0 else None
        @st.callback
        def done(): print("done")
        raise ValueError("in stack")
show(stack)
def swallow():
    with contextlib.ExitStack() as st: st.push(lambda *a: print("sees", a[0]) or True); st.push(lambda *a: True); raise ValueError("x")
    return "swallowed"
show(swallow)
def replaced():
    with contextlib.ExitStack() as st: st.callback(lambda: {}["missing"]); st.push(lambda *a: 1 / 0); raise ValueError("first")
show(replaced)
def popped():
    with contextlib.ExitStack() as st: st.callback(print, "kept"); new = st.pop_all()
    print("left"); new.close(); new.close()
popped(); show(contextlib.ExitStack().enter_context, 5); show(lambda: contextlib.ExitStack().push(5)); show(lambda: contextlib.ExitStack().callback()); show(lambda: contextlib.ExitStack().callback(5) and "kept")
with contextlib.suppress(KeyError, OSError) as s: {}["x"]
print(s); show(lambda: contextlib.suppress(KeyError).__exit__(ValueError, ValueError(), None))
def sup():
    with contextlib.suppress(ValueError): raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
show(sup)
out, err = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(out) as o, contextlib.redirect_stderr(err): print("to out"); print("to err", file=sys.stderr)
print(out.getvalue(), err.getvalue(), o is out)
class Cl:
    def close(self): print("closed")
with contextlib.closing(Cl()) as x: print(type(x).__name__)
show(lambda: contextlib.closing(5).__exit__()); print(contextlib.nullcontext(7).__enter__(), contextlib.nullcontext().__enter__())
class Deco(contextlib.ContextDecorator):
    def __enter__(self): print("D enter"); return self
    def __exit__(self, *a): print("D exit", a[0]); return True
@Deco()
def boom(): raise ValueError
print(boom())
class Abs(contextlib.AbstractContextManager):
    def __exit__(self, *a): return None
print(Abs().__enter__().__class__.__name__, issubclass(Cl, contextlib.AbstractContextManager), isinstance(Deco(), contextlib.AbstractContextManager)); show(contextlib.AbstractContextManager)
class Susp:
    def __await__(self): yield; return "awaited"
@contextlib.asynccontextmanager
async def acm(n, swallow=False):
    print("aenter", n); await Susp()
    try: yield n
    except ValueError as e:
        print("acaught", e)
        if not swallow: raise
    finally: await Susp(); print("aexit", n)
async def ause(swallow, exc=None):
    async with acm("A", swallow) as v, contextlib.AsyncExitStack() as st:
        await st.enter_async_context(acm("inner")); st.enter_context(cm("sync")); st.push_async_callback(acb, 1, k=2); st.callback(print, "plain callback")
        if exc: raise exc
        return v
    return "after"
async def acb(*a, **k): print("async callback", a, k)
show(lambda: drive(ause(False))); show(lambda: drive(ause(True, ValueError("b")))); show(lambda: drive(ause(False, ValueError("b"))))
async def aclose():
    async with contextlib.aclosing(agen()) as g:
        async for v in g: return v
async def agen():
    try: yield 1
    finally: print("agen closed")
print(drive(aclose()))
@acm("adeco")
async def adecorated(): return "adecorated"
print(drive(adecorated())); show(lambda: contextlib.AsyncExitStack().__enter__()); 
async def wrong():
    async with cm("sync used async"): pass
show(lambda: drive(wrong()))
async def nullc():
    async with contextlib.nullcontext(3) as v: return v
print(drive(nullc()))
def reentrant():
    with contextlib.chdir("/"): import os; return os.getcwd()
print(reentrant())
