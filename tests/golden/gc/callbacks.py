import gc
gc.collect()
gc.disable()
log = []
def cb(phase, info):
    log.append((phase, info["generation"], info["uncollectable"], info["collected"]))
gc.callbacks.append(cb)
l = []
l.append(l)
del l
gc.collect()
gc.collect(0)
gc.collect(generation=1)
gc.callbacks.remove(cb)
for entry in log:
    print(entry)
print(gc.callbacks)
