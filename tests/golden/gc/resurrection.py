import gc
gc.disable()
saved = []
class A:
    def __init__(self): self.me = self
    def __del__(self):
        print("del")
        saved.append(self)
a = A()
print(gc.is_finalized(a))
del a
gc.collect()
print(len(saved), gc.is_finalized(saved[0]))
saved.clear()
print(gc.collect() > 0)
print("second time silent")
class B:
    def __del__(self):
        saved.append(self)
B()
print(gc.is_finalized(saved[0]), len(saved))
saved.clear()
print(len(saved))
