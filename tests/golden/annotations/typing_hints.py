# get_type_hints, type parameters, aliases, annotations of inherited classes.
import typing, annotationlib, dataclasses, inspect
class A:
    x: int
    y: "A | None"
class B[T](A):
    z: list[T]
    def m(self, q: T, *r: "B", **k: typing.Annotated[int, "meta"]) -> "dict[str, int]": ...
print(typing.get_type_hints(A)); print({k: str(v) for k, v in typing.get_type_hints(B).items()}); print({k: str(v).replace("__main__.", "") for k, v in typing.get_type_hints(B.m).items()})
print(typing.get_type_hints(B.m, include_extras=True)["k"]); print(B.__type_params__, B.__orig_bases__, B.__parameters__, B[int].__args__)
type Rec[T] = T | list[Rec[T]]
print(Rec, Rec.__type_params__, Rec.__value__, Rec[int], Rec.__name__, Rec.__module__)
def bound[T: (int, str), *V, U: A = A, **P = [int]](a: T, b: U) -> T: ...
for p in bound.__type_params__:
    print(p, type(p).__name__, p.__name__, getattr(p, "__bound__", "-"), getattr(p, "__constraints__", "-"), p.__default__, p.has_default())
print(inspect.signature(bound)); print(inspect.signature(B.m)); print(inspect.get_annotations(A))
@dataclasses.dataclass
class D:
    a: int
    b: "str" = "s"
    c: typing.ClassVar[int] = 3
    d: list = dataclasses.field(default_factory=list)
print(D(1), [f.name + ":" + str(f.type) for f in dataclasses.fields(D)], inspect.signature(D))
class N(typing.NamedTuple):
    p: int
    q: str = "d"
print(N(1), N.__annotations__, N._field_defaults)
class TD(typing.TypedDict, total=False):
    k: typing.Required[int]
    l: str
print(TD.__annotations__, TD.__required_keys__, TD.__optional_keys__)
type Lazy = undefined_here
try: Lazy.__value__
except NameError as e: print(e)
print(annotationlib.call_evaluate_function(Lazy.evaluate_value, annotationlib.Format.STRING)); print(typing.get_origin(list[int]), typing.get_args(dict[str, int]), int | str, typing.Optional[int])
