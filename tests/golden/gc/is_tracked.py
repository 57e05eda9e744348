import gc
class A: pass
class S: __slots__ = ()
class I(int): pass
def f(): pass
for o in (1, "a", b"a", 1.5, None, True, (), range(3), object(), bytearray(), int, 2**100):
    print(type(o).__name__, gc.is_tracked(o))
for o in ([], {}, {1: 2}, set(), frozenset([1]), A(), A, S(), I(), f, len, slice(1), iter([]), ([],), f.__code__, gc, ValueError(), str.join, [].append, property()):
    print(type(o).__name__, gc.is_tracked(o))
t = tuple([1, "a"])
u = tuple([t, 2])
v = tuple([[], t])
gc.collect()
gc.collect()
print(gc.is_tracked(t), gc.is_tracked(u), gc.is_tracked(v))
