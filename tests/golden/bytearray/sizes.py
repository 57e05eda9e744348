b = bytearray()
print(b.__alloc__(), b.__sizeof__())
sizes = []
for i in range(40):
    b.append(i)
    sizes.append(b.__alloc__())
print(sizes)
for i in range(35):
    b.pop()
print(b.__alloc__(), bytearray(10).__alloc__(), bytearray(b"abc").__alloc__())
q = bytearray(b"abcdef" * 10)
for i in range(20):
    del q[:2]
    q += b"x"
print(q, len(q))
