def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
print([x * y for x in range(3) for y in range(3) if x != y if y], {x: y for x, y in zip("abc", range(3))}, {len(w) for w in "a bb cc ddd".split()}, sum(x for x in range(5)))
print([[j for j in range(i)] for i in range(4)], [(lambda: x)() for x in range(3)], [x for x in [y for y in "ab"]], [*(i for i in range(2)), *[j for j in "z"]])
print({k: [v for v in range(k)] for k in range(3)}, {(i, j): i ^ j for i in range(2) for j in range(2)}, [i for i, in [(1,), (2,)]], [a for a, *b in ["xyz", "pq"]], [b for a, *b in ["xyz", "p"]])
x = "outer"
print([x for x in range(3)], x, [x for _ in range(2)], [(x := i) for i in range(3)], x)
class C:
    n = 3
    squares = [i * i for i in range(n)]
    try: bad = [n for _ in range(n)]
    except NameError as e: bad = str(e)
    nested = [[a for a in range(b)] for b in range(n)]
    names = [locals().keys() >= {"n"} for _ in range(1)]
print(C.squares, C.bad, C.nested, C.names)
def f():
    local = 5
    data = [local + i for i in range(3)], {local for _ in "ab"}, [locals()["local"] for _ in range(1)]
    fs = [lambda: i + local for i in range(3)]
    local = 10
    return data, [g() for g in fs], [sorted(locals()) for i in range(1)]
print(f())
def log(x): print("log", x, end=" "); return x
print([log(i) for i in log(range(2)) if log(True)], {log("k"): log("v") for _ in range(1)})
g = (log(i) for i in log([1, 2])); print("created"); print(next(g), list(g))
show(lambda: (i for i in 5)); show(lambda: [i for i in 5]); show(lambda: {i: 1 for i in [[]]}); show(lambda: {i for i in [{}]}); show(lambda: [1 / i for i in (1, 0)]); show(lambda: [a for a, b in [(1, 2), (3,)]]); show(lambda: list(1 // i for i in (1, 0))); show(lambda: [undefined for _ in [1]]); show(lambda: [i for i in range(3) if i.bad])
print([i for i in range(20) if i % 2 if i % 3], [i if i % 2 else -i for i in range(5)], [i for i in (lambda: [1, 2])()], [y for x in range(3) if x for y in [x] * x])
print(sorted({c for c in "hello world" if c.isalpha()}), {c: "hello".count(c) for c in "hello"}, {v: k for k, v in {"a": 1, "b": 1}.items()})
import asyncio
async def agen(n):
    for i in range(n): yield i
async def main():
    print([i async for i in agen(3)], {i: i async for i in agen(2)}, {i async for i in agen(2) if i}, [i + j async for i in agen(2) for j in range(2)], [await asyncio.sleep(0, i) for i in range(2)], [x async for x in (y async for y in agen(2))])
    g = (i async for i in agen(2)); print(type(g).__name__, [i async for i in g])
    try: [i async for i in [1]]
    except TypeError as e: print(e)
    try: [i for i in agen(1)]
    except TypeError as e: print(e)
asyncio.run(main())
for s in ("[i for i in range(3) := 1]", "[x := 1 for x in y]", "[*a for a in b]", "{**a for a in b}", "[a, b for a in b]", "{a: b, c for d in e}", "f(a for a in b, c)", "f(c, a for a in b)", "[for x in y]", "[x for x in]", "[x for in y]", "[x for 1 in y]", "[x for x in y if]", "(x for x)", "{a:b for c in d, e}", "[i for i in a, b]", "[i async for i in x]", "lambda: [await x for x in y]", "class A: [x := 1 for i in y]", "[i for i in (i := 5)]", "[x for f() in y]", "{x: y for x: y in z}", "f(x for x in y for z)"):
    try: compile(s, "s", "exec"); print("ok", s)
    except SyntaxError as e: print(s, "->", e.msg)
