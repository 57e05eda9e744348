import gc
gc.disable()
class A:
    def __init__(self): self.a = self
    def __del__(self):
        print("inner collect:", gc.collect())
        x = []
        x.append(x)
a = A()
del a
print(gc.collect() > 0)
print(gc.collect() > 0)
print(gc.collect())
