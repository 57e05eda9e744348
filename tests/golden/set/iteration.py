def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Iterators: length hints, changes on the way, exhaustion.
s = {1, 2, 3}
it = iter(s)
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), it.__length_hint__(), list(it))
it = iter(s)
next(it)
s.add(4)
show(next, it)
show(next, it)
s.remove(4)
show(next, it)
print(it.__length_hint__())
show(lambda: [s.discard(x) for x in s])
s = {1, 2, 3}
for x in list(s):
    s.discard(x)
print(s, iter(s) is not iter(s), type(iter(s)).__name__)
it = iter({1, 2, 3})
next(it)
r = it.__reduce__()
print(r[0] is iter, r[1])
show(type(it))
d = set(range(5))
t = 0
for x in d:
    t += x
print(t, sum(d), max(d), sorted(d, reverse=True), list(map(str, d)))
