# frame.f_locals of functions: the write-through proxy and its methods.
import sys


def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def f(a, b=2):
    c = [1]
    p = sys._getframe().f_locals
    print(type(p).__name__, p, len(p), list(p), "a" in p, "zz" in p)
    p["a"] = "changed"
    print(a, p["a"], p.get("b"), p.get("no"), p.get("no", 5))
    p["extra"] = 1
    print(p, list(p.items())[-1], p.keys(), list(reversed(p)))
    print(p.pop("extra"), p.pop("extra", "gone"), p.setdefault("more", 3), p.setdefault("b", 9))
    p.update({"b": "updated", "more": 4})
    print(b, p | {"x": 1}, {"x": 1, "b": 0} | p)
    p |= {"c": "ior"}
    print(c, p.copy(), type(p.copy()).__name__)
    q = sys._getframe().f_locals
    print(p == q, p is q, p != q, p == dict(p), p == 5)
    for g in (lambda: p.pop("a"), lambda: p["no"], lambda: p.pop("no"), lambda: p.pop(), lambda: p.get(), lambda: p.update(1), lambda: p.update(), lambda: hash(p), lambda: p[[]], lambda: p | 1, lambda: p.clear(), lambda: p.setdefault(), lambda: p < q):
        print(attempt(g))
    try:
        del p["a"]
    except ValueError as e:
        print(e)
    try:
        del p["no"]
    except KeyError as e:
        print("KeyError", e)
    del p["more"]
    print(sorted(p))


f(1)


def cells():
    x = 1

    def inner():
        nonlocal x
        x += 1
        p = sys._getframe().f_locals
        p["x"] = 10
        return x

    print(inner(), x, sys._getframe().f_locals["x"], sys._getframe().f_locals.get("inner") is inner)


cells()


def unbound():
    p = sys._getframe().f_locals
    print("late" in p, attempt(lambda: p["late"]))
    p["late"] = 5
    print(sorted(k for k in p), late)
    late = 6
    print(p["late"])
    del late
    print("late" in p)


unbound()


def gen():
    v = 1
    yield
    yield v


g = gen()
next(g)
g.gi_frame.f_locals["v"] = "from outside"
print(next(g), g.gi_frame.f_locals)
T = type(sys._getframe(0).f_locals) if False else type(gen().gi_frame.f_locals)
for args in ((), (1,), (g.gi_frame, 2)):
    print(attempt(lambda: T(*args)))
print(T(g.gi_frame))
from collections.abc import Mapping, MutableMapping

print(isinstance(g.gi_frame.f_locals, Mapping), isinstance(g.gi_frame.f_locals, MutableMapping))
match g.gi_frame.f_locals:
    case {"v": value}:
        print("matched", value)
