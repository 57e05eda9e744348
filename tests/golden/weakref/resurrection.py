from _weakref import ref
keep = []
class A:
    def __del__(self):
        print("del, weak reference alive:", r() is self)
        keep.append(self)
a = A()
r = ref(a, lambda r: print("callback"))
del a
print(r() is keep[0])
keep.clear()
print(r())
