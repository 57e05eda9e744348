def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
def echo():
    got = None
    while True:
        try: got = yield got
        except ValueError as e: got = f"caught {e}"
        except GeneratorExit: print("exit"); raise
g = echo(); print(next(g), g.send(1), g.send("x"), g.throw(ValueError("v")), g.throw(ValueError), next(g))
show(lambda: g.throw(KeyError("k"))); show(lambda: next(g)); show(lambda: g.send(1)); show(lambda: g.throw(TypeError("dead")))
g = echo(); show(lambda: g.send(5)); show(lambda: g.send(None)); g.close(); g.close(); show(lambda: next(g))
def ret(): yield 1; return "result"
g = ret(); next(g)
try: next(g)
except StopIteration as e: print(e.value, e.args)
g = ret(); g.close(); print(list(g))
def delegating():
    r = yield from ret(); print("sub returned", r)
    r = yield from [10, 20]; print("list returned", r)
    r = yield from echo(); print("never")
g = delegating(); print(next(g), next(g), next(g), next(g), g.send("through"), g.throw(ValueError("in"))); g.close()
show(lambda: list((lambda: (yield from 5))())); show(lambda: list((lambda: (yield))()))
def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
g = stubborn(); next(g); show(g.close)
def closing_value():
    try: yield 1
    except GeneratorExit: return "closed value"
g = closing_value(); next(g); print(g.close())
def leak():
    yield 1
    raise StopIteration("inside")
g = leak(); next(g)
try: next(g)
except RuntimeError as e: print(e, repr(e.__cause__))
def reentrant(): yield next(me)
me = reentrant(); show(next, me)
def state():
    a = 1
    yield a
    b = 2
    yield b
g = state(); import inspect
print(inspect.getgeneratorstate(g), g.gi_frame.f_lineno - state.__code__.co_firstlineno, g.gi_running, g.gi_yieldfrom, g.gi_suspended); next(g); print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g), g.gi_suspended); list(g); print(inspect.getgeneratorstate(g), g.gi_frame, inspect.getgeneratorlocals(g))
print(g.__name__, g.__qualname__, g.gi_code.co_name); g.__name__ = "renamed"; print(repr(g)[:26]); show(lambda: setattr(g, "__name__", 5)); show(lambda: setattr(g, "__qualname__", 5)); show(lambda: setattr(g, "gi_running", 1))
for args in ((), (5,), ("s",), (int,), (ValueError, "m"), (ValueError, ValueError("inst")), (ValueError("a"), "b"), (ValueError, None, 5), (ValueError("x"), None, None), (ValueError, ("a", "b"))):
    g = state(); next(g); import warnings; warnings.simplefilter("ignore"); show(lambda: g.throw(*args))
show(lambda: state(1)); show(lambda: type(g)()); show(lambda: len(g)); show(lambda: g[0]); show(lambda: g + g); print(iter(g) is g, bool(g))
def ctx():
    try:
        try: raise KeyError("outer")
        except KeyError: yield 1
    finally: print("cleanup")
g = ctx(); next(g)
try: g.throw(ValueError("new"))
except ValueError as e: print(repr(e.__context__))
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
import itertools; print(list(itertools.islice(fib(), 12)), next(x for x in fib() if x > 1000))
