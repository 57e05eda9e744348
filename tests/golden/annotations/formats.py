# annotationlib over functions, classes, modules: all formats, __annotate__ functions by hand, forward references, stringifying.
import re, annotationlib, functools, types, typing
from annotationlib import Format, ForwardRef, get_annotations, call_annotate_function, call_evaluate_function, annotations_to_string, type_repr, get_annotate_from_class_namespace
def show(f, *a, **k):
    try: print(re.sub("0x[0-9a-f]+", "0x", repr(f(*a, **k))))
    except Exception as e: print(re.sub("0x[0-9a-f]+", "0x", f"{type(e).__name__}: {e}"))
def f(a: int, *args: list[Undefined1], k: "quoted" = 1, m: Undefined2 | None = None, **kw: Undefined3.attr[int]) -> Undefined4(1): ...
class C:
    x: int
    y: Undefined5 = 1
    z: typing.ClassVar["C"]
    def m(self, q: Undefined6): ...
class D(C): w: str
class E(C): pass
for o in (f, C, D, E, C.m, lambda: 0):
    for fmt in (Format.STRING, Format.FORWARDREF): show(lambda: {k: (v if isinstance(v, str) else type(v).__name__ + ":" + getattr(v, "__forward_arg__", str(v))) for k, v in get_annotations(o, format=fmt).items()})
    show(get_annotations, o); show(get_annotations, o, format=Format.VALUE_WITH_FAKE_GLOBALS); show(lambda: o.__annotate__ and o.__annotate__.__name__)
show(lambda: f.__annotate__(1)); show(lambda: f.__annotate__(2)); show(lambda: f.__annotate__(3)); show(lambda: f.__annotate__(5)); show(lambda: f.__annotate__("x")); show(lambda: f.__annotate__(format=1)); show(lambda: f.__annotate__.__code__.co_varnames); show(lambda: C.__annotate__.__module__)
Undefined1 = Undefined2 = Undefined5 = Undefined6 = int; Undefined3 = types.SimpleNamespace(attr=dict); Undefined4 = lambda v: ("called", v); quoted = bytes
Undefined3.attr = list; show(lambda: f.__annotations__ is f.__annotations__); show(lambda: f.__annotations__); show(lambda: C.__annotations__); show(get_annotations, f, eval_str=True); show(get_annotations, C, eval_str=True); show(get_annotations, f, eval_str=True, locals={"quoted": "local"}); show(get_annotations, f, eval_str=True, format=Format.STRING); show(get_annotations, 5); show(get_annotations, f, format=9)
def g(x: int): ...
g.__annotations__ = {"x": "replaced"}; print(g.__annotations__, g.__annotate__, get_annotations(g, format=Format.STRING)); g.__annotate__ = lambda fmt: {"from": fmt}; print(g.__annotations__, get_annotations(g, format=Format.FORWARDREF)); g.__annotate__ = None; print(g.__annotations__); del g.__annotations__; print(g.__annotations__)
def own(fmt, /, __Format=Format, __NotImplementedError=NotImplementedError):
    if fmt == __Format.VALUE: return {"v": int}
    raise __NotImplementedError(fmt)
g.__annotate__ = own; show(get_annotations, g); show(get_annotations, g, format=Format.FORWARDREF); show(get_annotations, g, format=Format.STRING); show(lambda: setattr(g, "__annotate__", 5)); g.__annotate__ = lambda fmt: 5; show(lambda: g.__annotations__); show(call_annotate_function, lambda fmt: {"a": fmt}, Format.VALUE); show(call_annotate_function, own, Format.STRING, owner=g)
def late(format, /): return {"n": later_name, "l": list[later_name], "op": later_name + 1, "c": later_name(2).x, "s": "str", "i": 5, "cmp": later_name < 3, "neg": -later_name, "sl": later_name[1:2, ...], "t": (later_name, 1), "d": {"k": later_name}, "star": [*later_name] if 0 else 0, "fs": f"{later_name}"}
show(call_annotate_function, late, Format.STRING)
fr = ForwardRef("dict[str, int]"); print(fr.evaluate(), fr, fr == ForwardRef("dict[str, int]"), hash(fr) == hash(ForwardRef("dict[str, int]")), fr.__forward_arg__, fr.__forward_module__, fr.__forward_is_argument__, fr.__forward_is_class__, fr | None)
for a in ("undefined_q", "1 +", "T", "x.y", "[i for i in range(2)]", "*a", ""): show(lambda: ForwardRef(a).evaluate(locals={"T": 5})); show(lambda: ForwardRef(a).evaluate(format=Format.FORWARDREF) if a != "1 +" else 0); show(lambda: ForwardRef(a).evaluate(format=Format.STRING) if a else 0)
show(ForwardRef, 5); show(ForwardRef, "x", module="typing"); show(lambda: ForwardRef("List", module="typing").evaluate()); show(lambda: ForwardRef("a", owner=f)); show(lambda: ForwardRef("q").evaluate(globals={"q": 1})); show(lambda: ForwardRef("x") | int); show(lambda: ForwardRef("K").evaluate(type_params=typing.TypeVar("K").__class__("K") and (typing.TypeVar("K"),)))
print([type_repr(v) for v in (int, None, "s", ..., list[int], typing.Any, C, f, len, 5, typing.List[int], type(None))], annotations_to_string({"a": int, "b": "x", "c": list[C]})); ns = {}; exec("x: int\ny: str = 'v'", ns); print(ns["__annotate__"](1), "__annotations__" in ns); m = types.ModuleType("m"); exec("a: int = 1\nif a > 5: b: str\nc: missing_name", m.__dict__); print(get_annotations(m, format=Format.STRING)); show(lambda: m.__annotations__); m.missing_name = float; show(lambda: m.__annotations__); m.__annotations__["extra"] = 1; print(m.__annotations__); del m.__annotations__; show(lambda: m.__annotations__)
class Meta(type):
    def __new__(mc, n, b, ns): fn = get_annotate_from_class_namespace(ns); print("meta sees", fn and call_annotate_function(fn, Format.STRING)); return super().__new__(mc, n, b, ns)
class W(metaclass=Meta): field: NotYet | None = None
class V(metaclass=Meta): pass
def wrapped(fn):
    @functools.wraps(fn)
    def inner(*a): return fn(*a)
    return inner
@wrapped
def decorated(p: int) -> "str": ...
print(decorated.__annotations__, get_annotations(decorated, eval_str=True), typing.get_type_hints(decorated)); print(functools.partial(decorated).func.__annotations__); show(get_annotations, functools.partial(f)); x: int = 5; (y): int = 6; x.real if 0 else None; print(typing.get_type_hints(C), __annotations__ if "__annotations__" in globals() else sorted(__annotate__(1)))
