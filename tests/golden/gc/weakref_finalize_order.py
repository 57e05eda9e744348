# Destruction order, __del__, weak references and finalizers as reference counts drop: del, rebinding, frames, exceptions, containers.
import gc, sys, weakref
gc.disable()
class N:
    def __init__(s, n, *refs): s.n, s.refs = n, refs
    def __del__(s): print("del", s.n)
    def __repr__(s): return f"N({s.n})"
def watch(o, n): return weakref.ref(o, lambda r: print("callback", n, r() is None))
a = N("a"); w = watch(a, "a"); print(w(), w() is a, weakref.getweakrefcount(a)); del a; print(w())
b = N("b"); b = N("b2"); print("rebound"); b = None
l = [N(i) for i in range(3)]; print("list made"); l.pop(); del l[0]; l.clear(); print("cleared")
d = {k: N(k) for k in "xy"}; d["x"] = 1; del d["y"]; t = (N("t1"), N("t2")); del t; s = {N("s")}; s.clear()
def f(p): q = N("local"); print("in f"); return p
f(N("arg")); r = f(N("kept")); print("returned", r); del r
def g():
    try: x = N("x"); raise ValueError
    except ValueError: print("handling")
    print("after")
g(); print("g done")
def h():
    y = N("y"); raise KeyError("k")
try: h()
except KeyError as e: keep = e
print("caught", keep.__traceback__ is not None); del keep; print("exception gone")
def gen():
    z = N("z")
    try: yield 1
    finally: print("gen finally")
it = gen(); next(it); print("suspended"); del it; print("gen gone"); gen(); print("never started")
N("temp"); print(N("printed")); N("x1").n; _ = [N("c1"), N("c2")][0]; print("one left"); del _
(lambda v: print("lambda", v))(N("lam")); x = y = N("shared"); del x; print("still"); del y
outer = N("outer", N("inner1"), N("inner2")); del outer
class Res:
    saved = []
    def __del__(s): print("resurrecting"); Res.saved.append(s)
o = Res(); del o; print(len(Res.saved)); Res.saved.clear(); print("finalized once")
class Err:
    def __del__(s): raise ValueError("in del")
hook = sys.unraisablehook; sys.unraisablehook = lambda u: print("unraisable", type(u.exc_value).__name__, u.exc_value, u.err_msg.split(" <")[0], getattr(u.object, "__qualname__", "no object")); e = Err(); del e; c = N("c"); wc = weakref.ref(c, lambda r: 1 / 0); del c; sys.unraisablehook = hook
f1 = weakref.finalize(n := N("fin"), print, "finalizer", 1, end=".\n"); print(f1.alive, f1.peek()[1:3], f1.atexit); del n; print(f1.alive, f1(), f1.peek(), f1.detach()); n = N("det"); f2 = weakref.finalize(n, print, "never"); print(f2.detach()[2], f2.alive); del n; n = N("call"); f3 = weakref.finalize(n, lambda: "result"); print(f3(), f3()); del n
cyc = N("cycle"); cyc.me = cyc; wr = watch(cyc, "cycle"); del cyc; print("collect", gc.collect() > 0, wr()); p, q = N("p"), N("q"); p.o, q.o = q, p; wp = weakref.ref(p); del p, q; print(wp() is not None); gc.collect(); print(wp())
vd = weakref.WeakValueDictionary(); kd = weakref.WeakKeyDictionary(); ws = weakref.WeakSet(); k = N("k"); vd["v"] = k; kd[k] = "val"; ws.add(k); print(len(vd), len(kd), len(ws), vd["v"], kd[k], k in ws, list(vd.items()), list(kd.keys())); del k; print(len(vd), len(kd), len(ws), vd.get("v"))
k = N("it"); vd["a"] = k
for key in vd: print("iterating", key)
del key, k; print(dict(vd)); m = N("method"); m.f = f; wm = weakref.WeakMethod(m.__repr__); print(wm()(), weakref.ref(m.__repr__)()); del m; print(wm())
px = weakref.proxy(n := N("proxied")); print(px.n, repr(px)[:5] != "", type(px).__name__, px == px, bool(px)); px.new = 1; print(n.new); del n
try: px.n
except ReferenceError as e: print(e)
for bad in (5, "s", None, (), [], {}, object(), len, 1.5):
    try: weakref.ref(bad); print(type(bad).__name__, "fine")
    except TypeError as e: print(e)
class Ex:
    def __enter__(s): return N("with")
    def __exit__(s, *a): print("exit")
with Ex() as v: pass
v = None
for i in [N("f1"), N("f2")]: print("loop", i)
print("loop done"); del i; [print("comp", c) for c in [N("c1")]]; print("comp done"); a1, *a2 = N("u1"), N("u2"), N("u3"); a2 = None; a1 = None; z1 = N("swap1"); z2 = N("swap2"); z1, z2 = z2, z1; del z1; print("z2 left", z2); z2 = None; print("end"); last = N("at exit")
