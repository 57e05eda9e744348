# What a for loop may assign to, and what happens to the names afterwards.
def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
class Box: pass
b = Box()
items = [0] * 3
for b.value in range(3): pass
for items[1] in "xyz": pass
for items[0:1] in ([1, 2], [3]): print(items)
print(b.value, items)
for a, (c, *d) in [(1, "abc"), (2, [3, 4]), (3, {5: 6})]: print(a, c, d)
for [a, c] in zip("ab", "cd"): print(a + c)
for *first, last in ["xyz", [1], (1, 2)]: print(first, last)
for i in []: pass
print(i if "i" in globals() else "i was never bound")
for i in range(3): i = i * 10; print(i)
print(i)
for i in *[1, 2], 3: print(i, end=" ")
else: print("done")
def each(iterable):
    for x in iterable: yield x
show(lambda: list(each(5)))
show(lambda: list(each(None)))
class BadIter:
    def __iter__(self): return 5
show(lambda: list(each(BadIter())))
class NoNext:
    __iter__ = None
show(lambda: list(each(NoNext())))
class Old:
    def __getitem__(self, i):
        if i == 3: raise IndexError
        return i * i
print(list(each(Old())))
class Unpack:
    def run(self, value):
        a, b = value
        return a, b
for v in ([1], [1, 2, 3], 5, "ab", "a", {1: 2, 3: 4}, (x for x in range(5)), range(3), None, {1}, b"xy"): show(Unpack().run, v)
def three(v):
    a, *b, c = v
    return a, b, c
for v in ([1], [1, 2], range(5), "", (i for i in ())): show(three, v)
numbers = [1, 2, 3, 4]
for n in numbers:
    if n % 2: numbers.remove(n)
print(numbers)
d = {1: 1, 2: 2}
try:
    for k in d: d[k + 10] = 0
except RuntimeError as e: print(e, d)
try:
    for k in d: del d[k]; d[k] = 1; break
    for k in d: del d[k]
except RuntimeError as e: print(e, d)
s = {1, 2}
try:
    for k in s: s.add(k + 10)
except RuntimeError as e: print(e)
