# The order of iteration follows the table: growth, deletions, pop's finger.
s = set(range(12))
for i in (3, 7, 0):
    s.remove(i)
print(list(s))
s.add(100)
s.add(-5)
s.add(3)
print(list(s))
print([s.pop() for _ in range(5)], list(s))
s.update(range(40, 60, 3))
print(list(s))
t = {i * 8 for i in range(30)}
print(list(t))
t -= {i * 16 for i in range(30)}
print(list(t))
t &= set(range(0, 300, 24))
print(list(t))
u = set()
for i in range(0, 2000, 37):
    u.add(i * i % 1009)
    if i % 3 == 0:
        u.discard(i % 1009)
print(list(u))
print(list(u ^ set(range(0, 1000, 3))))
print(list({2**32 * i + i for i in range(12)}))
print(list({-i for i in range(20)}))
x = set(range(200))
for i in range(150):
    x.pop()
print(list(x), len(x))
y = x.copy()
print(list(y))
y |= {1000, 2000, 3000}
print(list(y))
