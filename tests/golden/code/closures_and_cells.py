# Cells, closures, functions made of code objects.
import types
def outer(a, b):
    c = a + b
    def inner(d=1):
        nonlocal c
        c += d
        return a, c
    class K:
        def m(self): return b, __class__
    return inner, K
inner, K = outer(1, 2)
for f in (outer, inner, K.m):
    c = f.__code__; print(c.co_name, c.co_varnames, c.co_cellvars, c.co_freevars, f.__closure__ and [type(x.cell_contents).__name__ for x in f.__closure__])
print(inner(), inner(5), [x.cell_contents for x in inner.__closure__])
cell = types.CellType(); print(repr(cell).split(" at ")[0], cell == types.CellType(), types.CellType(1) < types.CellType(2), types.CellType(1) == types.CellType(1.0))
try: cell.cell_contents
except ValueError as e: print(e)
cell.cell_contents = 3; print(cell.cell_contents); del cell.cell_contents
try: cell.cell_contents
except ValueError as e: print(e)
for args in ((1, 2), ):
    try: types.CellType(*args)
    except TypeError as e: print(e)
try: types.CellType(x=1)
except TypeError as e: print(e)
g = types.FunctionType(inner.__code__, {}, "renamed", (7,), tuple(types.CellType(v) for v in (10, 20))); print(g(), g(), g.__name__, g.__qualname__)
try: hash(cell)
except TypeError as e: print(e)
fs = [lambda: i for i in range(3)]; print([f() for f in fs], fs[0].__closure__[0] is fs[1].__closure__[0])
code = compile("def f(x):\n    def g(): return x\n    return g", "m", "exec"); f = code.co_consts[0]; print(f.co_cellvars, f.co_consts[0].co_freevars, f.co_consts[0].co_flags & 16)
def gen():
    x = yield
    yield lambda: x
it = gen(); next(it); print(it.send("sent")())
