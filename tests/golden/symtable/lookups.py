# lookup, namespaces, repr, errors.
import symtable
top = symtable.symtable("def f(a): return a\nf = 1\nclass C:\n    def f(self): pass\n    x = f\nprint(C)", "t.py", "exec")
print(top, top.get_id() == top.get_id(), top.get_name(), top.get_type())
f = top.lookup("f"); print(f, f.is_namespace(), len(f.get_namespaces()), f.is_global(), f.is_local(), f.is_assigned())
try: f.get_namespace()
except ValueError as e: print(e)
C = top.lookup("C"); print(C, C.get_namespace(), C.get_namespace().get_name())
try: print(top.lookup("print").get_namespace())
except ValueError as e: print(e)
try: top.lookup("missing")
except KeyError as e: print("KeyError", e)
print(top.get_children()[0] is top.get_children()[0], [c.get_name() for c in top.get_children()])
print(repr(top.lookup("C")), repr(top.get_children()[0]), repr(top.get_children()[1]))
print(top.get_children()[1].lookup("a"), top.get_children()[1].get_parameters(), top.get_children()[1].get_locals())
for args in (("a b", "f", "exec"), ("a", "f", "nope"), (1, "f", "exec"), ("x = 1", "f", "eval"), ("def f(a, a): pass", "f", "exec"), ("nonlocal x", "f", "exec"), ("def f():\n x\n global x", "f", "exec"), ("", "f", "exec"), (b"x", b"f", "exec"), ("a; b", "f", "single"), ("return", "f", "exec")):
    try: print(symtable.symtable(*args))
    except Exception as e: print(type(e).__name__, e)
import _symtable
print({k: getattr(_symtable, k) for k in sorted(dir(_symtable)) if k.isupper()})
t = _symtable.symtable("x = [y for y in z]", "f", "exec"); print(t.name, t.type, t.nested, t.lineno, t.symbols, t.varnames, t.children, repr(t).split("(")[0], isinstance(t.id, int))
