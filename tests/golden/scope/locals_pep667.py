# locals() and frame.f_locals (PEP 667): snapshots and write-through proxies.
import sys
def show(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__ + ":", e)
def snapshots():
    a = 1
    s1 = locals()
    a = 2; b = 3
    s2 = locals()
    return s1, s2, s1 is s2
print(snapshots())
def proxy():
    x = 1; y = [2]
    p = sys._getframe().f_locals
    print(type(p).__name__, p, len(p), list(p), "x" in p, "q" in p)
    p["x"] = 10
    p["extra"] = 5
    z = 3
    print(x, p["z"], dict(p) == {"x": 10, "y": [2], "p": p, "z": 3, "extra": 5}, "extra" in locals())
    print(sorted(k for k in p.keys()), p.get("nope"), p.get("nope", 1), p.setdefault("x", 0), p.setdefault("more", 7))
    p.update({"y": "why", "z": "zed"}); print(y, z)
    for f in (lambda: p["none"], lambda: p.pop("x"), lambda: p.popitem(), lambda: p.clear(), lambda: p.__delitem__("x"), lambda: p.pop("extra"), lambda: p.__delitem__("extra"), lambda: p.__delitem__("more"), lambda: hash(p), lambda: p < p, lambda: p == p, lambda: p.copy() == dict(p), lambda: p | {"n": 1} == 0, lambda: list(reversed(p)), lambda: p.__setitem__(5, "five"), lambda: p[5], lambda: list(p.items())[-1], lambda: list(p.values())[-1], lambda: p.__len__(), lambda: p.__reversed__, lambda: p.fromkeys("a")):
        try: r = f(); print(type(r).__name__, r if type(r) in (int, str, bool, list) else "")
        except Exception as e: print(type(e).__name__, e)
proxy()
def cells():
    a = 1
    def inner(): return a
    p = sys._getframe().f_locals
    p["a"] = 2
    r = inner()
    a = 3
    return r, p["a"]
print(cells())
def unbound():
    p = sys._getframe().f_locals
    if 0: never = 1
    print("never" in p, p.get("never"))
    try: p["never"]
    except KeyError as e: print("KeyError", e)
    p["never"] = "set"
    return never
show(unbound)
def deleter():
    gone = 1
    p = sys._getframe().f_locals
    del gone
    return "gone" in p, list(p)
show(deleter)
def free(v=1):
    def inner():
        p = sys._getframe().f_locals
        before = dict(p)
        p["v"] = 99
        return before.keys(), v
    return inner(), v
show(free)
def caller_changes():
    def change(): sys._getframe(1).f_locals["n"] = "changed"
    n = 1
    change()
    return n
show(caller_changes)
def generator():
    a = 1
    yield
    yield a
g = generator(); next(g); g.gi_frame.f_locals["a"] = "from outside"; print(next(g), dict(g.gi_frame.f_locals))
def comp():
    base = 2
    return [sorted(locals()) for i in range(1)], [sys._getframe().f_locals.get("i", "none") for i in range(1)], [(lambda: sorted(locals()))() for i in range(1)]
print(comp())
def evals():
    a = 1
    exec("a = 2; b = 3")
    eval("(c := 4)")
    d = eval("locals()")
    return a, sorted(locals()), sorted(d)
print(evals())
def shared():
    ns = locals()
    exec("z = 1", globals(), ns)
    return ns["z"], "z" in locals()
print(shared())
class K:
    one = 1
    f = sys._getframe()
    print(f.f_locals is locals(), type(f.f_locals).__name__)
    f.f_locals["two"] = 2
    three = two + 1
print(K.three)
print(sys._getframe().f_locals is globals(), type(sys._getframe().f_locals))
def traced():
    a = 1
    a += 1
    return a
def tracer(frame, event, arg):
    if event == "line" and frame.f_code.co_name == "traced" and frame.f_lineno == traced.__code__.co_firstlineno + 2: frame.f_locals["a"] = 100
    return tracer
sys.settrace(tracer); r = traced(); sys.settrace(None); print(r)
def debug_frame():
    try:
        inner_value = "seen"
        raise ValueError
    except ValueError as e:
        fr = e.__traceback__.tb_frame
        return fr.f_locals["inner_value"], type(fr.f_locals["e"]).__name__
print(debug_frame())
show(lambda: type(sys._getframe().f_locals)()); show(lambda: type(sys._getframe().f_locals)(1)); show(lambda: type(sys._getframe().f_locals)(sys._getframe()) == {})
