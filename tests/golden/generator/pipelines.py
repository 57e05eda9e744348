# Generators that feed each other: lines, tokens, windows, trees, permutations, primes, flattening.
def lines(text): yield from text.splitlines()
def numbered(it): yield from ((i, l) for i, l in enumerate(it, 1))
def nonempty(it): return (l for l in it if l.strip())
def words(it):
    for l in it:
        for w in l.split(): yield w.strip(".,!").lower()
text = "The quick fox.\n\njumps over the dog,\n  the end!\n"
print(list(numbered(nonempty(lines(text)))), list(words(lines(text))))
def window(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n: yield tuple(buf); buf.pop(0)
print(list(window(range(5), 3)), list(window("ab", 3)))
class Tree:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
    def depth(self, d=0):
        yield d, self.v
        for k in self.kids: yield from k.depth(d + 1)
t = Tree(1, Tree(2, Tree(3)), Tree(4, Tree(5), Tree(6, Tree(7))))
print(list(t)); [print("  " * d + str(v)) for d, v in t.depth()]
def permutations(items):
    if not items: yield []
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]): yield [x, *rest]
print(["".join(p) for p in permutations("abc")])
def primes():
    composites, n = {}, 2
    while True:
        factors = composites.pop(n, None)
        if factors is None: yield n; composites[n * n] = [n]
        else:
            for p in factors: composites.setdefault(n + p, []).append(p)
        n += 1
from itertools import takewhile; print(list(takewhile(lambda p: p < 60, primes())))
def flatten(x):
    if isinstance(x, (list, tuple)):
        for y in x: yield from flatten(y)
    else: yield x
print(list(flatten([1, [2, (3, [[4]], 5)], [], 6])))
def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None: return count, average
        total += value; count += 1; average = total / count
def grouper(results, key):
    while True: results[key] = yield from averager()
results = {}
for key, values in {"a": [1, 2, 3], "b": [10.5, 20]}.items():
    g = grouper(results, key); next(g)
    for v in values: g.send(v)
    g.send(None)
print(results)
def scheduler(tasks):
    while tasks:
        task = tasks.pop(0)
        try: print(next(task), end=" ")
        except StopIteration as s: print(f"[{s.value}]", end=" "); continue
        tasks.append(task)
def task(name, n):
    for i in range(n): yield f"{name}{i}"
    return name + " done"
scheduler([task("a", 2), task("b", 3), task("c", 1)]); print()
def hanoi(n, a="A", b="B", c="C"):
    if n: yield from hanoi(n - 1, a, c, b); yield a + c; yield from hanoi(n - 1, b, a, c)
print(*hanoi(3)); print(len(list(hanoi(8))))
def collatz(n):
    while n != 1: yield n; n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1
print(*collatz(7)); print(max(range(1, 100), key=lambda n: sum(1 for _ in collatz(n))))
