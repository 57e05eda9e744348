import gc
gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
class A: pass
a = A()
a.a = a
del a
l = []
l.append(l)
del l
print(gc.collect())
gc.set_debug(0)
print([type(o).__name__ for o in gc.garbage], gc.garbage[0].a is gc.garbage[0], gc.garbage[1][0] is gc.garbage[1])
gc.garbage.clear()
print(gc.collect() > 0, gc.garbage)
