# yield from: values, send, throw, close and return travel through several layers of generators and iterators.
import sys, traceback
def show(f, *a):
    try: print("->", repr(f(*a)))
    except BaseException as e: print(type(e).__name__ + ":", e, "| cause", repr(e.__cause__), "| context", repr(e.__context__))
def leaf():
    got = []
    try:
        while True:
            try: got.append((yield len(got)))
            except KeyError as e: got.append(("caught", e.args)); yield "handled"
    except GeneratorExit: print("leaf exit", got); raise
    finally: print("leaf finally", got)
def middle():
    r = yield from leaf()
    return ("middle", r)
def top():
    try: r = yield from middle(); print("top got", r)
    finally: print("top finally")
g = top(); print(next(g), g.send("a"), g.throw(KeyError("k")), g.send("b"), g.gi_yieldfrom.__name__, g.gi_yieldfrom.gi_yieldfrom.__name__, g.gi_running, g.gi_suspended); g.close(); print(g.gi_frame, g.gi_yieldfrom)
show(next, g); show(g.send, 1); show(g.throw, ValueError("late")); show(g.close)
def ret(v):
    yield 1
    return v
def use(v):
    r = yield from ret(v)
    yield ("returned", r)
print(list(use(None)), list(use((1, 2))), list(use(StopIteration(5))))
def stop(): raise StopIteration("inside"); yield
show(next, stop())
def stop2(): yield from stop()
show(next, stop2())
def stop3():
    yield 1
    next(iter([]))
g = stop3(); next(g); show(next, g); show(next, g)
show(list, (next(iter([])) for _ in range(2)))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration("value of It")
        return self.n
def over(it):
    r = yield from it
    print("result", repr(r))
print(list(over(It())), list(over([1, 2])), list(over("ab")), list(over({"k": 1})))
g = over(It()); next(g); show(g.send, "no send method"); g = over(It()); next(g); show(g.throw, ValueError("into It")); g = over([1, 2]); next(g); show(g.send, None); g.close()
class Full(It):
    def send(self, v): print("send", v); return v
    def throw(self, *a): print("throw", [type(x).__name__ for x in a], a[-1] if len(a) == 1 else a[1]); return "thrown"
    def close(self): print("close")
g = over(Full()); print(next(g), g.send(None), g.send(7), g.throw(ValueError("x"))); show(g.throw, GeneratorExit("ge")); show(next, g)
g = over(Full()); next(g); g.close()
class BadClose(It):
    def close(self): raise RuntimeError("bad close")
g = over(BadClose()); next(g); show(g.close)
class NoThrow(It): throw = None
g = over(NoThrow()); next(g); show(g.throw, ValueError("v"))
show(next, over(5)); show(next, over(None))
def forever():
    while True:
        try: yield
        except GeneratorExit: yield "ignored"
g = over(forever()); next(g); show(g.close); del g
def closes_with_value():
    try: yield 1
    except GeneratorExit: return "closed value"
g = closes_with_value(); next(g); print(g.close(), g.close()); g = closes_with_value(); print(g.close())
def both():
    try: yield 1
    finally: yield 2
g = both(); next(g); show(g.close)
def reenter():
    global me
    yield from me
me = reenter(); show(next, me)
def reenter2(): yield next(me2)
me2 = reenter2(); show(next, me2)
def chain(n):
    if n: yield from chain(n - 1)
    yield n
print(list(chain(5)), sum(chain(200)))
g = top(); show(g.send, 1); show(g.throw, TypeError); show(next, g)
for a in ((ValueError,), (ValueError, "v"), (ValueError, ValueError("inst")), (ValueError, ("a", "b")), (ValueError, None, None), ("text",), (5,), (ValueError("i"), "sep"), (ValueError, "v", 5), (), (int,), (ValueError, 1, None, 2)):
    g = leaf(); next(g)
    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter("ignore"); show(g.throw, *a)
def deep():
    def a(): yield from b()
    def b(): yield from c()
    def c():
        try: yield 1
        except ValueError as e:
            print([f.name for f in traceback.extract_tb(e.__traceback__)], [f.name for f in traceback.extract_stack()[-4:]])
            raise KeyError("from c") from e
    return a()
g = deep(); next(g)
try: g.throw(ValueError("down"))
except KeyError as e: print([f.name for f in traceback.extract_tb(e.__traceback__)])
def frames():
    def inner(): yield sys._getframe().f_back.f_code.co_name; yield sys._getframe(2).f_code.co_name
    def outer(): yield from inner()
    g = outer(); return next(g), next(g), g.gi_frame.f_back, g.gi_frame.f_lineno - g.gi_code.co_firstlineno
print(frames())
print(sorted(n for n in dir(top()) if not n.startswith("__")), repr(type(top())), top.__code__.co_flags & 0x20, leaf().__name__, middle().__qualname__)
