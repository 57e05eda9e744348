import gc
class Node:
    __slots__ = "next"
    def __init__(self, next): self.next = next
n = None
for i in range(100000):
    n = Node(n)
del n
print("chain freed")
l = []
for i in range(100000):
    l = [l]
del l
print("nested list freed")
class D:
    count = 0
    def __init__(self, n): self.n = n
    def __del__(self): D.count += 1
d = None
for i in range(20000):
    d = D(d)
del d
print(D.count)
