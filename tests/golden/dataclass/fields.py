def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass, make_dataclass, KW_ONLY, InitVar, FrozenInstanceError, MISSING
import copy
@dataclass
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list, repr=False, compare=False)
    w: int = field(default=5, init=False, metadata={"k": 1})
print(P(1), P(1, 3, [4]).z, P(1) == P(1, z=[3]), P(1) != P(2), P.__match_args__)
for f in fields(P):
    print(f.name, f.type, f.default is MISSING, f.default_factory is MISSING, f.init, f.repr, f.compare, f.hash, f.kw_only, dict(f.metadata))
show(P)
show(P, 1, 2, 3, 4)
show(P, x=1, q=2)
show(hash, P(1))
print(asdict(P(1, z=[P(2)])), astuple(P(1, z=[(1, 2)])), replace(P(1), y=9), is_dataclass(P), is_dataclass(P(1)), is_dataclass(int))
show(replace, P(1), w=3)
show(fields, 5)
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = "b"
print(F(1) < F(2), sorted([F(3), F(1, "c"), F(1)]), hash(F(1)) == hash(F(1)), {F(1): 1}[F(1)])
show(setattr, F(1), "a", 2)
show(delattr, F(1), "a")
show(lambda: F(1) < 3)
@dataclass(slots=True, kw_only=True)
class S:
    a: int
    b: int = 3
print(S(a=1), S.__slots__, hasattr(S(a=1), "__dict__"))
show(S, 1)
show(setattr, S(a=1), "c", 1)
@dataclass
class I:
    a: int
    v: InitVar[int] = 7
    _: KW_ONLY = None
    k: int = 1
    def __post_init__(self, v): self.total = self.a + v
print(I(1).total, I(1, 2, k=3), I(1, 2).total)
@dataclass
class Base:
    a: int = 1
@dataclass
class Derived(Base):
    b: int = 2
    a: int = 10
print(Derived(), [f.name for f in fields(Derived)])
def bad(ns, **kw): return dataclass(type("B", (), ns), **kw)
show(bad, {"__annotations__": {"a": int, "b": int}, "a": 1})
show(bad, {"__annotations__": {"a": list}, "a": []})
show(bad, {"a": field()})
show(bad, {"__lt__": 1, "__annotations__": {}}, order=True)
show(bad, {}, order=True, eq=False)
show(lambda: field(default=1, default_factory=list))
M = make_dataclass("M", ["x", ("y", int), ("z", int, field(default=3))], namespace={"m": lambda self: self.z})
show(M, 1, 2)
show(make_dataclass, "N", ["x", "x"])
show(make_dataclass, "N", ["for"])
print(copy.copy(P(1, 2, [3])).z, copy.replace(F(1), b="q"), repr(field(default=1))[:20])
@dataclass(repr=False, eq=False)
class Q: a: int = 1
print(Q() == Q(), Q.__doc__, P.__doc__, S.__doc__, type(Q().__repr__).__name__)
@dataclass(unsafe_hash=True)
class U: a: int = 1
print(hash(U()) == hash((1,)))
@dataclass
class Rec:
    r: object = None
r = Rec()
r.r = r
print(r)
match P(1, 2):
    case P(1, y): print("matched", y)
