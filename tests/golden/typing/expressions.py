import typing
from typing import *
def each(source):
    for line in source.strip().splitlines():
        try:
            print(line, "->", repr(eval(line, globals())))
        except Exception as e:
            print(line, "->", type(e).__name__ + ":", e)
T = TypeVar("T"); P = ParamSpec("P"); Ts = TypeVarTuple("Ts"); K = TypeVar("K", bound=int); V = TypeVar("V", int, str)
class G(Generic[T]): pass
class G2(Generic[T, K]): pass
@runtime_checkable
class HasX(Protocol):
    x: int
class Meth(Protocol):
    def m(self): ...
class TD(TypedDict, total=False): a: Required[int]; b: str; c: ReadOnly[int]
class NT(NamedTuple): x: int; y: str = "d"
class HX: x = 1
def f(a: int, b: "list[str]" = None) -> Optional[int]: pass
each("""
Any, Union[int, str], Optional[int], Union[int], Union[int, int], Union[int, None], Optional[None], List[int], Dict[str, int], Tuple[int, ...], Tuple[()], Callable[[int], str], Callable[..., int], Type[int], Literal[1, "a"], Final[int], ClassVar[int], Annotated[int, 5], NoReturn, Never, Self, LiteralString, TypeAlias, Concatenate[int, P], Unpack[Ts], TypeGuard[int], TypeIs[str], Set[int], FrozenSet[int], Iterable[int], Generator[int, None, str], Literal[1, 1, 2], Annotated[Annotated[int, 1], 2], Union[int, Union[str, None]], Callable[P, int], Type, List, Callable
int | str, int | None, list[int] | None, int | "str" if False else 1, Union[int, "Fwd"], Optional["X"], (int | str) == (str | int), Union[int, str] == int | str, type(int | str), isinstance(1, Union[int, str])
T, P, Ts, T.__name__, K.__bound__, V.__constraints__, P.args, P.kwargs, T.__covariant__, TypeVar("C", covariant=True), T.has_default(), TypeVar("D", default=int).__default__
G[int], G[int].__origin__, G[int].__args__, G2[int, K], G2[str, int].__parameters__, G[T].__parameters__, G[int]().__orig_class__, G.__parameters__, G.__orig_bases__, G[G[int]], G[T][str], Dict[T, K][int, bool]
G[int, str]
int[str]
List[int, str]
Union[()]
Optional[int, str]
Literal[[1]], Literal
Union[1]
Callable[int]
Callable[int, str]
Callable[[int]]
Final[int, str]
ClassVar[ClassVar[int]]
Any()
Any[int]
Union()
Optional()
TypeVar("X", int)
TypeVar("X", bound=int, covariant=True, contravariant=True)
TypeVar("X", int, str, bound=int)
TypeVar()
TypeVar(5)
Generic[int]
Generic[T, T]
type("Q", (Protocol[T], Generic[T]), {})
isinstance(HX(), HasX), isinstance(5, HasX), issubclass(G, Generic), HasX.__protocol_attrs__ if hasattr(HasX, "__protocol_attrs__") else 0, is_protocol(HasX), get_protocol_members(HasX)
isinstance(5, Meth)
issubclass(HX, HasX)
HasX()
isinstance(1, List[int])
issubclass(list, List[int])
isinstance([], List), isinstance({}, Dict), isinstance(1, Hashable), isinstance([], Sized), issubclass(list, Sequence)
isinstance(1, Any)
isinstance(1, T)
TD(a=1), TD.__required_keys__, TD.__optional_keys__, TD.__total__, TD.__annotations__, TD.__readonly_keys__, is_typeddict(TD), TypedDict("X", {"a": int})(a=1), TypedDict("X", {"a": int}).__annotations__
isinstance({}, TD)
TypedDict("X", a=int)
NT(1), NT._fields, NT._field_defaults, NT.__annotations__, NT(1)._replace(x=2), NamedTuple("N", [("a", int)])(1)
NT()
NamedTuple("N", a=int)
get_type_hints(f), get_origin(List[int]), get_origin(int | str), get_origin(int), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_args(int), get_origin(Annotated[int, 1]), get_args(Literal[1, 2]), get_type_hints(TD, include_extras=True)
get_type_hints(5)
cast(int, "a"), assert_type(1, int), reveal_type.__name__, no_type_check(f) is f, TYPE_CHECKING, NewType("U", int)(5), NewType("U", int).__supertype__, NewType("U", int), ForwardRef("X"), overload(f).__name__, final(HX).__final__, override(f).__override__, AnyStr.__constraints__
assert_never(5)
overload(f)()
ForwardRef("a b")
ForwardRef(5)
Annotated[int]
Annotated[int, 1, "x"].__metadata__, Annotated[int, 1].__origin__, Annotated[List[T], 1][int], Required[int], NotRequired[int], ReadOnly[int]
Required[int, str]
Self[int]
Concatenate[int]
Unpack[int, str]
TypeGuard[int, str]
Tuple[*Ts], tuple[*tuple[int, ...]], Generic[*Ts] if False else 1, List[T][int], Callable[[T], T][int], Callable[P, T][[int, str], bool], Callable[Concatenate[int, P], T]
typing.nope
typing.ByteString
""")
class Box[A: int, *B, **C]:
    type L = list[A]
    def m[D = int](self, x: D) -> A: return x
print(Box.__type_params__, Box[int, str, [bool]], Box.L, Box.L.__value__, Box.m.__type_params__, Box.__type_params__[0].__bound__, Box.m.__type_params__[0].__default__, Box.m.__annotations__)
type Alias[X] = dict[str, X]; print(Alias, Alias[int], Alias.__value__, Alias[int].__args__, Alias.__type_params__, Alias.__name__)
