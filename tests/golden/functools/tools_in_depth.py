# functools in depth: caches, partials with placeholders, dispatch on every kind of annotation, cached properties, ordering, wraps, reduce, cmp_to_key.
import functools
import inspect
from collections import OrderedDict, UserDict
from functools import Placeholder, cache, cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering, update_wrapper, wraps
from typing import Union


@lru_cache(maxsize=3, typed=True)
def square(x, *, scale=1):
    print("computing", x, scale)
    return x * x * scale


print(square(2), square(2), square(2.0), square(3, scale=2), square(4), square(2), square.cache_info(), square.cache_parameters(), square.__wrapped__.__name__)
square.cache_clear()
print(square.cache_info(), repr(square).split(" at 0x")[0])
try:
    square([])
except TypeError as error:
    print(error)


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info().hits, fib.cache_parameters())


class Account:
    bonus = partialmethod(lambda self, kind, amount: (kind, amount, self.name), "bonus")

    def __init__(self, name):
        self.name = name

    @cached_property
    def expensive(self):
        """Doc of it."""
        print("expensive for", self.name)
        return len(self.name)

    @lru_cache
    def method(self, x):
        return self.name, x

    @singledispatchmethod
    def show(self, arg):
        return f"other {arg!r}"

    @show.register
    def _(self, arg: int | float):
        return f"number {arg}"

    @show.register(str)
    def _(self, arg):
        return f"text {arg}"

    @singledispatchmethod
    @classmethod
    def build(cls, source):
        raise NotImplementedError(type(source).__name__)

    @build.register
    @classmethod
    def _(cls, source: dict):
        return cls(**source)


a = Account("ann")
print(a.expensive, a.expensive, a.__dict__, Account.expensive.__doc__, a.bonus(5), a.method(1), a.show(1), a.show(2.5), a.show("s"), a.show(None), Account.build({"name": "bob"}).name)
del a.expensive
print(a.expensive)
try:
    Account.build(3)
except NotImplementedError as error:
    print(repr(error))


class Slots:
    __slots__ = ("x",)

    @cached_property
    def p(self):
        return 1


try:
    Slots().p
except TypeError as error:
    print(error)


@singledispatch
def describe(x, indent=0):
    return f"object {x!r}"


@describe.register
def _(x: list, indent=0):
    return "[" + ", ".join(describe(i) for i in x) + "]"


@describe.register(dict)
@describe.register(UserDict)
def _(x, indent=0):
    return "{" + ", ".join(f"{k}: {describe(v)}" for k, v in x.items()) + "}"


describe.register(type(None), lambda x: "nothing")


@describe.register
def number(x: Union[int, complex]):
    return f"number {x}"


print(describe([1, {"a": None}, UserDict(b=2j), True, 1.5]), describe(OrderedDict(z=1)), describe.dispatch(bool) is number, sorted(t.__name__ for t in describe.registry), number(3))
for bad in [lambda: describe(), lambda: describe.register(3), lambda: describe.register(lambda x: x), lambda: describe.register("x", lambda x: x), lambda: describe.register(list[int], lambda x: x)]:
    try:
        print(bad())
    except TypeError as error:
        print(str(error).split(" at 0x")[0])


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, Version) else NotImplemented


v, w = Version("1.2"), Version("1.10")
print(v < w, v <= w, v > w, v >= w, v != w, max(v, w).parts, Version.__gt__.__name__)
for bad in [lambda: v < 3, lambda: v >= "x", lambda: total_ordering(type("E", (), {}))]:
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(error)


def f(*args, **kwargs):
    """Doc of f."""
    return args, kwargs


p = partial(f, 1, Placeholder, 3, key="v")
print(p(2), p("x", 4, key="w"), p.args, p.keywords, partial(p, 9)(5), repr(p).split(" ")[0], p.func is f, inspect.signature(partial(lambda a, b, c=1: 0, Placeholder, 2)), repr(Placeholder))
for bad in [lambda: partial(f, Placeholder), lambda: p(), lambda: partial(), lambda: partial(3), lambda: partial(f, x=Placeholder), lambda: reduce(f, []), lambda: reduce(f), lambda: cmp_to_key(3)(1) < cmp_to_key(3)(2), lambda: lru_cache(f, 3) and lru_cache("x")]:
    try:
        print(bad())
    except TypeError as error:
        print(error)


@wraps(f, assigned=("__name__", "__doc__"), updated=())
def g():
    pass


print(g.__name__, g.__doc__, g.__wrapped__ is f, g.__qualname__, functools.WRAPPER_ASSIGNMENTS, update_wrapper(partial(f), f).__name__)
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + [b], "abc", initial=[]), sorted(["b10", "a2", "b9"], key=cmp_to_key(lambda x, y: int(x[1:]) - int(y[1:]))), cmp_to_key(lambda a, b: b - a)(1) > cmp_to_key(lambda a, b: b - a)(2) if False else "", functools.singledispatch(lambda x: x)(4))
