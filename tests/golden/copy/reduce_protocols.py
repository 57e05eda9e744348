# copy, deepcopy, replace and pickle through __copy__, __deepcopy__, __reduce__, __reduce_ex__, __getstate__, __setstate__, __getnewargs__, slots, cycles.
import re, copy, pickle, copyreg, collections, dataclasses, types
def show(f, *a, **k):
    try: print(re.sub("0x[0-9a-f]+", "0x", repr(f(*a, **k))))
    except Exception as e: print(re.sub("0x[0-9a-f]+", "0x", f"{type(e).__name__}: {e}"))
class P:
    def __init__(s, x): print("init", x); s.x = x
    def __repr__(s): return f"{type(s).__name__}({s.__dict__})"
class Slots:
    __slots__ = ("a", "b", "__dict__")
    def __repr__(s): return f"Slots({getattr(s, 'a', '-')}, {getattr(s, 'b', '-')}, {s.__dict__})"
class State(P):
    def __getstate__(s): print("getstate"); return {"x": s.x, "extra": 1}
    def __setstate__(s, st): print("setstate", st); s.__dict__.update(st)
class FalseState(State):
    def __getstate__(s): return None
class New(tuple):
    def __new__(cls, a, b=0, *, c=0): print("new", a, b, c); self = super().__new__(cls, (a, b)); self.c = c; return self
    def __getnewargs_ex__(s): return (tuple(s)), {"c": s.c}
class New2(int):
    def __new__(cls, v, tag="t"): self = super().__new__(cls, v); self.tag = tag; return self
    def __getnewargs__(s): return int(s), s.tag + "!"
class Red:
    def __init__(s, *a): s.a = a
    def __reduce__(s): print("reduce"); return (Red, ("from", "reduce"), {"st": 1})
    def __repr__(s): return f"Red{s.__dict__}"
class RedList(list):
    def __reduce_ex__(s, p): print("reduce_ex", p); return (RedList, (), {"n": 1}, iter([1, 2]), None)
class RedDict(dict):
    def __reduce__(s): return (RedDict, (), None, None, iter([("k", "v")]))
class Setter:
    def __reduce__(s): return (Setter, (), {"q": 1}, None, None, setter)
    def __repr__(s): return f"Setter{s.__dict__}"
def setter(o, st): print("state setter", st); o.via = st
class Own:
    def __copy__(s): return "own copy"
    def __deepcopy__(s, memo): print("memo", type(memo).__name__, id(s) in memo); return "own deepcopy"
    def __replace__(s, **k): return ("replaced", k)
def sl():
    s = Slots(); s.a = [1]; s.z = 2; return s
objs = [P([1]), sl(), State(1), FalseState(2), New(1, 2, c=3), New2(5), Red(), RedList([9]), RedDict(z=1), Setter(), Own()]
for o in objs:
    print("--", type(o).__name__); show(copy.copy, o); show(copy.deepcopy, o)
    for p in (0, 1, 2, 4): show(lambda: pickle.loads(pickle.dumps(o, p)))
    show(lambda: o.__reduce_ex__(2)[0].__name__); show(lambda: [type(x).__name__ for x in o.__reduce_ex__(4)])
l = [1, [2]]; l.append(l); c = copy.copy(l); d = copy.deepcopy(l); print(c[2] is l, d[2] is d, d[1] is l[1], c[1] is l[1]); e = {"k": l}; e["self"] = e; f = copy.deepcopy(e); print(f["self"] is f, f["k"][2] is f["k"]); t = ([],); t[0].append(t); u = copy.deepcopy(t); print(u[0][0] is u, copy.deepcopy((1, 2)) == (1, 2)); x = [1]; pair = copy.deepcopy([x, x]); print(pair[0] is pair[1]); memo = {id(x): "memoised"}; print(copy.deepcopy([x], memo))
for v in (None, 5, "s", b"b", (1, [2]), frozenset({1}), range(3), slice(1, 2), ..., NotImplemented, int, len, lambda: 0, property(), {1: {2}}, {1, 2}, bytearray(b"x"), 1.5, 2j, collections.OrderedDict(a=[1]), collections.deque([[1]], 5), collections.Counter("aa"), collections.defaultdict(list, a=[1]), types.SimpleNamespace(a=[1]), iter([1, 2]), (i for i in "a"), memoryview(b"a"), types, ValueError("a", [1]), type("T", (), {}), [].append, super, staticmethod(len)):
    n = type(v).__name__
    try: c = copy.copy(v); print(n, "copy", c is v, end=" ")
    except Exception as ex: print(n, "copy", type(ex).__name__, ex, end=" ")
    try: d = copy.deepcopy(v); print("deep", d is v)
    except Exception as ex: print("deep", type(ex).__name__, ex)
    for p in (0, 2):
        try: print("pickle", p, type(pickle.loads(pickle.dumps(v, p))).__name__)
        except Exception as ex: print("pickle", p, type(ex).__name__, str(ex).split(" at 0x")[0].split(" <")[0])
for bad in (5, "notfound", (1,), (len,), (len, 5), (len, (), 1, 2, 3, 4, 5), (5, ()), (P,), None, [], ("a", "b"), (P, ()), (P, (1,), None, 5), (P, (1,), None, None, 5)):
    B = type("B", (), {"__reduce__": lambda s: bad}); show(copy.copy, B()); show(pickle.dumps, B())
for k in ("__reduce_ex__", "__getstate__", "__getnewargs__", "__getnewargs_ex__", "__copy__", "__deepcopy__", "__slots__"):
    ns = {k: (None if k != "__slots__" else ("a",))}; C = type("C", (), ns); show(lambda: type(copy.copy(C())).__name__); show(lambda: type(copy.deepcopy(C())).__name__); C.__module__ = "__main__"; globals()["C"] = C; show(lambda: type(pickle.loads(pickle.dumps(C(), 2))).__name__); show(lambda: type(pickle.loads(pickle.dumps(C(), 0))).__name__)
for na in (5, [1], (1, 2), None): C = type("C", (), {"__getnewargs__": lambda s: na}); show(lambda: C().__reduce_ex__(2)[1][1:]); C = type("C", (), {"__getnewargs_ex__": lambda s: na}); show(lambda: C().__reduce_ex__(2)[1:])
copyreg.pickle(P, lambda p: (P, ("copyreg",))); show(copy.copy, P(1)); show(lambda: pickle.loads(pickle.dumps(P(1)))); del copyreg.dispatch_table[P]; show(copyreg.pickle, P, 5); show(copyreg.constructor, 5)
@dataclasses.dataclass(frozen=True)
class DC: a: int; b: list = dataclasses.field(default_factory=list)
print(copy.replace(DC(1), a=5), copy.replace(Own(), q=1), copy.replace(collections.namedtuple("N", "x y")(1, 2), y=9), copy.replace(types.SimpleNamespace(a=1), b=2), copy.deepcopy(DC(1, [2]))); show(copy.replace, 5); show(copy.replace, DC(1), zz=1); show(copy.replace); show(copy.copy); show(copy.deepcopy)
