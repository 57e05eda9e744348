# pprint of nested data of every kind, with every option.
import collections
import dataclasses
import pprint
import types

data = {
    "name": "a long string that does not fit into the line, so it has to be split over several lines of output",
    "numbers": list(range(30)),
    "nested": {"b": {"c": {"d": [1, (2,), {3}]}}, "a": ()},
    (1, 2): {"x", "yy", "zzz"},
    3: frozenset([1, 2]),
    "bytes": b"binary data \x00\xff" * 6,
    "array": bytearray(b"abc"),
}
for options in [{}, {"width": 40}, {"indent": 4, "width": 60}, {"depth": 2}, {"compact": True, "width": 50}, {"sort_dicts": False}]:
    print("--", options)
    pprint.pprint(data, **options)


class Odd(list):
    pass


class WithRepr(dict):
    def __repr__(self):
        return "WithRepr()"


@dataclasses.dataclass
class Point:
    x: int
    y: int
    label: str = dataclasses.field(default="somewhere far out in the plane of points", repr=True)
    hidden: int = dataclasses.field(default=0, repr=False)


@dataclasses.dataclass(repr=False)
class Quiet:
    x: int

    def __repr__(self):
        return "Quiet!"


N = collections.namedtuple("N", "first second")
samples = [
    collections.OrderedDict((f"key{i}", "v" * i) for i in range(8)),
    collections.defaultdict(list, {"a" * 10: list(range(20)), "b": [1]}),
    collections.Counter("abracadabra" * 3),
    collections.ChainMap({"a": "x" * 30}, {"b": "y" * 30}),
    collections.deque(range(40), maxlen=50),
    collections.UserDict(a=1), collections.UserList([1, 2]), collections.UserString("text"),
    types.SimpleNamespace(one="1" * 30, two="2" * 30, three=[1, 2, 3]),
    types.MappingProxyType({"k" * 20: "v" * 30, "l" * 20: "w" * 40}),
    Point(1, 2), [Point(i, -i, "p" * 30) for i in range(2)], Quiet(1), N(1, "x" * 80),
    Odd([1, 2, 3]), WithRepr(a=1), {"a": 1}.keys(), {"a" * 40: "b" * 40, "c" * 10: 1}.items(), {"x": 1}.values(),
    "multi\nline\ntext that is long enough to be wrapped at the margins of the page, twice at least\n", b"x" * 100, "",
    {None: 1, "a": 2, 3: 4, (): 5}, [[[[[[[[[[1]]]]]]]]]], range(100), 10 ** 30, 1.5, {"s": "it's \"quoted\" text " * 5},
]
for sample in samples:
    pprint.pprint(sample, width=60)
cycle = [1]
cycle.append(cycle)
print(pprint.isrecursive(cycle), pprint.isreadable(cycle), pprint.isreadable({"a": 1}), pprint.saferepr({"b": [1], "a": (2,)}))
print(pprint.saferepr(cycle).startswith("[1, <Recursion on list with id="))
pprint.pp({"z": 1, "a": 2})
print(pprint.pformat(12345678, underscore_numbers=True), pprint.pformat([10 ** 9, True, -12345], underscore_numbers=True))


class Upper(pprint.PrettyPrinter):
    def format(self, obj, context, maxlevels, level):
        if isinstance(obj, str):
            return obj.upper(), True, False
        return super().format(obj, context, maxlevels, level)


Upper(width=30).pprint(["abc", {"k": "long string value over the width"}])
for bad in ({"indent": -1}, {"depth": 0}, {"width": 0}):
    try:
        pprint.PrettyPrinter(**bad)
    except ValueError as error:
        print(error)
