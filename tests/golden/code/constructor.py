# types.CodeType(...): order and checks of its arguments.
import types
Code = types.CodeType
base = [0, 0, 0, 0, 1, 3, b"\x80\x00R\x00#\x00", (None,), (), (), "file", "name", "qual.name", 7, b"\xf0\x00\x00", b""]
def t(*changes, extra=(), drop=0):
    args = base[:len(base) - drop] + list(extra)
    for i, v in changes: args[i] = v
    try:
        c = Code(*args); print(repr(c).split(" at ")[0], c.co_firstlineno, c.co_varnames, c.co_cellvars, c.co_freevars)
    except Exception as e: print(type(e).__name__, e)
t(); t(drop=1); t(extra=(("f",), ("c",))); t(extra=((), (), 1)); t(extra=(1,)); t(extra=((1,),))
for i, v in enumerate([-1, 1, -1, 3, "x", None, "code", [], [], ["a"], b"", 1, None, "x", "", ""]): t((i, v))
t((0, 1), (3, 1), (9, ("a",))); t((0, 2), (3, 1), (9, ("a",))); t((3, 2), (9, ("a", "b")), extra=(("z",), ("b", "q"))); t((9, (1,))); t((8, (b"x",))); t((6, b"abc")); t((4, 2**40))
class S(str): pass
t((11, S("sub"))); t((9, (S("v"),)), (3, 1))
def f(a, b): return a - b
c = f.__code__
d = Code(c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_stacksize, c.co_flags, c.co_code, c.co_consts, c.co_names, c.co_varnames, c.co_filename, c.co_name, c.co_qualname, c.co_firstlineno, c.co_linetable, c.co_exceptiontable, c.co_freevars, c.co_cellvars)
print(d == c, d is c, hash(d) == hash(c), types.FunctionType(d, {})(5, 3))
try: Code(x=1)
except TypeError as e: print(e)
print(Code.__text_signature__); print(Code.__doc__)
print(c != d, c == 1, c == f, {c: 1}[d])
try: c < d
except TypeError as e: print(e)
