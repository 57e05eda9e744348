from dataclasses import *
import typing
def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
@dataclass
class P: x: int; y: int = 2; tags: list = field(default_factory=list, repr=False, compare=False)
@dataclass(frozen=True, order=True, slots=True)
class F: a: int; b: str = "z"
@dataclass(kw_only=True)
class K: x: int; y: int = 5
@dataclass
class Base: a: int; b: int = 1
@dataclass
class Derived(Base): c: int = 3; a: str = "over"
@dataclass
class Post: w: float; h: float; area: float = field(init=False); scale: InitVar[int] = 1; count: typing.ClassVar[int] = 0; _: KW_ONLY; unit: str = "m"
@dataclass
class Post(Post):
    def __post_init__(self, scale): self.area = self.w * self.h * scale
print(P(1), P(1, y=3), P(1) == P(1), P(1) == (1, 2), F(1) < F(2), sorted([F(2), F(1, "a"), F(1)]), hash(F(1)) == hash(F(1)), K(x=1), Derived(), Base(5), Post(2, 3, 2, unit="cm"), P.__match_args__, K.__match_args__, Post.__match_args__, [f.name for f in fields(Post)], asdict(P(1, tags=[P(2)])), astuple(F(1)), replace(P(1, 5), x=9), is_dataclass(P), is_dataclass(5), F.__slots__)
for f in (lambda: P(), lambda: P(1, 2, 3, 4), lambda: P(1, z=3), lambda: setattr(F(1), "a", 2), lambda: delattr(F(1), "a"), lambda: K(1), lambda: K(), lambda: F(1) < 5, lambda: F(1) < F("x"), lambda: hash(P(1)), lambda: P(1) < P(2), lambda: replace(P(1), z=1), lambda: replace(Post(1, 2), area=5), lambda: replace(5), lambda: asdict(5), lambda: fields(5), lambda: Post(1, 2, 3, "cm"), lambda: field(default=1, default_factory=list), lambda: replace(Post(1, 2), w=4), lambda: astuple(P), lambda: F(1).__replace__(a=7)): show(f)
def order():
    @dataclass
    class X: a: int = 1; b: int
def mutable():
    @dataclass
    class X: a: list = []
def noann():
    @dataclass
    class X: a = field()
def eqorder():
    @dataclass(order=True, eq=False)
    class X: a: int
def frozen_inherit():
    @dataclass
    class X(F): c: int = 1
def lt_defined():
    @dataclass(order=True)
    class X:
        a: int
        def __lt__(self, o): pass
def hash_defined():
    @dataclass(unsafe_hash=True)
    class X:
        a: int
        def __hash__(self): pass
def slots_defined():
    @dataclass(slots=True)
    class X: a: int; __slots__ = ()
def kwtwice():
    @dataclass
    class X: _: KW_ONLY; __: KW_ONLY; a: int
def weak():
    @dataclass(weakref_slot=True)
    class X: a: int
def initvar_factory():
    @dataclass
    class X: a: InitVar[list] = field(default_factory=list)
for f in (order, mutable, noann, eqorder, frozen_inherit, lt_defined, hash_defined, slots_defined, kwtwice, weak, initvar_factory): show(f)
M = make_dataclass("M", [("x", int), ("y", str, "d"), "z"] if False else [("x", int), ("y", str, "d")], namespace={"dbl": lambda s: s.x * 2}, frozen=True); print(M(2), M(2).dbl(), M.__doc__, P.__doc__, fields(P)[1].default, fields(P)[0].default is MISSING)
show(make_dataclass, "M", ["a b"]); show(make_dataclass, "M", ["a", "a"]); show(make_dataclass, "M", ["def"]); show(make_dataclass, "M", [("a", 1, 2, 3)])
match P(1, 2):
    case P(x, y=2): print("matched", x)
@dataclass
class Tree: v: int; kids: "list[Tree]" = field(default_factory=list)
t = Tree(1, [Tree(2)]); t.kids.append(t); print(t)
