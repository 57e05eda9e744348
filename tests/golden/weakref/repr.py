from _weakref import ref
class A: pass
class B:
    __name__ = "own name"
class C:
    __name__ = 5
def shape(r):
    import_free = repr(r)
    out = ""
    for part in import_free.replace(">", " >").replace(";", " ;").split(" "):
        out += ("ADDR" if part.startswith("0x") else part) + " "
    return out
for o in (A(), B(), C(), A, len, shape):
    print(shape(ref(o)))
    r = ref(o)
a = A()
r = ref(a)
del a
print(shape(r))
