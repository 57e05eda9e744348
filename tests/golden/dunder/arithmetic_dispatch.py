# Which method answers a binary operator: left, right, subclass, in place, absent.
import operator
def show(f, *a):
    try: print(repr(f(*a)))
    except Exception as e: print(type(e).__name__ + ":", e)
NAMES = {"add": "+", "sub": "-", "mul": "*", "matmul": "@", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "lshift": "<<", "rshift": ">>", "and": "&", "or": "|", "xor": "^"}
def make(name, answers, base=object):
    def method(op):
        def m(self, other): print(f"{name}.__{op}__({other!r})"); return answers.get(op, NotImplemented)
        return m
    ns = {f"__{p}{n}__": method(p + n) for n in NAMES for p in ("", "r", "i")}
    ns["__repr__"] = lambda self: name
    return type(name, (base,), ns)
A, B = make("A", {"add": 1, "rsub": 2}), make("B", {"rmul": 3, "imatmul": 4})
Sub = make("Sub", {"radd": 5}, A)
class Quiet(A): pass
for n, op in NAMES.items():
    for l, r in ((A(), B()), (B(), 5), (5, B()), (A(), Sub()), (Sub(), A()), (A(), A()), (A(), Quiet())):
        show(lambda: eval(f"l {op} r", {"l": l, "r": r}))
        def inplace():
            d = {"l": l, "r": r}; exec(f"l {op}= r", d); return d["l"]
        if n in ("add", "matmul", "pow"): show(inplace)
print("-- unsupported")
for l, r in ((1, "a"), ("a", 1), (None, None), ([], ()), ({}, {}), (1.5, []), (b"", ""), (object, object), (1j, {}), ({1}, [1]), (range(2), range(3)), (len, len), (..., 1)):
    for op in ("+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@", "<", ">=", "and", "is", "in", "not in"):
        if op in ("and", "is"): continue
        def f(): return eval(f"l {op} r", {"l": l, "r": r})
        try: f()
        except TypeError as e: print(op, "|", e)
for src in ("x += 'a'", "x -= None", "x **= []", "x @= 1", "x >>= 1.5", "x //= 'q'", "-x", "+x", "~x", "abs(x)", "round(x)", "divmod(x, 1)", "pow(x, 2)", "pow(2, x)", "pow(2, 3, x)", "pow(x, 2, 3)"):
    for x in (1, "s", None, [1], 2.5, 1j):
        try: d = {"x": x}; exec(src, d)
        except TypeError as e: print(src, "|", e)
        except (ZeroDivisionError, ValueError) as e: print(src, "|", e)
print("-- comparisons")
class C:
    def __init__(self, n, **r): self.n, self.r = n, r
    def __repr__(self): return self.n
for m in ("lt", "le", "eq", "ne", "gt", "ge"):
    def f(self, o, m=m): print(f"{self.n}.{m}({o!r})"); return self.r.get(m, NotImplemented)
    setattr(C, f"__{m}__", f)
class D(C): pass
for op in (operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge):
    show(op, C("a"), C("b")); show(op, C("a"), D("b")); show(op, C("a", lt=1, gt=2, eq=3, ne=4, le=5, ge=6), D("b")); show(op, C("a"), 5); show(op, 5, C("a")); show(op, D("x"), C("y", eq=0, le=[]))
class NoEq:
    __eq__ = None
    __lt__ = None
for f in (lambda: NoEq() == NoEq(), lambda: NoEq() != 1, lambda: 1 == NoEq(), lambda: NoEq() < 1, lambda: 1 > NoEq(), lambda: hash(NoEq()), lambda: NoEq() in [1], lambda: [NoEq()] == [NoEq()]): show(f)
class NoAdd: __add__ = None; __radd__ = None; __iadd__ = None; __neg__ = None; __contains__ = None; __iter__ = None; __call__ = None; __len__ = None; __bool__ = None; __getitem__ = None; __reversed__ = None; __index__ = None; __enter__ = None
def iadd():
    x = NoAdd(); x += 1
for f in (lambda: NoAdd() + 1, lambda: 1 + NoAdd(), iadd, lambda: -NoAdd(), lambda: 1 in NoAdd(), lambda: iter(NoAdd()), lambda: NoAdd()(), lambda: len(NoAdd()), lambda: bool(NoAdd()), lambda: NoAdd()[0], lambda: reversed(NoAdd()), lambda: [1][NoAdd()], lambda: range(NoAdd()), lambda: NoAdd().__enter__()): show(f)
class OnlyNe:
    def __ne__(self, o): return "ne"
class OnlyEq:
    def __eq__(self, o): return "eq"
print(OnlyNe() == 1, OnlyNe() != 1, OnlyEq() == 1, OnlyEq() != 1, 1 == OnlyEq(), 1 != OnlyEq(), OnlyEq.__hash__)
class Ret:
    def __lt__(self, o): return []
    def __contains__(self, x): return "truthy"
    def __and__(self, o): return self
print(1 > Ret(), Ret() < 1 < 2, not Ret() < 1, 5 in Ret(), 5 not in Ret(), 0 < 1 > Ret(), sorted([Ret(), Ret()]).__len__())
class Pow:
    def __pow__(self, o, m="unset"): return ("pow", o, m)
    def __rpow__(self, o, m="unset"): return ("rpow", o, m)
    def __ipow__(self, o): return ("ipow", o)
x = Pow(); x **= 3
print(Pow() ** 2, 2 ** Pow(), pow(Pow(), 2), pow(2, Pow()), pow(Pow(), 2, 3), x); show(pow, 2, Pow(), 3); show(pow, 2, 3, Pow())
