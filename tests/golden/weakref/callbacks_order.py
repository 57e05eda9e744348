from _weakref import ref
class A: pass
log = []
a = A()
refs = [ref(a, lambda r, n=n: log.append((n, r() is None, r is refs[n]))) for n in range(4)]
print(refs[0].__callback__ is not None)
del a
print(log)
print(refs[0].__callback__, refs[0]())
a = A()
r = ref(a, lambda r: log.append("never"))
del r
del a
print(len(log))
