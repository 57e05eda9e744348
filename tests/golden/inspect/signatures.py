# inspect: signatures of every kind, binding, sources, members, classification, frames and call arguments.
import abc
import functools
import inspect
import types
from typing import Annotated


def plain(a, /, b: int, *args: str, c=3, d: "str" = "x", **kw) -> list[int]:
    """Doc of plain.

        indented
    """
    local = a
    return [local]


async def coro(): ...


def gen():
    yield


async def agen():
    yield


class Base(abc.ABC):
    """Base doc."""
    attr = 1

    def __init__(self, x, *, y=2): ...

    @classmethod
    def cls_method(cls, p): ...

    @staticmethod
    def static(q, r=None): ...

    @property
    def prop(self): return 1

    @abc.abstractmethod
    def abstract(self): ...


class Child(Base):
    def abstract(self, extra: Annotated[int, "meta"] = 5): ...

    def __call__(self, z): ...


class Meta(type):
    def __call__(cls, only): ...


class WithMeta(metaclass=Meta): ...


class WithNew:
    def __new__(cls, n): return super().__new__(cls)


for f in [plain, coro, Base, Child, Child.cls_method, Child.static, Child(1).abstract, Child(1), WithMeta, WithNew, functools.partial(plain, 1, c=9), functools.partial(plain, b=2), lambda x, y=0: x, len, dict.get, str.split, int, type, print, sorted, functools.wraps(plain)(lambda *a: a), object, min, dict, functools.lru_cache(plain), types.SimpleNamespace]:
    try:
        print(getattr(f, "__name__", type(f).__name__), inspect.signature(f))
    except (ValueError, TypeError) as error:
        print(getattr(f, "__name__", type(f).__name__), type(error).__name__, error)
sig = inspect.signature(plain)
for name, p in sig.parameters.items():
    print(name, p, p.kind, p.kind.description, p.default is p.empty, p.annotation)
print(repr(sig), sig.return_annotation, sig == inspect.signature(plain), sig.replace(return_annotation=int), inspect.signature(plain, eval_str=True).parameters["d"].annotation, sig.format(max_width=30))
b = sig.bind(1, 2, "x", d="y", e=5)
print(b, b.args, b.kwargs, b.arguments)
b = sig.bind_partial(1)
b.apply_defaults()
print(b.arguments)
for args, kwargs in [((), {}), ((1,), {}), ((1, 2), {"a": 3}), ((1, 2), {"b": 3})]:
    try:
        print(sig.bind(*args, **kwargs).arguments)
    except TypeError as error:
        print(error)
for bad in [lambda: inspect.Parameter("1x", inspect.Parameter.KEYWORD_ONLY), lambda: inspect.Parameter("x", 9), lambda: inspect.Signature([inspect.Parameter("a", 2, default=1)]), lambda: inspect.Signature([inspect.Parameter("a", 3), inspect.Parameter("b", 1)]), lambda: inspect.Signature([inspect.Parameter("a", 1), inspect.Parameter("a", 1)]), lambda: inspect.Signature([inspect.Parameter("a", 1, default=1), inspect.Parameter("b", 1)]), lambda: inspect.signature(3), lambda: inspect.Parameter("class", 1)]:
    try:
        print(bad())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print([name for name in dir(inspect) if name.startswith("is") and callable(getattr(inspect, name)) and name not in ("ismodule", "ispackage") and getattr(inspect, name)(plain)])
for thing in (coro, gen, agen, Base, Base.prop, len, Child(1).abstract, inspect, [].append, Child.attr, types.FunctionType.__code__ if hasattr(types.FunctionType, "__code__") else None, int.__add__, gen(), plain.__code__):
    print(type(thing).__name__, [name[2:] for name in ("isfunction", "ismethod", "isclass", "isbuiltin", "isroutine", "isgeneratorfunction", "isgenerator", "iscoroutinefunction", "isasyncgenfunction", "isabstract", "isdatadescriptor", "ismethoddescriptor", "iscode", "ismodule", "isgetsetdescriptor", "ismethodwrapper") if getattr(inspect, name)(thing)])
print([n for n, _ in inspect.getmembers(Child, inspect.isfunction)], [(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(Child) if not a.name.startswith("_")], [c.__name__ for c in inspect.getmro(Child)])
print(inspect.getsource(gen), inspect.getsourcelines(Base.static), repr(inspect.getdoc(plain)), inspect.getdoc(Child), inspect.getdoc(Child.abstract), inspect.getcomments(Base), inspect.getmodule(plain).__name__, inspect.getsourcefile(plain).endswith("signatures.py"))
print(inspect.cleandoc("  a\n    b\n  c"), inspect.getclosurevars(lambda: plain and len).builtins.keys(), inspect.unwrap(functools.wraps(plain)(lambda: 0)) is plain, type(inspect.getattr_static(Child(1), "prop")), inspect.indentsize("\t x"))
for bad in [lambda: inspect.getsource(len), lambda: inspect.getsource(3), lambda: inspect.getattr_static(Child, "nope"), lambda: inspect.getfile(int)]:
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)


def outer(a, b=2):
    def inner():
        frame = inspect.currentframe()
        info = inspect.getframeinfo(frame.f_back)
        print(info.function, info.code_context, info.index, inspect.getargvalues(frame.f_back).args, inspect.formatargvalues(*inspect.getargvalues(frame.f_back)) if hasattr(inspect, "formatargvalues") else "", [f.function for f in inspect.stack()][:3], a)
    inner()


outer(1)
g = gen()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g), list(g), inspect.getgeneratorstate(g))
c = coro()
print(inspect.getcoroutinestate(c), c.close(), inspect.getcoroutinestate(c), inspect.isawaitable(c), inspect.getcallargs(plain, 1, 2, 3, q=4), inspect.getfullargspec(plain))
print(inspect.CO_VARARGS, inspect.BufferFlags.SIMPLE, inspect.get_annotations(plain), inspect.getannotations if hasattr(inspect, "getannotations") else "-")
