# from __future__ import annotations: expressions back to text.
from __future__ import annotations
def f(a: x + y*2 ** -z, b: (lambda q, *r, s=1: q), c: [i for i in j if k], d: {1: 2, **m}, e: f"{a!r:>10}", g: a[1:2, ...], h: not a or b and c, i: (a if b else c), j: (yield_, *t), k: "quoted", l: b"b", m: a < b <= c, n: -1j, o: (1,), p: (), q: await_.x.y(z, *w, v=1, **u), r: {a, b}, s: ~a @ b // c % d, u: 1e400, v: "it's", w: None, x: ..., y: (a, b)[0], z: (-a) ** b) -> {k: v for k, v in w}: pass
for k, v in f.__annotations__.items(): print(k, repr(v))
class C:
    x: List[int] = 1
    y: "already"
    def m(self, z: C.x) -> None: w: nowhere
print(C.__annotations__, C.m.__annotations__)
v: undefined.thing[1] | None
print(__annotations__)
import typing
class T:
    a: int
    b: typing.Optional[str]
print(typing.get_type_hints(T), T.__annotate__)
def deco(fn): return fn
@deco
def g[X: int](a: X, *, b: typing.Callable[[X], "X"] = len) -> tuple[X, ...]: ...
print(g.__annotations__, g.__type_params__)
