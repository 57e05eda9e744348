# code.replace: every field, and what it refuses.
def f(a, b=2, *, c=3):
    x = a
    return (lambda: x + y), "const"
y = 10
c = f.__code__
print(c.replace() == c, c.replace() is c, hash(c.replace()) == hash(c))
for k, v in dict(co_name="g", co_qualname="q.g", co_filename="other.py", co_firstlineno=99, co_flags=c.co_flags | 0x10, co_stacksize=c.co_stacksize + 1, co_consts=c.co_consts + (1,), co_names=("z",) * len(c.co_names), co_varnames=("p", "q", "r"), co_linetable=b"", co_exceptiontable=b"").items():
    d = c.replace(**{k: v}); print(k, getattr(d, k) == v, d == c, hash(d) == hash(c) if d == c else "")
for k, v in dict(co_name=1, co_argcount=-1, co_posonlyargcount=5, co_kwonlyargcount="x", co_nlocals=9, co_stacksize=-1, co_flags=None, co_code="x", co_consts=[1], co_names=(1,), co_varnames=("a",), co_freevars=("q",), co_cellvars=(), co_filename=b"f", co_firstlineno=-1, co_linetable=1, foo=1).items():
    try: print(k, getattr(c.replace(**{k: v}), k))
    except Exception as e: print(k, type(e).__name__, e)
try: c.replace(1)
except TypeError as e: print(e)
import copy
print(copy.replace(c, co_name="copied").co_name)
def g(): return "old"
g.__code__ = g.__code__.replace(co_consts=tuple("new" if k == "old" else k for k in g.__code__.co_consts)); print(g())
k = g.__code__.replace(co_consts=([1, 2],) + g.__code__.co_consts[1:]); print(k.co_consts)
import marshal
print(marshal.loads(marshal.dumps(c)) == c, marshal.loads(marshal.dumps(c.replace(co_consts=(None, ("x",) + c.co_consts[1:]) ))).co_consts[1][0])
