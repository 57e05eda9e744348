# OrderedDict subclasses whose lookups reorder them: what repr, copies, merges and comparisons call.
from collections import OrderedDict


class Recent(OrderedDict):
    def __getitem__(self, key):
        print("get", key)
        self.move_to_end(key)
        return super().__getitem__(key)


def attempt(label, function):
    recent = Recent()
    for n, key in enumerate("abc"):
        recent[key] = n
    try:
        print(label, "->", function(recent), list(recent))
    except Exception as error:
        print(label, "!!", type(error).__name__, error, list(recent))


attempt("items", lambda r: list(r.items()))
attempt("values", lambda r: list(r.values()))
attempt("repr", lambda r: repr(r))
attempt("equal", lambda r: r == OrderedDict(a=0, b=1, c=2))
attempt("copy", lambda r: r.copy())
attempt("dict", lambda r: dict(r))
attempt("ordered", lambda r: OrderedDict(r))
attempt("pop", lambda r: r.pop("a"))
attempt("popitem", lambda r: r.popitem(last=False))
attempt("get", lambda r: r.get("b"))
attempt("setdefault", lambda r: r.setdefault("a", 5))
attempt("or", lambda r: r | {"x": 1})
attempt("ror", lambda r: {"y": 1} | r)
attempt("ior", lambda r: r.__ior__({"z": 2}))
attempt("unpack", lambda r: {**r})
attempt("call", lambda r: (lambda **kw: kw)(**r))
attempt("update", lambda r: {}.update(r))
attempt("loop", lambda r: [r[k] for k in r])
attempt("reversed", lambda r: list(reversed(r)))
attempt("fromkeys", lambda r: type(r).fromkeys("pq", 0))
attempt("in", lambda r: ("a" in r, len(r), sorted(r)))
