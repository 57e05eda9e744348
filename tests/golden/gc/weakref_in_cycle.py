import gc
from _weakref import ref
gc.disable()
class A: pass
def inner():
    a = A()
    a.me = a
    a.r = ref(a, lambda r: print("trash weakref's callback must not run"))
def outer():
    a = A()
    a.me = a
    return ref(a, lambda r: print("outer callback", r() is None))
inner()
r = outer()
gc.collect()
print(r(), r.__callback__ is not None)
class B:
    def __del__(self): print("del sees", w())
b = B()
b.b = b
w = ref(b)
del b
gc.collect()
