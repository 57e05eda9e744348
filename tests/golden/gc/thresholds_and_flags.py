def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

import gc
print(gc.get_threshold(), gc.isenabled(), gc.get_debug())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled())
gc.set_threshold(100, 5, 2)
print(gc.get_threshold())
gc.set_threshold(50)
print(gc.get_threshold())
gc.set_threshold(0)
print(gc.get_threshold(), gc.isenabled())
for args in ((), ("a",), (1, 2, 3, 4), (2**40,)):
    attempt(gc.set_threshold, *args)
attempt(gc.set_debug)
attempt(gc.set_debug, "a")
for args in ((3,), (-1,), ("a",), (1, 2)):
    attempt(gc.collect, *args)
attempt(gc.get_objects, 3)
attempt(gc.get_objects, -2)
attempt(gc.get_objects, "a")
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.get_debug())
gc.set_debug(0)
