# PEP 695 and 696: type parameters, aliases, defaults, scopes and messages.
import typing, inspect
def show(f, *a):
    try: print(repr(f(*a)))
    except Exception as e: print(type(e).__name__ + ":", e)
type A = int
type B[T] = list[T] | None
type C[T: int, U: (str, bytes) = str, *Ts = *tuple[int, ...], **P = [int, str]] = tuple[T, U, *Ts, typing.Callable[P, T]]
for a in (A, B, C): print(a, a.__name__, a.__type_params__, a.__value__, a.__module__, a.__parameters__, type(a).__name__)
print(B[int], B[int].__origin__ is B, B[int].__args__, B[int].__value__, A | None, None | B[str], typing.Optional[A], list[A], C[int, str, float, bool, [int]])
for p in C.__type_params__: print(repr(p), type(p).__name__, p.__name__, p.has_default(), p.__default__, *(f"{n}={getattr(p, n)!r}" for n in ("__bound__", "__constraints__", "__covariant__", "__contravariant__", "__infer_variance__") if hasattr(p, n)))
show(lambda: A[int]); show(lambda: B[int, str]); show(lambda: A()); show(lambda: isinstance(1, A)); show(lambda: A.__setattr__("__value__", 1)); show(lambda: A.nope); show(lambda: setattr(A, "x", 1)); show(lambda: A < A); show(lambda: hash(A) == hash(A)); show(lambda: A == A)
class Box[T]:
    item: T
    def __init__(self, item: T): self.item = item
    def map[U](self, f: typing.Callable[[T], U]) -> "Box[U]": return Box(f(self.item))
    class Inner[V]: pair: tuple[T, V]
    @classmethod
    def make(cls, v: T): return cls(v), T.__name__
print(Box.__type_params__, Box.__parameters__, Box.__orig_bases__, Box.__mro__, Box[int], Box[int](3).item, Box(2).map(str).item, Box.map.__type_params__, Box.Inner.__type_params__, Box.make(1)[1], Box[int].make(4)[0].item)
print(inspect.signature(Box.map), Box.__annotations__, Box.Inner.__annotations__, Box[int].__class__, Box[int].__args__, Box[Box[int]], type(Box[int](1)), Box[int](1).__orig_class__)
class Two[K, V = int](dict[K, V]): pass
print(Two.__parameters__, Two[str], Two.__orig_bases__, Two[str, str]); show(lambda: Two[int, str, bytes]); show(lambda: Two[()]); show(lambda: Box[int, str]); show(lambda: Box[()]); show(lambda: Box[int][str])
class Var[*Ts]: pass
class Par[**P]: pass
class ParT[T, **P]: pass
print(Var[int, str], Var[()], Var[*tuple[int, ...]], Par[int, str], Par[[int, str]], Par[...], ParT[int, [str]], ParT[int, ...]); show(lambda: ParT[int, 5]); show(lambda: ParT[int])
def f[T: "Later"](x: T) -> T: return x
print(f.__type_params__, f(1)); show(lambda: f.__type_params__[0].__bound__)
class Later: pass
print(f.__type_params__[0].__bound__)
def scope():
    local = "value"
    def g[T = local](x: T = local) -> T:
        nonlocal local
        local = "rebound"
        return T.__default__, x
    return g()
print(scope())
class Outer:
    attr = str
    type Alias = attr
    type Gen[T] = dict[attr, T]
    def m[T: attr](self, x: T): return T.__bound__
    def shadow[attr](self): return attr
print(Outer.Alias.__value__, Outer.Gen.__value__, Outer().m(1), Outer().shadow())
type Rec = dict[str, Rec]
print(Rec.__value__); type Und = undefined_name; show(lambda: Und.__value__)
type Lazy = print("evaluated") or int; print("before"); print(Lazy.__value__, Lazy.__value__)
T = typing.TypeVar("T"); T2 = typing.TypeVar("T2", bound=int, covariant=True, default=bool); S = typing.TypeVar("S", str, bytes); TV = typing.TypeVarTuple("TV"); PS = typing.ParamSpec("PS")
print(T, T2, S.__constraints__, TV, PS, PS.args, PS.kwargs, [*TV], T2.__default__, T2.__bound__, T | int, int | T, typing.List[T][int], typing.Unpack[TV], T.__default__, typing.NoDefault, PS.args.__origin__ is PS, PS.args == PS.args)
for f in (lambda: typing.TypeVar("X", int), lambda: typing.TypeVar("X", int, str, bound=int), lambda: typing.TypeVar("X", covariant=True, contravariant=True), lambda: typing.TypeVar(), lambda: typing.TypeVar(5), lambda: typing.TypeVar("X", bound=5), lambda: typing.TypeVar("X", nope=1), lambda: typing.ParamSpec("P", 1), lambda: typing.TypeVarTuple(), lambda: type("Sub", (typing.TypeVar,), {}), lambda: type("Sub", (T,), {}), lambda: T(), lambda: typing.TypeAliasType("N", int, type_params=(T,)), lambda: typing.TypeAliasType("N", int, type_params=[T]), lambda: typing.TypeAliasType(5, int), lambda: typing.TypeAliasType("N"), lambda: typing.TypeAliasType("N", list[T], type_params=(T,))[int], lambda: typing.TypeAliasType("N", int, type_params=(T2, T)), lambda: typing.Generic[int], lambda: typing.Generic[T, T], lambda: typing.Generic[()], lambda: class_of(), lambda: T.__typing_subst__(int), lambda: T[int], lambda: typing.NoDefault(), lambda: type(typing.NoDefault)(1)):
    show(f)
for src in ("def f[T, T](): pass", "class A[T: int, T]: pass", "type X[T=int, U] = 1", "def f[*T: int](): pass", "def f[T](): global T", "def f[T](): nonlocal T", "class A[T](T := int): pass", "type A = (yield)", "type A = (x := 1)", "type A = await x", "def f[T: (yield)](): pass", "def f[T: (x := 1)](): pass", "class A[T]((yield)): pass", "type A[T: await x] = 1", "def f[](): pass", "type A[] = 1", "type A", "type = 5", "type A.b = 1", "def f[T = *int](): pass", "def f[*T = *int](): pass", "def f[**P = [int]](): pass", "def f[T](x: (y := 1)): pass", "lambda[T]: 1", "type X = int; type X = str", "def f[T](x=(yield)): pass", "class A[__debug__]: pass", "def f[T]() -> T: T = 1", "async def f[T](x: T): yield x", "type __debug__ = 1", "def f[T:int=str, *Ts, **P](): pass", "def f[*Ts, T=int](): pass"):
    try: compile(src, "s", "exec"); print("fine", src)
    except SyntaxError as e: print(src, "|", e.msg, e.offset)
