def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# __del__: order, resurrection, errors; subclasses disappear with their class.
import gc
import sys
log = []
class A:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(self.n)
a = A(1)
del a
print(log)
a = b = A(2)
del a
print(log)
b = None
print(log)
x = [A(3), A(4)]
del x
print(log)
d = {"k": A(5)}
d.clear()
print(log)
def f():
    l = A(6)
    m = A(7)
f()
print(log)
c1, c2 = A(8), A(9)
c1.o, c2.o = c2, c1
del c1, c2
n = gc.collect()
print(sorted(log), n >= 2)
keep = []
class R:
    def __del__(self): keep.append(self)
R()
print(len(keep), type(keep[0]).__name__)
keep.clear()
print(len(keep))
class Sub(A):
    def __del__(self):
        log.append("sub")
        super().__del__()
Sub(10)
print(log[-2:])
class P: pass
class Q(P): pass
print([c.__name__ for c in P.__subclasses__()])
del Q
gc.collect()
print(P.__subclasses__())
def hook(u): print("unraisable:", type(u.exc_value).__name__, u.exc_value, u.object.__qualname__ if hasattr(u.object, "__qualname__") else u.object)
sys.unraisablehook = hook
class E:
    def __del__(self): 1 / 0
E()
print("after")
