# The tables of a program, block by block.
import symtable
source = """
import os, sys as system
from a import b as c
GLOBAL = 1
def f(p, /, q=GLOBAL, *args, kw: int = 2, **rest) -> str:
    global G
    local = p
    def inner():
        nonlocal local
        local = args
        return [i for i in rest if i in local]
    class K(Base, metaclass=M):
        attr: int = 1
        __private = 2
        def method(self): return __class__, self.__private, attr
    lam = lambda z, *, y=1: z + free
    gen = (n for n in q)
    return inner, K
type Alias[T: int, *Ts, **P] = dict[T, P]
def generic[T](x: T) -> T: return x
class Gen[U]: pass
try: pass
except E as exc: del exc
(walrus := 1)
x: undefined
"""
def show(t, depth=0):
    pad = "  " * depth
    print(pad, t.get_type(), t.get_name(), t.get_lineno(), t.is_optimized(), t.is_nested(), t.has_children(), sorted(t.get_identifiers()))
    if isinstance(t, symtable.Function): print(pad, "  function", t.get_parameters(), t.get_locals(), t.get_globals(), t.get_nonlocals(), t.get_frees())
    if isinstance(t, symtable.Class): print(pad, "  class", repr(t).split(" in ")[0])
    for s in sorted(t.get_symbols(), key=lambda s: s.get_name()):
        print(pad, "  -", s.get_name(), [m for m in ("is_referenced", "is_parameter", "is_type_parameter", "is_global", "is_nonlocal", "is_declared_global", "is_local", "is_annotated", "is_free", "is_free_class", "is_imported", "is_assigned", "is_comp_iter", "is_comp_cell", "is_namespace") if getattr(s, m)()], len(s.get_namespaces()))
    for c in t.get_children(): show(c, depth + 1)
show(symtable.symtable(source, "prog.py", "exec"))
