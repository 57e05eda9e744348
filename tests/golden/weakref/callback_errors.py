import sys
from _weakref import ref
class A: pass
def cb(r):
    raise ValueError("inside")
seen = []
def hook(u):
    seen.append((u.exc_type.__name__, str(u.exc_value), u.err_msg.split(" <")[0], u.object))
sys.unraisablehook = hook
a = A()
r = ref(a, cb)
q = ref(a, lambda r: print("second callback runs"))
del a
print(seen)
