# collections in use: Counter arithmetic, ChainMap scopes, deques, named tuples, user classes, ordered and default dicts, an LRU cache and an inverted index.
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, abc, defaultdict, deque, namedtuple

c = Counter("mississippi")
d = Counter(s=1, i=5, z=-2)
print(c, c.most_common(2), c + d, c - d, c & d, c | d, +d, -d, c["q"], sum(c.values()), c.total(), sorted(c.elements())[:4], c == Counter(i=4, s=4, p=2, m=1, q=0), Counter(a=1) <= Counter(a=2), Counter([1, 1, 2]) >= {1: 1} if False else "")
log = deque([1, 2])
c.subtract("miss")
c.update(m=3)
del c["p"], c["nothing"]
print(c, repr(Counter({"x": None}))[:20], Counter.fromkeys if False else "no fromkeys")
for bad in [lambda: Counter.fromkeys("ab"), lambda: Counter("a", "b"), lambda: Counter(3), lambda: namedtuple("X", "a a"), lambda: namedtuple("X", "class"), lambda: namedtuple("1X", "a"), lambda: namedtuple("X", "_a"), lambda: namedtuple("X", "a b", defaults=(1, 2, 3)), lambda: deque(maxlen=-1), lambda: deque([], "x"), lambda: deque().pop(), lambda: deque([1])[5], lambda: deque([1]).remove(2), lambda: deque([1]).index(7), lambda: deque([1], 1).insert(0, 2), lambda: OrderedDict().popitem(), lambda: OrderedDict(a=1).move_to_end("b"), lambda: ChainMap({}, {"a": 1}).pop("a"), lambda: ChainMap()["x"], lambda: defaultdict(3), lambda: defaultdict(None)["k"], lambda: UserDict()["x"], lambda: [log.append(x) for x in log]]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
builtin, outer, local = {"len": 1, "x": 0}, {"x": 1, "y": 2}, {}
scope = ChainMap(local, outer, builtin)
scope["z"] = 3
inner = scope.new_child({"x": 9})
print(scope["x"], inner["x"], inner.parents == scope, list(scope), dict(scope), len(inner), scope.maps[0], repr(ChainMap({1: 2})), "len" in inner, inner | {"q": 1}, ChainMap({1: 2}, {1: 3, 4: 5}).items())
q = deque(range(5), maxlen=5)
q.append(5)
q.rotate(2)
q.extendleft("ab")
print(q, q[1:2] if False else q[1], q.count(2), q.index(1) if 1 in q else "gone", q.maxlen, q.copy() == q, q * 2, q + deque([1]), deque([1, 2]) < deque([1, 3]), list(reversed(q)))
q.insert(1, "i") if q.maxlen is None else q.popleft()
q[0] = "first"
del q[1]
print(q, deque("abc", 2), hash is not None)
Point = namedtuple("Point", ["x", "y", "label"], defaults=["origin"], module="geo")
p = Point(1, 2)
print(p, p._replace(x=5), p._asdict(), Point._fields, Point._field_defaults, Point._make([1, 2, 3]), p == (1, 2, "origin"), Point.__doc__, Point.x.__doc__, p.__getnewargs__(), namedtuple("R", "a b a class", rename=True)._fields, Point.__module__, [*p], p[1:], p.count(1), p.__match_args__)
for bad in [lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: Point._make([1]), lambda: p._replace(q=1), lambda: setattr(p, "x", 1), lambda: Point(1, z=2)]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        return f"<{key}>"


u = Lower(A=1)
u.update({"B": 2}, C=3)
print(u, u["b"], u["nope"], u.get("nope"), u.setdefault("D", 4), u | {"E": 5}, {"F": 6} | u, sorted(u), u.pop("a"), len(u), isinstance(u, abc.MutableMapping), isinstance(u, dict))
l = UserList([3, 1, 2])
l.sort()
l += [9]
print(l, l[1:], l + [4], [0] + l, l * 2, l == [1, 2, 3, 9], UserString("abc") + "d", UserString("abc").upper(), "b" in UserString("abc"), UserString("%s!") % 3, UserString("a") < "b")


class LRU(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size

    def __getitem__(self, key):
        self.move_to_end(key)
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if len(self) > self.size:
            print("evicts", next(iter(self)))
            self.popitem(last=False)


cache = LRU(2)
cache["a"], cache["b"] = 1, 2
cache["a"]
cache["c"] = 3
print(cache, list(cache.items()), cache == OrderedDict(a=1, c=3), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {"a": 1}, list(reversed(OrderedDict(a=1, b=2))), OrderedDict.fromkeys("ab", 0))
index = defaultdict(lambda: defaultdict(list))
for number, line in enumerate(["the cat sat", "the dog", "a cat and a dog"], 1):
    for at, word in enumerate(line.split()):
        index[word][number].append(at)
print({word: dict(lines) for word, lines in sorted(index.items())}, index["none"], "none" in index, defaultdict(int, a=1), defaultdict(list).default_factory, defaultdict(int, {"a": 1}) | {"b": 2}, defaultdict(int).copy())


class Range(abc.Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        return i * i


r = Range(4)
print(list(r), list(reversed(r)), 4 in r, r.index(9), r.count(1), isinstance(r, abc.Reversible), isinstance([], abc.MutableSequence), issubclass(dict, abc.Mapping), isinstance(len, abc.Callable), isinstance(iter([]), abc.Iterator), isinstance(3, abc.Hashable), isinstance({}.keys(), abc.Set))
try:
    abc.MutableSet()
except TypeError as error:
    print(error)
