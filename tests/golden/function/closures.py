def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
def counter(start=0):
    n = start
    def step(by=1):
        nonlocal n
        n += by
        return n
    step.reset = lambda: reset()
    def reset():
        nonlocal n
        n = start
    return step
a, b = counter(), counter(10)
print(a(), a(), b(), a(5), b(-1)); a.reset(); print(a())
print(a.__closure__ is not None, [c.cell_contents for c in a.__closure__], a.__code__.co_freevars, counter.__code__.co_cellvars)
a.__closure__[0].cell_contents = 100; print(a())
cell = a.__closure__[0]
del cell.cell_contents
show(a); show(lambda: cell.cell_contents)
cell.cell_contents = 1; print(a())
import types
empty = types.CellType(); show(lambda: empty.cell_contents); empty.cell_contents = 3; print(empty == types.CellType(3), empty < types.CellType(4), types.CellType() < empty, types.CellType() == types.CellType())
show(lambda: types.CellType(1, 2)); show(lambda: types.CellType(1) == 1); show(lambda: types.CellType(1) < 1); show(hash, empty) if False else show(lambda: types.CellType(1) < types.CellType("s"))
make = types.FunctionType(a.__code__, {}, "made", (2,), (types.CellType(5),))
print(make(), make(3), make.__name__, make.__defaults__)
for args in ((a.__code__, {}), (a.__code__, {}, None, None, ()), (a.__code__, {}, None, None, (1,)), (a.__code__, {}, None, None, (empty, empty)), (5, {}), (a.__code__, 5), (a.__code__, {}, 5), (a.__code__, {}, None, 5), ((lambda: 1).__code__, {}, None, None, (empty,)), (a.__code__, {}, None, None, 5)):
    show(lambda: types.FunctionType(*args) and "made")
def adders(): return [lambda x, n=n: x + n for n in range(3)], [(lambda n: lambda x: x + n)(n) for n in range(3)], [lambda x: x + n for n in range(3)]
print([[f(10) for f in fs] for fs in adders()])
def deep(n):
    if n == 0: return lambda: "bottom"
    inner = deep(n - 1)
    def wrapper(): return f"{n}({inner()})"
    return wrapper
print(deep(4)())
def accumulate():
    total = 0
    def add(x):
        nonlocal total
        total += x
        return total
    def get(): return total
    return types.SimpleNamespace(add=add, get=get)
acc = accumulate(); [acc.add(i) for i in range(5)]; print(acc.get(), acc.add.__closure__[0] is acc.get.__closure__[0])
def cls_closure(x):
    class C:
        y = x
        def get(self): return x
        @staticmethod
        def change(v):
            nonlocal x
            x = v
    return C
C = cls_closure(1); C.change(5); print(C.y, C().get())
def loop():
    out = []
    for i in range(3):
        def f(): return i
        out.append(f)
    i = "changed"
    return [f() for f in out]
print(loop())
def exc():
    try: 1 / 0
    except ZeroDivisionError as e: return lambda: e
show(exc())
def mutual():
    def even(n): return n == 0 or odd(n - 1)
    def odd(n): return n != 0 and even(n - 1)
    return even
print(mutual()(10), mutual()(7))
