import gc
from _weakref import ref
gc.disable()
class B(bytearray): pass
b = B(b"abc")
b.view = memoryview(b)
r = ref(b)
del b
print(r() is not None)
gc.collect()
print(r())
m = memoryview(b"x")
w = ref(m)
print(w() is m)
del m
print(w())
print(gc.is_tracked(memoryview(b"")))
