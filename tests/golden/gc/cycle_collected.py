import gc
gc.disable()
gc.collect()
class A:
    def __del__(self): print("del")
a = A()
a.self = a
del a
print("before")
print(gc.collect() >= 1)
print(gc.collect())
l = []
l.append(l)
del l
print(gc.collect())
d = {}
d[1] = d
del d
print(gc.collect())
t = ([],)
t[0].append(t)
del t
print(gc.collect())
