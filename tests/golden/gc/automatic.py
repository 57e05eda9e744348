import gc
from _weakref import ref
class A: pass
gc.set_threshold(100, 5, 5)
def cycle():
    a = A()
    a.a = a
    return ref(a)
refs = [cycle() for _ in range(2000)]
print(sum(r() is None for r in refs) > 1000)
gc.disable()
refs = [cycle() for _ in range(2000)]
print(sum(r() is None for r in refs))
gc.collect()
print(sum(r() is None for r in refs))
print(gc.get_count()[1:])
