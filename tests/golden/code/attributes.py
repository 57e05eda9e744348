# Attributes of code objects.
def outer(a, b=1, /, c=2, *args, d, e=3, **kw):
    "doc"
    x = a + b
    def inner(y):
        nonlocal x
        x = y
        return lambda: (x, a)
    return inner, [i for i in args if i != x], "text", 1.5, (1, 2), frozenset((1,)), 10**20, b"b", ..., None, True
def gen(): yield
async def coro(): pass
async def agen(): yield
class C:
    def m(self): return __class__
codes = [outer.__code__, outer.__code__.co_consts[1], gen.__code__, coro.__code__, agen.__code__, C.m.__code__, (lambda q: q).__code__, compile("x = 1\ny", "file.py", "exec"), compile("1", "e", "eval")]
for c in codes:
    if not hasattr(c, "co_name"): print("not code", c); continue
    print(c.co_name, c.co_qualname, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_stacksize, hex(c.co_flags), c.co_firstlineno)
    print("  ", c.co_varnames, c.co_names, c.co_cellvars, c.co_freevars)
    print("  ", [k if not hasattr(k, "co_name") else "code " + k.co_name for k in c.co_consts])
    print("  ", c.co_code.hex(), c.co_linetable.hex(), c.co_exceptiontable.hex())
c = outer.__code__
print(c.co_consts is c.co_consts, c.co_code is c.co_code, c.co_varnames is c.co_varnames, c.co_names is c.co_names, c.co_linetable is c.co_linetable)
print(repr(c).split(" at 0x")[0], repr(c).rsplit(",", 1)[1])
for name in ("co_name", "co_code", "co_varnames", "co_consts"):
    try: setattr(c, name, 1)
    except Exception as e: print(type(e).__name__, e)
print([c._varname_from_oparg(i) for i in range(c.co_nlocals)])
try: c._varname_from_oparg(99)
except IndexError as e: print(e)
