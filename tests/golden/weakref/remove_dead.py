def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

from _weakref import ref, _remove_dead_weakref
class A: pass
a = A()
d = {"live": ref(a), "other": 1}
b = A()
d["dead"] = ref(b)
del b
_remove_dead_weakref(d, "live")
_remove_dead_weakref(d, "dead")
_remove_dead_weakref(d, "missing")
print(sorted(d))
attempt(_remove_dead_weakref, d, "other")
attempt(_remove_dead_weakref, 1, 2)
attempt(_remove_dead_weakref, d)
attempt(_remove_dead_weakref, d, [])
