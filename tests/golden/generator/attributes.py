# Attributes of generators in every state of their life.
import inspect


def g(a, b=2):
    x = yield a
    print("got", x)
    y = yield from (i for i in range(b))
    return y


def show(gen, title):
    print(title, gen.gi_running, gen.gi_suspended, gen.gi_yieldfrom is not None, inspect.getgeneratorstate(gen))
    frame = gen.gi_frame
    print("  frame", None if frame is None else (frame.f_lineno - frame.f_code.co_firstlineno, sorted(frame.f_locals)))


gen = g(1)
print(gen.__name__, gen.__qualname__, gen.gi_code is g.__code__, type(gen).__name__)
show(gen, "created")
print(next(gen))
show(gen, "suspended")
print(gen.send("v"))
show(gen, "delegating")
print(type(gen.gi_yieldfrom).__name__)
print(next(gen))
try:
    next(gen)
except StopIteration as e:
    print("stop", e.value)
show(gen, "closed")
gen.__name__ = "renamed"
gen.__qualname__ = "q.renamed"
print(repr(gen).split(" at ")[0])
for name, value in (("__name__", 1), ("__qualname__", None), ("gi_code", 1), ("gi_frame", 1), ("gi_running", 1), ("gi_yieldfrom", 1)):
    try:
        setattr(gen, name, value)
    except Exception as e:
        print(name, type(e).__name__, e)
try:
    del gen.__name__
except TypeError as e:
    print(e)


def running():
    print("inside", me.gi_running, me.gi_suspended, inspect.getgeneratorstate(me))
    for call in (lambda: next(me), lambda: me.send(None), lambda: me.throw(ValueError), lambda: me.close()):
        try:
            call()
        except ValueError as e:
            print("  ", e)
    yield


me = running()
next(me)
print(type(g(1))[int, str, None])
try:
    type(gen)()
except TypeError as e:
    print(e)
