import gc
from _weakref import ref
gc.disable()
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n, self.next.n)
a, b, c = A(1), A(2), A(3)
a.next, b.next, c.next = b, c, a
refs = [ref(x, lambda r, n=x.n: print("callback", n, r())) for x in (a, b, c)]
plain = ref(a)
del a, b, c
gc.collect()
print(plain())
