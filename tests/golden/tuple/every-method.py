def each(source):
    for line in source.strip().splitlines():
        try:
            print(line, "->", repr(eval(line, globals())))
        except Exception as e:
            print(line, "->", type(e).__name__ + ":", e)
from collections import namedtuple
P = namedtuple("P", "x y")
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
each(r"""
(), (1,), (1, 2), tuple(), tuple("ab"), tuple([1]), tuple({1: 2}), tuple(range(3)), 1, (2), (3,) + (4,), (1, 2) * 2, 2 * (0,), () * 5
(1, 2, 1).count(1), (1, 2, 1).index(1), (1, 2, 1).index(1, 1), (1, 2, 1).index(1, -1), (1, 2).index(2, 0, 2), ().count(1)
(1,).index(2)
(1,).index()
(1,).index(1, 5)
(1,).index(1, "a")
(1,).count()
(1,).count(1, 2)
tuple(5)
tuple(1, 2)
tuple(x=1)
(1,) + [2]
(1,) + 2
(1,) * "a"
(1,) * 1.5
(1, 2)[5]
(1, 2)["a"]
(1, 2)[1.5]
(1, 2)[::0]
(1, 2) < (1, "a")
(1, 2) < [1, 2]
(1, 2) < (1, 3), (1,) < (1, 0), () < (1,), (1, 2) == [1, 2], (1, 2) == (1.0, 2), ("a", 1) > ("a", 0), (1, "a") == (1, "a"), (1, "a") < (2, None)
hash((1, 2)), hash(()), hash((1, (2, 3))), hash((1.0, 2)) == hash((1, 2))
hash(([],))
(1, 2, 3)[-1], (1, 2, 3)[1:], (1, 2, 3)[::-1], (1, 2, 3)[:], 2 in (1, 2), 5 not in (1,)
(1,).append
(1,).__add__(1)
(1,).__setitem__
tuple.__new__(list)
tuple.__new__()
tuple.__new__(tuple, 5)
tuple[int, ...], tuple[()], tuple[int, str]
T(1, 2), type(T(1) + (2,)).__name__, type(T(1, 2)[:]).__name__, T(1) == (1,), len(T()), T(3, 4)[1]
P(1, 2), P(y=1, x=2), P(1, 2)._asdict(), P(1, 2)._replace(x=5), P._make([7, 8]), P._fields, P(1, 2).x, P(1, 2)[1], P(1, 2) == (1, 2), P(1, 2) + (3,), P._field_defaults, P.__match_args__, P(1, 2).__getnewargs__()
P(1)
P(1, 2, 3)
P(1, 2, z=3)
P(1, x=2)
P(1, 2)._replace(z=1)
P._make([1])
P(1, 2).z
setattr(P(1, 2), "x", 5)
setattr(P(1, 2), "z", 5)
namedtuple("Q", "a b c", defaults=[1, 2])(0), namedtuple("Q", ["a", "def", "a"], rename=True)._fields, namedtuple("Q", "a, b")._fields, namedtuple("Q", "")(), namedtuple("Q", "a", module="mod").__module__
namedtuple("Q", "a a")
namedtuple("Q", "def")
namedtuple("Q", "_a")
namedtuple("1Q", "a")
namedtuple("Q", "a", defaults=[1, 2])
namedtuple("Q", 5)
namedtuple("Q", "a b", True)
namedtuple("class", "a")
P.__doc__, P.x.__doc__, P.__new__.__defaults__, repr(P), issubclass(P, tuple), P.__slots__
""")
a, b = b, a = 1, 2; print(a, b)
def f(): return 1, *range(2), *"x"
print(f(), *f(), (yield_ := 5,), [*(), *(1,)], (*[1], *{2: 3}))
for p in (P(1, 2), (1, 2), [1, 2], T(1, 2)):
    match p:
        case P(x=1, y=q): print("P", q)
        case T(): print("T")
        case (1, q): print("sequence", q)
t = (1, [2]); t[1].append(3); print(t)
t = ([],); t[0].append(t); print(t)
print((1, 2) is (1, 2), tuple(t) is t, t[:] is t, t + () is t, () is tuple())
