def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

b = bytearray(b"abc")
b.append(100); b.extend(b"ef"); b.extend([103]); b.extend(b); print(b)
b = bytearray(b"abc")
b.insert(0, 120); b.insert(100, 121); b.insert(-100, 122); print(b)
print(b.pop(), b.pop(0), b.pop(-2), b)
b.remove(97); print(b)
b = bytearray(b"hello"); b.reverse(); print(b); b.clear(); print(b, len(b))
b = bytearray(b"xyz"); c = b.copy(); c.append(1); print(b, c)
b.resize(5); print(b); b.resize(2); print(b)
b += b"123"; print(b); b *= 2; print(b); b *= 0; print(b)
b = bytearray(b"q")
for f, args in ((b.append, ("a",)), (b.append, (256,)), (b.append, ()), (b.extend, ("a",)), (b.extend, (1,)), (b.extend, ([1, 256],)), (b.extend, ([1, "a"],)), (b.insert, (0, 256)), (b.insert, ("a", 1)), (b.pop, (10,)), (b.pop, ("a",)), (bytearray().pop, ()), (b.remove, (1,)), (b.remove, (256,)), (b.remove, ("a",)), (b.resize, (-1,)), (b.resize, ("a",)), (b.__iadd__, (1,)), (b.__iadd__, ("a",)), (b.__iadd__, ([1],))):
    attempt(f, *args)
print(b)
