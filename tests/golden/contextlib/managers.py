def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


import contextlib, io, sys
from contextlib import contextmanager, closing, suppress, redirect_stdout, ExitStack, nullcontext, AbstractContextManager, ContextDecorator, chdir
@contextmanager
def cm(name, swallow=False):
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as e:
        print("caught", e)
        if not swallow: raise
    finally:
        print("exit", name)
with cm("a") as v, cm("b"):
    print(v)
def body(swallow):
    with cm("c", swallow):
        raise ValueError("boom")
    return "survived"
show(body, True)
show(body, False)
@cm("decorator")
def fn(x): return x * 2
print(fn(4), fn.__name__)
@contextmanager
def never():
    if False: yield
@contextmanager
def twice():
    yield 1
    yield 2
def use(m):
    with m: pass
show(use, never())
show(use, twice())
@contextmanager
def stops():
    yield
    raise StopIteration("inner")
show(use, stops())
class Cl:
    def close(self): print("closed")
with closing(Cl()) as c: print(type(c).__name__)
with suppress(KeyError, IndexError):
    {}["x"]
    print("not reached")
def notsup():
    with suppress(KeyError): 1 / 0
show(notsup)
with suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1)])
def grp():
    with suppress(ValueError): raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
show(grp)
buf = io.StringIO()
with redirect_stdout(buf): print("hidden")
print(repr(buf.getvalue()))
with ExitStack() as st:
    print(st.enter_context(cm("s1")))
    st.callback(print, "callback", end="!\n")
    @st.push
    def on_exit(t, v, tb): print("push", t); return True
    moved = st.pop_all()
    st.enter_context(cm("s2"))
moved.close()
def stack_errors():
    with ExitStack() as st:
        st.callback(lambda: 1 / 0)
        st.push(lambda t, v, tb: print("saw", t.__name__) or False)
        raise KeyError("k")
show(stack_errors)
try: stack_errors()
except ZeroDivisionError as e: print(repr(e.__context__))
show(lambda: ExitStack().enter_context(5))
with nullcontext(7) as n: print(n)
class D(ContextDecorator):
    def __enter__(self): print("D in"); return self
    def __exit__(self, *e): print("D out", e[0])
@D()
def g(): print("g")
g()
class NoExit:
    def __enter__(self): pass
show(use, NoExit())
show(use, 5)
class Abs(AbstractContextManager): pass
show(Abs)
print(issubclass(Cl, AbstractContextManager), issubclass(D, AbstractContextManager))
class EnterFails:
    def __enter__(self): raise OSError("enter")
    def __exit__(self, *a): print("never")
show(use, EnterFails())
class ExitArgs:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): print(t.__name__ if t else None, v, tb is not None); return t is KeyError
with ExitArgs(): raise KeyError(1)
with ExitArgs(): pass
def ret():
    with ExitArgs(): return "returned"
print(ret())
for i in range(3):
    with ExitArgs():
        if i == 1: break
        continue
