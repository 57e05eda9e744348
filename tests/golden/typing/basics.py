def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


import typing
from typing import *
T = TypeVar("T")
K = TypeVar("K", bound=int)
V = TypeVar("V", int, str, covariant=True)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
for t in (List[int], Dict[str, List[T]], Optional[int], Union[int, str, None], int | None, Callable[[int], str], Callable[..., T], Callable[P, T], Tuple[int, ...], Tuple[()], Literal[1, "a"], Annotated[int, "m"], ClassVar[int],
          Final[str], Type[T], Any, NoReturn, Never, Self, LiteralString, T, K, V, P, Ts, P.args, P.kwargs, Unpack[Ts], Generic[T], Protocol[T], Required[int], TypeGuard[int], Concatenate[int, P], ForwardRef("X"), Iterable[T], list[T], dict[str, T], type[int]):
    print(repr(t), get_origin(t), get_args(t), getattr(t, "__parameters__", None))
print(List[T][int], Dict[K, T][int, str], Union[T, int][int], Callable[[T], T][str], list[T][int], Optional[T][None], Union[int, int], Union[int, Union[str, int]], Literal[1, 1, True], Annotated[Annotated[int, 1], 2], (T | None)[int])
print(List[int] == List[int], hash(List[int]) == hash(List[int]), Union[int, str] == Union[str, int], Literal[1] == Literal[True], Optional[int] == int | None)
for f in (lambda: List[int, str], lambda: Dict[int], lambda: Optional[1, 2], lambda: Union[()], lambda: List[int][str], lambda: Callable[int], lambda: Literal[()], lambda: Generic[int], lambda: Generic[T, T], lambda: TypeVar("A", int), lambda: TypeVar("A", bound=1),
          lambda: TypeVar("A", covariant=True, contravariant=True), lambda: isinstance(1, List[int]), lambda: List(), lambda: Any(), lambda: Union(), lambda: ClassVar[ClassVar[int]], lambda: Final[1, 2], lambda: Tuple[int, ..., str], lambda: NewType("N", int)("x"), lambda: cast(int, "x"),
          lambda: Annotated[int], lambda: type("X", (T,), {}), lambda: type("X", (Any,), {}), lambda: Protocol[int], lambda: T(), lambda: ParamSpec("P")[int], lambda: int | 1, lambda: issubclass(int, Union[int, str]), lambda: isinstance(1, Optional[str]), lambda: TypeVar(1)):
    show(f)
class Box(Generic[T]):
    def get(self) -> T: ...
class IntBox(Box[int]): pass
print(Box[int], Box.__parameters__, IntBox.__orig_bases__, Box[int]().__orig_class__, get_type_hints(Box.get), IntBox.__mro__, Box[T][str])
show(lambda: Box[int, str])
class Movie(TypedDict, total=False):
    name: Required[str]
    year: int
print(Movie(name="x"), Movie.__annotations__, Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__, is_typeddict(Movie))
class Pt(NamedTuple):
    x: int
    y: int = 2
print(Pt(1), Pt._field_defaults, Pt.__annotations__, Pt.__orig_bases__[0].__name__)
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
class Proto(Protocol):
    x: int
print(isinstance([], HasLen), isinstance(1, HasLen), issubclass(list, HasLen))
show(lambda: isinstance(1, Proto))
show(Proto)
def f(a: int, b: "str" = "x", *c: float, d: Optional["int"] = None) -> List["T"]: ...
print(get_type_hints(f), f.__annotations__)
U = NewType("U", int)
print(U, U(5), U.__supertype__, U | str)
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(len(get_overloads(g)), g(1))
@final
class Fin: pass
print(Fin.__final__, assert_type(1, int), reveal_type.__name__, TYPE_CHECKING)
show(assert_never, 1)
type Alias[A] = list[A] | None
print(Alias, Alias.__value__, Alias.__type_params__, Alias[int], Alias[int].__origin__ is Alias)
def gen[A, *B, **C](x: A, *y: *B) -> A: ...
print(gen.__type_params__, gen.__annotations__)
class PG[A: int, B = str]: pass
print(PG.__type_params__, PG.__type_params__[0].__bound__, PG.__type_params__[1].__default__, PG[int], PG.__orig_bases__, NoDefault)
