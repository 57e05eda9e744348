import json, enum, collections
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

class C:
    def __init__(self, v): self.v = v
def default(o):
    if isinstance(o, C): return {"c": o.v}
    if isinstance(o, set): return sorted(o)
    raise TypeError(f"no {type(o).__name__}")
print(json.dumps([C(1), C([C(2)]), {3, 1, 2}], default=default))
attempt(json.dumps, [1j], default=default)
class E(enum.IntEnum): A = 5
print(json.dumps([E.A, {E.A: 1}]), json.dumps(collections.OrderedDict(b=1, a=2)))
class Enc(json.JSONEncoder):
    def default(self, o): return repr(type(o).__name__)
print(json.dumps({"x": C(1)}, cls=Enc), "".join(Enc(indent=1).iterencode([1, {"a": C(2)}])))
class I(int):
    def __repr__(self): return "I"
class S(str): pass
class F(float):
    def __repr__(self): return "F"
print(json.dumps([I(3), S("s"), F(1.5), {S("k"): I(1)}]))
nt = collections.namedtuple("nt", "a b")
print(json.dumps(nt(1, 2)))
