# Defaults are evaluated once, arguments from left to right.
def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
def say(x): print("eval", getattr(x, "__name__", x), end="; "); return x
def f(a=say("A"), b=say("B"), *, c=say("C")): return a, b, c
print()
f(say(1), c=say(2), b=say(3)); print()
f(*[say(4)], **{say("c"): say(5)}); print()
def grow(x, acc=[]): acc.append(x); return acc
print(grow(1), grow(2), grow(3, []), grow.__defaults__)
grow.__defaults__ = ((), ); show(grow, 1)
grow.__defaults__ = None; show(grow, 1)
grow.__defaults__ = (5, []); print(grow())
f.__kwdefaults__ = {"c": "new"}; print(f(1, 2), f.__kwdefaults__)
f.__kwdefaults__ = None; show(f, 1, 2)
def setdef(v): f.__defaults__ = v
def setkw(v): f.__kwdefaults__ = v
for v in ([1], 5, {}, "x"): show(setdef, v); show(setkw, v)
print(f.__kwdefaults__)
fs = [lambda: i for i in range(3)]; print([g() for g in fs])
fs = [lambda i=i: i for i in range(3)]; print([g() for g in fs])
@say
def decorated(x=say("default")) -> say("annotation"): pass
print()
decorated.__annotations__; print()
def order(a: say("ann a") = say("def a"), *b: say("ann b"), c: say("ann c") = say("def c"), **d: say("ann d")) -> say("ret"): pass
print(); print(order.__annotations__)
def deco(n):
    print("make", n)
    def wrap(f): print("apply", n); return f
    return wrap
@deco(1)
@deco(2)
@(lambda f: f)
def target(): pass
d = {"k": deco}
@d["k"](3)
class K: pass
print(say(1) + say(2) * say(3), [say(1), say(2)][say(0)], {say("k"): say("v")}, say(1) < say(2) < say(0) < say(9))
x = {}; x[say("key")] = say("value"); say(x)[say("q")] = say("p")
print(say(0) and say(1), say(0) or say(2), say(1) if say(0) else say(3))
def ret():
    return say("r"), *say([1, 2]), say("e")
print(ret())
def attrs(): "doc"; attrs.count = getattr(attrs, "count", 0) + 1; return attrs.count
print(attrs(), attrs(), attrs.__dict__, attrs.__doc__, attrs.__name__, attrs.__qualname__, attrs.__module__)
show(lambda: setattr(attrs, "__name__", 5)); show(lambda: setattr(attrs, "__qualname__", 5)); show(lambda: setattr(attrs, "__code__", 5)); show(lambda: setattr(attrs, "__dict__", 5)); show(lambda: delattr(attrs, "__name__")); show(lambda: setattr(attrs, "__code__", (lambda: attrs).__code__)); show(lambda: setattr(attrs, "__code__", (lambda: 7).__code__)); show(attrs)
show(lambda: setattr(attrs, "__globals__", {})); show(lambda: setattr(attrs, "__closure__", ())); show(lambda: delattr(attrs, "__doc__")); print(attrs.__doc__)
