def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


import pickle, io, pickletools
class A:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return type(o) is A and o.x == self.x
    def m(self): return self.x
class S:
    __slots__ = ("a",)
    def __init__(self, a): self.a = a
class Args(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def __getnewargs__(self): return tuple(self)
class State:
    def __getstate__(self): return ("state", 1)
    def __setstate__(self, s): self.s = s
rec = []
rec.append(rec)
values = [None, True, 0, 255, 65536, -1, 1 << 70, -(1 << 70), 1.5, float("inf"), "", "a", "\u00e9\u20ac\U0001f600", "x" * 300, b"", b"\xff" * 3, bytearray(b"q"), (), (1,), (1, 2, 3), (1, 2, 3, 4),
          [], [1, [2]], {}, {"a": {1: 2}}, set(), {1}, frozenset([2]), range(3), slice(1, 2), 3 + 4j, A(1), A(A("n")), len, int, A, [1] * 5, "ab" * 2, ..., NotImplemented, KeyError("k"), OSError(2, "m", "f"), A(3).m, str.join, [].append.__class__]
for v in values:
    row = []
    for p in range(6):
        try:
            data = pickle.dumps(v, p)
            back = pickle.loads(data)
            row.append((len(data), back == v or repr(back) == repr(v) or type(back) is type(v)))
        except Exception as e:
            row.append(type(e).__name__)
    print(type(v).__name__, row)
for p in range(6):
    print(p, pickle.dumps({"a": [1, (2, "x")]}, p))
print(pickle.loads(pickle.dumps(rec))[0].__class__, pickle.loads(pickle.dumps(S(5), 2)).a, pickle.loads(pickle.dumps(Args(1, 2))), pickle.loads(pickle.dumps(State())).s)
pickletools.dis(pickle.dumps([1, "a", {"k": (1.5, None)}], 2))

show(pickle.dumps, (i for i in ()))
show(pickle.dumps, S(1), 0)
show(pickle.dumps, 1, 9)
class P(pickle.Pickler):
    def persistent_id(self, o): return "id" if isinstance(o, A) else None
    def reducer_override(self, o): return (int, ("7",)) if isinstance(o, S) else NotImplemented
class U(pickle.Unpickler):
    def persistent_load(self, i): return "loaded " + i
    def find_class(self, m, n): print("find", m, n); return super().find_class(m, n)
f = io.BytesIO()
P(f, 4).dump([A(1), S(2), int])
f.seek(0)
print(U(f).load())
f = io.BytesIO()
pk = pickle.Pickler(f)
x = [1]
pk.dump(x); pk.dump(x)
f.seek(0)
up = pickle.Unpickler(f)
print(up.load(), up.load(), pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, pickle.format_version)
print(pickle.loads(b"\x80\x03X\x01\x00\x00\x00aq\x00."), pickle.loads(b"I01\n."), pickle.loads(b"S'a'\n."), pickle.loads(b"(dS'k'\nI1\ns."), pickle.loads(b"c__builtin__\nlist\n(t\x52."), pickle.loads(b"\x8a\x02\xff\x00."))
