import copy
import io
import pickle
from array import array

a = array("i", range(6))
a.append(6)
a.extend([7, 8])
a.extend(array("i", [9]))
a.insert(0, -1)
a.insert(-1, 99)
a.insert(100, 100)
print(a)
a.remove(99)
a.reverse()
print(a)
a[0] = 42
a[1:3] = array("i", [7, 7, 7, 7])
print(a)
del a[::3]
print(a)
a[::2] = array("i", [0] * len(a[::2]))
print(a)
for bad in (lambda: a.__setitem__(slice(0, 2), [1]), lambda: a.__setitem__(slice(None, None, 2), array("i", [1])), lambda: a.__setitem__(99, 1), lambda: a.__delitem__(99)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
a += array("i", [5])
a *= 2
print(a)
a.byteswap()
print(a[:2])
view = memoryview(a)
try:
    a.append(1)
except BufferError as e:
    print(e)
view.release()
a.clear()
print(a, len(a))
f = io.BytesIO()
array("H", [1, 2, 300]).tofile(f)
print(f.getvalue())
f.seek(0)
b = array("H")
b.fromfile(f, 2)
print(b)
try:
    b.fromfile(f, 2)
except EOFError as e:
    print(e, b)


class Sub(array):
    pass


s = Sub("d", [1.5])
s.note = "kept"
t = pickle.loads(pickle.dumps(s))
print(t, t.note, type(t) is Sub)
print(copy.copy(s), copy.deepcopy(array("w", "ab")))
for protocol in range(6):
    print(pickle.loads(pickle.dumps(array("q", [-1, 2**40]), protocol)))
