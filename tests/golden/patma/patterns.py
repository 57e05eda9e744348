# Every kind of pattern.
from dataclasses import dataclass
from collections import UserDict, deque, defaultdict, OrderedDict, namedtuple
import array
@dataclass
class Point:
    x: int
    y: int
class Custom:
    __match_args__ = ("a", "b")
    def __init__(self, a, b): self.a, self.b, self.c = a, b, 9
NT = namedtuple("NT", "p q")
class Colors: RED = "red"; NUM = 5
def m(v):
    match v:
        case 0 | 1: return "zero or one"
        case -2: return "minus two"
        case 1.5: return "float"
        case 2 + 3j: return "complex"
        case None: return "none"
        case True: return "true"
        case Colors.RED | Colors.NUM: return "dotted"
        case "a" "b": return "joined"
        case b"x": return "bytes"
        case []: return "empty"
        case [1, 2]: return "12"
        case (x, 3): return ("pair", x)
        case [first, *_, "end"]: return ("ends", first)
        case [[a, b], c]: return ("nested", a, b, c)
        case ["rest", *rest]: return rest
        case {"k": 1, **rest}: return ("k", rest)
        case {"a": {"b": deep}}: return ("deep", deep)
        case {1: x, "two": y}: return ("keys", x, y)
        case Point(x=0, y=y): return ("on y", y)
        case Point(x, y) if x == y: return ("diagonal", x)
        case Point(): return "point"
        case Custom(1, b=b, c=c): return ("custom", b, c)
        case NT(p, q): return ("nt", p, q)
        case str() as s: return ("str", s)
        case int(n) if n > 100: return ("big", n)
        case int(): return "int"
        case list([*items]): return ("list", len(items))
        case dict(d): return ("dict", sorted(d, key=str))
        case (float() | complex()) as num: return ("num", num)
        case tuple((a, *_)): return ("tuple", a)
        case {}: return "mapping"
        case [*_]: return "sequence"
        case _: return "other"
for v in (0, 1, True, -2, 1.5, 2+3j, None, False, "red", 5, "ab", b"x", [], (), [1, 2], (1, 2), (9, 3), [1, 2, "end"], ["end"], [[1, 2], 3], ["rest"], ["rest", 1, 2], {"k": 1}, {"k": 1, "z": 2}, {"a": {"b": 4}}, {1: 2, "two": 3, "x": 4}, Point(0, 5), Point(2, 2), Point(1, 2), Custom(1, 2), Custom(2, 2), NT(7, 8), "text", 500, 50, [4, 5, 6], {"q": 1}, 2.5, 1j, (4, 5, 6), UserDict(q=1), deque([9, 8, 7]), array.array("i", [1, 2]), range(3), "", b"", bytearray(b"x"), {1, 2}, object, iter([]), defaultdict(int, k=1), OrderedDict(a=1), memoryview(b"ab")):
    print(type(v).__name__, "->", m(v))
