from collections import *
def each(source):
    for line in source.strip().splitlines():
        try:
            print(line, "->", repr(eval(line, globals())))
        except Exception as e:
            print(line, "->", type(e).__name__ + ":", e)
each("""
Counter("banana"), Counter(a=1, b=-2), Counter({"x": 3}), Counter(), Counter("aab").most_common(1), Counter("ab")["z"], sorted(Counter(a=2, b=0, c=-1).elements()), Counter("aab") + Counter("b"), Counter("aab") - Counter("ab"), Counter("aab") & Counter("ab"), Counter("a") | Counter("aab"), +Counter(a=-1, b=1), -Counter(a=-1), Counter("aab").total(), Counter("aab") == Counter("aba"), Counter("a") < Counter("aa"), Counter(a=0) == Counter(), Counter("abc").subtract("ab"), Counter("ab").copy()
Counter(5)
Counter("a", "b")
Counter.fromkeys("ab")
Counter([[]])
Counter("a") + 5
Counter("a") < 5
Counter("abc").most_common("x")
deque([1, 2, 3], 2), deque("abc"), deque(maxlen=3), deque([1, 2]).maxlen, deque([1, 2]) + deque([3]), deque([1]) * 2, deque([1, 2]) == deque([1, 2]), deque([1]) < deque([2]), deque([1, 2, 3])[1], deque([1, 2, 1]).count(1), deque("abc").index("b"), 2 in deque([1]), list(reversed(deque("ab"))), deque(deque([1]))
deque(5)
deque([1], -1)
deque([1], "x")
deque([]).pop()
deque([]).popleft()
deque([1])[5]
deque([1]).remove(5)
deque([1]).index(5)
deque([1], 1).insert(0, 2)
deque([1]) + [2]
deque([1]) < [1]
hash(deque())
deque([1])["a"]
deque([1]).rotate("x")
defaultdict(int)["x"], defaultdict(list, a=[1]), defaultdict(None, {1: 2}), defaultdict(int, {1: 2}) | {3: 4}, defaultdict(int).default_factory, defaultdict(lambda: 5).copy()["q"]
defaultdict()["x"]
defaultdict(5)
defaultdict(len)["x"]
OrderedDict(a=1, b=2), OrderedDict([(1, 2)]) == {1: 2}, OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4), (1, 2)]), list(reversed(OrderedDict(a=1, b=2))), OrderedDict(a=1) | {"b": 2}, OrderedDict.fromkeys("ab"), OrderedDict(a=1, b=2).popitem(last=False), OrderedDict()
OrderedDict().popitem()
OrderedDict(a=1).move_to_end("z")
OrderedDict(a=1).pop("z")
ChainMap({"a": 1}, {"a": 2, "b": 3}), ChainMap({"a": 1}, {"b": 3})["b"], ChainMap({"a": 1}).new_child({"c": 1}), ChainMap({}, {"x": 1}).parents, list(ChainMap({"a": 1}, {"b": 2})), len(ChainMap({1: 1}, {1: 2})), ChainMap(), ChainMap({1: 2}) | {3: 4}, ChainMap({"a": 1}).get("z", 0)
ChainMap({})["x"]
ChainMap({}, {"a": 1}).pop("a")
ChainMap({}).popitem()
UserDict(a=1), UserList([1, 2])[0], UserString("ab").upper(), UserList([1]) + [2], UserDict({1: 2}) | {3: 4}, type(UserString("a") + "b").__name__, UserList("ab").index("b")
UserDict()["x"]
""")
d = deque(range(5)); d.rotate(2); d.appendleft(9); d.extend("xy"); d.extendleft("pq"); print(d, d.popleft(), d.pop()); del d[0]; d.insert(1, "i"); d[0] = 0; d.reverse(); d.remove("i"); print(d); d.clear(); print(d)
o = OrderedDict.fromkeys("abcd"); o.move_to_end("a"); o.move_to_end("d", last=False); print(list(o)); del o["b"]; o["b"] = 1; print(o)
m = ChainMap({}, {"k": 1}); m["k"] = 2; del m["k"]; print(m, m["k"])
try: del m["k"]
except KeyError as e: print(e)
c = Counter("aab"); c.update("bc", z=5); c["a"] -= 5; del c["nothing"]; print(c)
q = deque([1, 2, 3])
try:
    for x in q: q.append(x)
except RuntimeError as e: print(e)
