from _weakref import ref
class A: pass
a = A()
r = ref(a)
print(r() is a, r == ref(a), r is ref(a))
b = a
del a
print(r() is b)
del b
print(r(), r() is None)
