# Annotations of functions, classes and modules, evaluated late.
import annotationlib, re
from annotationlib import Format, get_annotations, ForwardRef, call_annotate_function
def f(a: int, b: "str" = 1, *c: undefined, d: list[later], **e: dict[str, missing.attr]) -> nothing | None: pass
for fmt in (Format.STRING, Format.FORWARDREF):
    print(fmt, {k: re.sub(" at 0x[0-9a-f]+", "", str(v)) for k, v in get_annotations(f, format=fmt).items()})
try: f.__annotations__
except NameError as e: print(e)
undefined = later = nothing = int
class missing: attr = bool
print(f.__annotations__)
class C:
    x: int
    y: "C"
    z: later = 1
    if later: w: str
    def m(self, q: C) -> later: pass
print(C.__annotations__, C.__annotate__.__qualname__, get_annotations(C, format=Format.STRING))
print(C.m.__annotate__.__name__, get_annotations(C.m, format=Format.STRING), C.m.__annotations__["q"] is C)
class D(C): pass
print(D.__annotations__, D.__annotate__)
D.__annotations__ = {"n": 1}; print(D.__annotations__); del D.__annotations__; print(D.__annotations__)
for bad in (lambda: setattr(f, "__annotate__", 1), lambda: delattr(f, "__annotate__"), lambda: setattr(C, "__annotate__", 1), lambda: setattr(f, "__annotations__", 1), lambda: f.__annotate__(99), lambda: f.__annotate__(), lambda: f.__annotate__(2), lambda: get_annotations(5), lambda: get_annotations(f, format=77)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(f.__annotate__(1) == f.__annotations__, call_annotate_function(f.__annotate__, Format.STRING)["return"])
x: int = 1
y: unknown_name = 2
print(__annotate__(1) if False else annotationlib.get_annotations(__import__("__main__"), format=Format.STRING))
def g(): local: undefined_local = 1; return local
print(g(), g.__annotations__)
print(get_annotations(f, eval_str=True)["b"], get_annotations(f)["b"])
r = ForwardRef("a.b"); print(r, r == ForwardRef("a.b"), r.__forward_arg__, hash(r) == hash(ForwardRef("a.b")))
try: r.evaluate()
except NameError as e: print(e)
print(ForwardRef("a + 1").evaluate(locals={"a": 4}), annotationlib.type_repr(int), annotationlib.type_repr(f), annotationlib.type_repr("s"), annotationlib.type_repr(...), annotationlib.type_repr(list[int]))
