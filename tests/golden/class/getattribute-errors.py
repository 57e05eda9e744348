def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Messages of attribute access on classes, instances and modules.
class A:
    x = 1
    @property
    def p(self): return 1
    def m(self): pass
class S: __slots__ = ()
class Outer:
    class Inner: pass
import math
for o in (A(), A, S(), Outer.Inner(), Outer.Inner, 5, "s", None, [], len, math, (1).__add__, A().m, type, object(), lambda: 0, super(A, A()), ...):
    name = getattr(o, "__name__", type(o).__name__)
    print(name)
    show(getattr, o, "zzz")
    show(setattr, o, "zzz", 1) if not isinstance(o, type(math)) else None
    show(delattr, o, "zzz")
    show(delattr, o, "zzz")
show(getattr, A(), 1)
show(setattr, A(), 1, 2)
show(delattr, A(), 1)
show(getattr, A(), "p", 1, 2)
show(setattr, A(), "p", 1)
show(delattr, A(), "p")
show(setattr, S(), "__class__", 1)
show(delattr, A(), "x")
show(setattr, S(), "__doc__", 1)
show(setattr, A(), "__weakref__", 1)
try:
    A().zork
except AttributeError as e:
    print(e.name, type(e.obj).__name__, e.args)
try:
    A.zork
except AttributeError as e:
    print(e.name, e.obj, e.args)
try:
    math.zork
except AttributeError as e:
    print(e.name, e.obj.__name__, e.args)
