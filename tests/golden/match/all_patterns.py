# Every kind of pattern, what it asks of the subject and in which order.
import collections, collections.abc, dataclasses, enum
def show(f, *a):
    try: print(repr(f(*a)))
    except Exception as e: print(type(e).__name__ + ":", e)
class Color(enum.Enum): RED = 1; BLUE = 2
class K: one = 1; name = "nm"
@dataclasses.dataclass
class P: x: int; y: int = 0
class Q:
    __match_args__ = ("a", "b")
    def __init__(self, **k): self.__dict__.update(k)
def m(s):
    match s:
        case None | True | False: return f"singleton {s}"
        case -1 | 1.5 | 2+3j | -4-5j: return f"number {s}"
        case "a" "b": return "joined"
        case b"x": return "bytes"
        case Color.RED: return "red"
        case K.one: return "K.one"
        case K.name: return "K.name"
        case []: return "empty sequence"
        case [x]: return f"one {x}"
        case [1, *rest]: return f"1 then {rest}"
        case [*_, "end"]: return "ends"
        case (a, b) if a == b: return f"pair of {a}"
        case [[a, b], *_] | [*_, {"k": (a, b)}]: return f"nested {a} {b}"
        case {"type": "p", "x": int(x) | float(x)}: return f"typed {x}"
        case {"k": v, **rest} if rest: return f"k={v} rest={rest}"
        case {"k": _}: return "only k"
        case {1: one, -2: two, None: none, b"b": b, K.name: nm}: return (one, two, none, b, nm)
        case P(0, 0): return "origin"
        case P(x, y=0): return f"on x axis {x}"
        case P(x=x, y=y) as p if x == y: return f"diagonal {p}"
        case Q(a=1) | Q(a=2, b=3): return "Q few"
        case Q(a, b): return f"Q {a} {b}"
        case str(s) | bytes(s): return f"text {s!r}"
        case int() as n: return f"int {n}"
        case float(): return "float"
        case list() | tuple() as seq: return f"sequence {seq}"
        case dict(d): return f"dict {d}"
        case object(some=value): return f"some {value}"
        case _: return "default"
for s in (None, True, -1, 1.5, 2+3j, -4-5j, 1, 1.0, "ab", b"x", Color.RED, Color.BLUE, "nm", [], (), [5], [1, 2, 3], (1,), ["z", "end"], (7, 7), [[1, 2], 3, 4], [0, 0, {"k": "xy"}], [0, 0, {"k": [8, 9]}], {"type": "p", "x": 3}, {"type": "p", "x": "s", "k": 1}, {"k": 1}, {"k": 1, "j": 2}, {}, {1: "o", -2: "t", None: "n", b"b": "B", "nm": "N"}, P(0), P(3), P(4, 4), P(4, 5), Q(a=1), Q(a=2, b=3), Q(a=5, b=6), Q(b=1), "str", b"by", 77, 2.5, range(3), collections.deque([1, 9]), collections.UserDict(k=5), bytearray(b"x"), {1, 2}, iter([1]), collections.Counter("aab"), type("S", (), {"some": 4})(), memoryview(b"ab"), collections.namedtuple("N", "a b")(1, 2), "", 10**30): show(m, s)
class Log:
    def __init__(self, **k): self.k = k
    def __getattr__(self, n):
        if n.startswith("__"): raise AttributeError(n)
        print("get", n)
        try: return self.k[n]
        except KeyError: raise AttributeError(n)
class LogMap(collections.abc.Mapping):
    def __init__(self, **k): self.d = k
    def __getitem__(self, k): print("item", k); return self.d[k]
    def __len__(self): print("len"); return len(self.d)
    def __iter__(self): print("iter"); return iter(self.d)
    def get(self, k, default=None): print("get", k); return self.d.get(k, default)
    def keys(self): print("keys"); return self.d.keys()
class LogSeq(collections.abc.Sequence):
    def __init__(self, *a): self.a = a
    def __getitem__(self, i): print("seq item", i); return self.a[i]
    def __len__(self): print("seq len"); return len(self.a)
class Eq:
    def __eq__(self, o): print("eq", o); return o == 3
