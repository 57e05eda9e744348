# __bool__, __len__, __index__, __int__, __float__, __complex__, __hash__, __str__ and friends that answer wrongly.
import operator, math, warnings
warnings.simplefilter("always")
def show(f, *a):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: print(repr(f(*a)), *(str(x.message) for x in w))
        except Exception as e: print(type(e).__name__ + ":", e, *(str(x.message) for x in w))
def cls(**m): return type("X", (), {f"__{k}__": (lambda self, *a, v=v: v) if not isinstance(v, type) or not issubclass(v, Exception) else None for k, v in m.items()} | {f"__{k}__": raiser(v) for k, v in m.items() if isinstance(v, type) and issubclass(v, Exception)})()
def raiser(e):
    def m(self, *a): raise e("from method")
    return m
class I(int): pass
class F(float): pass
class S(str): pass
class Cx(complex): pass
class B(bytes): pass
for v in (True, 1, 0, None, "x", ValueError): show(bool, cls(bool=v))
for v in (0, 3, -1, 2**62, 2**63, 2**64, True, 1.0, "3", None, TypeError, I(4)): show(len, cls(len=v)); show(bool, cls(len=v)); show(operator.length_hint, cls(len=v))
for v in (0, 3, -1, 2**70, True, 1.0, None, I(4), KeyError, NotImplemented): show(operator.length_hint, cls(length_hint=v), 7); show(list, type("Y", (), {"__iter__": lambda s: iter("ab"), "__length_hint__": lambda s, v=v: v})()) if v != 2**70 else None
for v in (5, True, I(6), 2.0, "1", None, OSError, 10**30):
    o = cls(index=v)
    for f in (int, operator.index, hex, float, complex, bin, chr, lambda o: [0, 1, 2, 3, 4, 5, 6][o], lambda o: list(range(o))[:3] if v != 10**30 else 0, lambda o: "abcdefgh"[o:], lambda o: "ab" * o if v != 10**30 else 0, lambda o: round(1.23456789, o), lambda o: 1 << o if v != 10**30 else 0, lambda o: int("11", o), lambda o: bytes(o) if v != 10**30 else 0, math.gcd): show(f, o)
for v in (5, True, I(6), 2.5, "1", None, ValueError): o = cls(int=v); show(int, o); show(float, o); show(operator.index, o); show(math.floor, o); show(lambda: "%d" % o); show(lambda: int(o) + 1)
for v in (5.5, 5, True, F(6), "1", None, ValueError): o = cls(float=v); show(float, o); show(complex, o); show(math.sqrt, o); show(lambda: "%.2f" % o); show(int, o)
for v in (1j, Cx(2), 1, 1.5, None, ValueError): o = cls(complex=v); show(complex, o); show(complex, o, 1); show(complex, 1, o)
for v in (5, 2.5, "t"): o = cls(trunc=v); show(math.trunc, o); show(int, o); show(math.floor, cls(floor=v)); show(math.ceil, cls(ceil=v)); show(round, cls(round=v)); show(round, cls(round=v), 2); show(abs, cls(abs=v)); show(divmod, cls(divmod=v), 1); show(operator.neg, cls(neg=v)); show(operator.invert, cls(invert=v))
for v in (5, -1, -2, True, I(7), 2**61 - 1, 2**64, -2**70, 1.0, "h", None, LookupError): show(hash, cls(hash=v))
for v in ("s", S("sub"), 5, None, b"b", ValueError):
    o = cls(str=v); show(str, o); show(lambda: f"{o}"); show(lambda: "%s" % o); show(print, o)
    o = cls(repr=v); show(repr, o); show(str, o); show(ascii, o); show(lambda: [o].__repr__()); show(lambda: f"{o!r:>5}")
    o = cls(format=v); show(format, o, "spec"); show(lambda: f"{o:x}"); show("{}".format, o)
    o = cls(fspath=v); show(lambda: __import__("os").fspath(o)); show(open, o)
for v in (b"b", B(b"sub"), bytearray(b"a"), "s", 5, None): show(bytes, cls(bytes=v)); show(bytearray, cls(bytes=v))
for v in (iter([1]), [1], 5, None, ZeroDivisionError): o = cls(iter=v); show(list, o); show(iter, o) if not isinstance(v, type(iter([]))) else None; show(lambda: 1 in o); show(lambda: [*o]); show(dict, o); show(reversed, cls(reversed=v)) if v is None or v is ZeroDivisionError else None
for v in (["a"], ("b",), "xy", 5, None, {"q"}, [2, 1], [1, "a"]): show(dir, cls(dir=v))
for v in (True, 0, "s", None, [], ValueError): o = cls(contains=v); show(lambda: 1 in o); show(lambda: 1 not in o)
for name in ("next", "call", "getitem", "missing", "enter", "copy", "sizeof", "instancecheck", "set_name", "prepare"): print(name, hasattr(cls(**{name: 1}), f"__{name}__"))
show(next, cls(next=5)); show(iter, cls(next=5)); show(cls(call=9)); show(cls(call=9), 1, 2); show(lambda: cls(getitem=3)["any"]); show(lambda: list(zip(cls(getitem=3), "ab"))); show(lambda: cls(getattr=4).anything); show(isinstance, 1, cls(instancecheck=1)); show(lambda: cls(sizeof=-1).__sizeof__()); show(__import__("sys").getsizeof, cls(sizeof=-1)); show(__import__("sys").getsizeof, cls(sizeof="x")); show(__import__("sys").getsizeof, cls(sizeof=-1), 44)
