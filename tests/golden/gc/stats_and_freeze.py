import gc
gc.collect()
before = gc.get_stats()
print(len(before), sorted(before[0]))
gc.collect(0)
gc.collect(2)
l = []
l.append(l)
del l
gc.collect()
after = gc.get_stats()
print([b["collections"] - a["collections"] for a, b in zip(before, after)], after[2]["collected"] - before[2]["collected"])
print(gc.get_freeze_count())
x = []
gc.freeze()
print(gc.get_freeze_count() > 100, gc.get_objects() != None, len(gc.get_objects(2)))
x.append(x)
del x
print(gc.collect())
gc.unfreeze()
print(gc.get_freeze_count(), gc.collect() >= 1)