def order(s):
    match s:
        case Log(a=1, b=2): return "first"
        case Log(a=1, c=c): return c
        case {"a": 1, "b": b}: return b
        case {"a": a, **r}: return a, r
        case [1, 2]: return "12"
        case [a, b, *c]: return a, b, c
        case 1 | 2 | 3 | 4: return "number"
        case Log(): return "a log"
for s in (Log(a=1, b=2), Log(a=1, c="C"), Log(a=5), LogMap(a=1, b=7), LogMap(a=4, q=1), LogMap(z=1), LogSeq(1, 2), LogSeq(5, 6, 7), LogSeq(1), Eq()): show(order, s)
class Bad1: __match_args__ = ["x"]
class Bad2: __match_args__ = (1,)
class Bad3: __match_args__ = ("x", "x"); x = 1
class Raise:
    __match_args__ = ("x",)
    @property
    def x(self): raise ValueError("property")
class Meta(type):
    def __instancecheck__(c, o): print("instancecheck"); return o == 9
class Inst(metaclass=Meta): pass
def cls(s, c, kind):
    match kind:
        case 0:
            match s:
                case c(1): return "positional"
        case 1:
            match s:
                case c(1, 2): return "two"
        case 2:
            match s:
                case c(1, x=2): return "both"
        case 3:
            match s:
                case c(): return "bare"
        case 4:
            match s:
                case c(x=v): return v
for s, c, k in ((Bad1(), Bad1, 0), (Bad2(), Bad2, 0), (Bad3(), Bad3, 1), (Raise(), Raise, 0), (9, Inst, 3), (8, Inst, 3), (1, int, 0), (1, int, 1), (object(), object, 0), (P(1), P, 1), (P(1, 2), P, 2), (Q(), Q, 4), (1, "notaclass", 3), (1, int | str, 3), (1, list[int], 3), (1, 5, 0), (P(1, 2), P, 3), (Raise(), Raise, 4), (1, len, 3), (True, int, 0), ("s", str, 1), ([1], list, 0), (K, type, 3)): show(cls, s, c, k)
def bind(s):
    a = b = "unset"
    match s:
        case [a, 1] | [1, a]: pass
        case {"x": a, "y": [b, *_]}: pass
        case [a, [b, 3]]: pass
        case str() as a: pass
    return a, b
for s in ([5, 1], [1, 5], {"x": 1, "y": []}, {"x": 2, "y": "ab"}, {"x": 2, "y": [3]}, [8, [9, 4]], [8, [9, 3]], "s"): print(bind(s))
match = 5; case = {match: [1]}; type = 3; _ = 7
match match:
    case int(case): print(case, _)
match case, type:
    case (5, _): print("tuple subject", _)
print(match [0] if 0 else match, _)
for src in ("match x:\n case a: pass\n case b: pass", "match x:\n case a | b: pass", "match x:\n case (a, a): pass", "match x:\n case [a] | [b]: pass", "match x:\n case _ | 1: pass", "match x:\n case {**r, 'a': 1}: pass", "match x:\n case {'a': 1, 'a': 2}: pass", "match x:\n case {**_}: pass", "match x:\n case [*a, *b]: pass", "match x:\n case 1 + 1: pass", "match x:\n case 1 + 1j: pass", "match x:\n case -x: pass", "match x:\n case f(): pass\n case a.b(): pass", "match x:\n case C(a=1, a=2): pass", "match x:\n case C(a=1, 2): pass", "match x:\n case f'a': pass", "match x:\n case x.y: pass", "match x:\n case _.y: pass", "match x:\n case {x: 1}: pass", "match x:\n case 1 as a.b: pass", "match x:\n case 1 as _: pass", "match x:\n pass", "match x:\n case a if b: pass\n case _ as c: pass", "match *a, b:\n case [*_]: pass", "match x:\n case (): pass\n case (1): pass\n case (1,): pass", "match x:\n case {1+1: a}: pass", "match x:\n case a.b | c.d: pass", "match x:\n case 1 | a: pass\n case 2: pass", "match x:\ncase 1: pass", "match x:\n case a := 1: pass", "match x:\n case *a: pass", "match x:\n case *a,: pass", "match x:\n case -1j | 1 - 2j: pass"):
    try: compile(src, "s", "exec"); print("fine", src.replace("\n", "/"))
    except SyntaxError as e: print(src.replace("\n", "/"), "|", e.msg, e.lineno, e.offset)
