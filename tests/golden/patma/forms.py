from dataclasses import dataclass
def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
@dataclass
class Point: x: int; y: int
class Named:
    __match_args__ = ("name", "age")
    def __init__(self, name, age=0): self.name, self.age = name, age
class BadArgs: __match_args__ = ["x"]
class BadArgs2: __match_args__ = (5,)
class NoArgs: pass
class Dup: __match_args__ = ("a", "a"); a = 1
ORIGIN = 0
class Const: ONE = 1; HI = "hi"
def kind(v):
    match v:
        case None | True | False: return f"single {v}"
        case 0: return "zero"
        case -1 | -1.5: return "negative"
        case 1 + 2j: return "complex"
        case Const.ONE: return "const one"
        case Const.HI: return "const hi"
        case "a" "b": return "joined"
        case b"x": return "bytes"
        case int(n) if n > 100: return f"big {n}"
        case int(): return "int"
        case float(f): return f"float {f}"
        case str(s) if not s: return "empty str"
        case str() as s: return f"str {s}"
        case []: return "empty"
        case [x]: return f"one {x!r}"
        case [1, 2, *rest]: return f"12 {rest}"
        case [first, *_, [last]]: return f"nested {first} {last}"
        case (a, b): return f"pair {a} {b}"
        case [*all_]: return f"list {all_}"
        case {"type": "circle", "r": r}: return f"circle {r}"
        case {"type": str(t), **rest}: return f"{t} {rest}"
        case {1: _, **none} if not none: return "only one"
        case {}: return f"mapping {len(v)}"
        case Point(0, 0): return "origin"
        case Point(x=0, y=y) | Point(x=y, y=0): return f"axis {y}"
        case Point(x, y): return f"point {x},{y}"
        case Named("bob" | "ann" as n, age=a): return f"known {n} {a}"
        case Named(name=n): return f"named {n}"
        case set() | frozenset(): return "set"
        case type(): return "type"
        case _: return "other"
import collections
for v in (None, True, 0, 0.0, -1, -1.5, 1 + 2j, 1, 2, 101, "hi", "ab", b"x", 2.5, "", "zz", [], (), [5], [1, 2], [1, 2, 3, 4], [9, 8, [7]], (3, 4), [1, 2, [3]], range(3), collections.deque([1]), {"type": "circle", "r": 2}, {"type": "sq", "s": 1}, {"type": 5}, {1: 2}, {1: 2, 3: 4}, {}, collections.OrderedDict(q=1), Point(0, 0), Point(0, 3), Point(4, 0), Point(1, 2), Named("bob", 5), Named("eve"), {1}, frozenset(), int, object, bytearray(b"x"), iter([]), {"r": 1, "type": "circle", "z": 0}):
    print(str(v)[:40], "->", kind(v)) if not callable(v) and not hasattr(v, "__next__") and not isinstance(v, Named) else print(type(v).__name__, "->", kind(v))
def p3(v):
    match v:
        case Point(1, 2, 3): pass
def bad(v, cls):
    match v:
        case cls(1): return "matched"
        case cls(x=5): return "x"
        case _: return "no"
def notcls(v):
    match v:
        case kind(): pass
def dupkw(v):
    match v:
        case Dup(1, a=1): pass
show(p3, Point(1, 2)); show(bad, BadArgs(), BadArgs); show(bad, BadArgs2(), BadArgs2); show(bad, NoArgs(), NoArgs); show(bad, 1, int); show(bad, 1, str); show(bad, "s", Point); show(notcls, 1); show(dupkw, Dup()); show(bad, 1, 5)
def twopos(v):
    match v:
        case int(1, 2): pass
show(twopos, 1)
match (1, [2, {"k": (3, 4)}]):
    case (a, [b, {"k": (c, d)}]) as whole: print(a, b, c, d, whole)
match x := 5, 6:
    case y, z if y > z: print("no")
    case y, z: print("captured", y, z)
match {"a": 1, "b": None}:
    case {"a": int() as i, "b": None, "c": _}: print("no")
    case {"a": int() as i, "b": None}: print("keys", i)
for s in ("match x:\n case a: pass\n case b: pass", "match x:\n case a | b: pass", "match x:\n case [a, a]: pass", "match x:\n case [*a, *b]: pass", "match x:\n case {**r, 'a': 1}: pass", "match x:\n case {'a': 1, 'a': 2}: pass", "match x:\n case C(a=1, a=2): pass", "match x:\n case C(a=1, 2): pass", "match x:\n case a | 1: pass", "match x:\n case (1 | a) | 2: pass", "match x:\n case _ | 1: pass", "match x:\n case 1 + 1: pass", "match x:\n case f(): pass", "match x:\n case f'x': pass", "match x:\n case -a: pass", "match x:\n case {a: 1}: pass", "match x:\n case {**_}: pass", "match x:\n case 1 as _: pass", "match x:\n case 1 as a.b: pass", "match x:\n pass", "match x:\ncase 1: pass", "match = case = 1; match(case)", "match x:\n case a.b.c: pass", "match x:\n case 1 if True: pass", "match *a, b:\n case _: pass", "match x:\n case 1j + 1: pass", "match x:\n case {1.5: a, -2: b, 'x': c, None: d}: pass", "match x:\n case 1: pass\n else: pass"):
    try: compile(s, "s", "exec"); print("ok", repr(s))
    except SyntaxError as e: print(repr(s), "->", e.msg)
