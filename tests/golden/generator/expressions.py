# Generator expressions: laziness, scopes, nesting, the underlying iterator.
def noisy(name, items):
    for i in items:
        print("take", name, i)
        yield i


g = (x * y for x in noisy("a", [1, 2]) for y in noisy("b", [3, 4]) if x + y != 5)
print(g.__name__, g.__qualname__)
print(next(g))
print(list(g))
print(sum(i for i in range(5)), max((len(w) for w in ("a", "bbb")), default=0), any(x > 3 for x in range(10)))


class C:
    base = 3
    items = [i * 2 for i in range(base)]
    first = list(i for i in range(base))


print(C.items, C.first)
try:
    (x for x in 5)
except TypeError as e:
    print(e)
n = 10
g = (n for _ in range(2))
n = 20
print(list(g))
funcs = [lambda: i for i in range(3)]
print([f() for f in funcs])
g = ((yield_ for yield_ in range(i)) for i in range(3))
print([list(x) for x in g])
print({k: v for k, v in zip("ab", (i * i for i in range(2)))}, sorted({c for c in "hello"}))
g = (print("side", i) or i for i in range(3))
print(next(g), sorted(g.gi_frame.f_locals))
g.close()
print(list(g))
print(next((x for x in []), "default"))
a, *b = (i for i in range(4))
print(a, b)
print([y := 5, y**2, [y for y in range(3)], y])
print(list((lambda k: (k + i for i in range(2)))(7)))
