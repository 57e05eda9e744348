# A StopIteration that comes out of what an iterator calls ends it like any other end; its value, too, goes where an end's value goes.
import collections
import io
import itertools as it


def told(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e.args)


def stop(*args):
    raise StopIteration(5)


class Bad:
    """Whatever is asked of it is the end."""

    def stop(self, *args):
        raise StopIteration("bad")

    __eq__ = __bool__ = __iter__ = __lt__ = __add__ = __radd__ = __len__ = __getitem__ = __index__ = stop
    __hash__ = None


class Ends:
    """An iterator that ends with a value."""

    def __init__(self, items=(), value=7):
        self.items = list(items)
        self.value = value

    def __iter__(self):
        return self

    def __next__(self):
        if self.items:
            return self.items.pop(0)
        raise StopIteration(self.value)


def gives(value):
    return value
    yield


iterators = {
    "map": lambda: map(stop, [1]),
    "map of two": lambda: map(stop, [1], [2]),
    "map of next": lambda: map(next, [iter([1]), iter([]), iter([2])]),
    "map strict": lambda: map(stop, [1], [2], strict=True),
    "filter": lambda: filter(stop, [1]),
    "filter of none": lambda: filter(None, [0, Bad()]),
    "starmap": lambda: it.starmap(stop, [(1,)]),
    "starmap of bad": lambda: it.starmap(print, [Bad()]),
    "takewhile": lambda: it.takewhile(stop, [1]),
    "takewhile, truth": lambda: it.takewhile(lambda v: Bad(), [1]),
    "dropwhile": lambda: it.dropwhile(stop, [1]),
    "filterfalse": lambda: it.filterfalse(stop, [1]),
    "filterfalse of none": lambda: it.filterfalse(None, [0, Bad()]),
    "accumulate": lambda: it.accumulate([1, 2, 3], stop),
    "accumulate of bad": lambda: it.accumulate([1, Bad()]),
    "groupby": lambda: (key for key, group in it.groupby([1, 2], stop)),
    "compress": lambda: it.compress([1, 2], [1, Bad()]),
    "chain": lambda: it.chain([1], Bad(), [2]),
    "chain from": lambda: it.chain.from_iterable([[1], Bad(), [2]]),
    "iter of callable": lambda: iter(stop, 1),
    "iter, comparison": lambda: iter(lambda: 1, Bad()),
    "iter of bad": lambda: (lambda c: c.__class__ and iter(c))(type("Seq", (), {"__getitem__": stop})()),
    "reversed": lambda: reversed(type("Seq", (), {"__getitem__": stop, "__len__": lambda self: 3})()),
    "zip": lambda: zip([1], map(stop, [1])),
    "enumerate": lambda: enumerate(map(stop, [1])),
    "zip_longest": lambda: it.zip_longest([1], map(stop, [1]), fillvalue=0),
    "islice": lambda: it.islice(map(stop, [1]), 3),
    "cycle": lambda: it.islice(it.cycle(it.chain([1], map(stop, [1]))), 3),
    "batched": lambda: it.batched(it.chain([1], map(stop, [1])), 2),
    "pairwise": lambda: it.pairwise(it.chain([1, 2], map(stop, [1]))),
    "tee": lambda: it.tee(map(stop, [1]))[1],
}
for name, make in iterators.items():
    print(f"-- {name}")
    told(lambda: list(make()))
    told(lambda: [v for v in make()])
    told(lambda: next(make()))
    told(lambda: make().__next__())
    told(lambda: next(make(), "nothing"))

print("== all consumers")
consumers = [list, tuple, set, dict, sum, max, any, all, sorted, bytes, "".join, frozenset, collections.deque, collections.Counter, dict.fromkeys, [].extend, {}.update, enumerate,
             lambda v: [*v], lambda v: (lambda *a: a)(*v), lambda v: 3 in v, lambda v: [0, *v]]
for f in consumers:
    told(lambda: (lambda got: got if not isinstance(got, enumerate) else "enumerate")(f(map(stop, [1]))))
told(lambda: min(map(stop, [1]), default="none"))
told(lambda: sorted([1, 2], key=stop))
told(lambda: max([1, 2], key=stop))
told(lambda: list(map(stop, [1], strict=Bad())))


def unpack():
    a, *b = (1, *map(stop, [1]))
    return a, b


told(unpack)


print("== the value of an end")


def value_of(iterator):
    value = yield from iterator
    print("value", value)


for name, make in {
    "python": lambda: Ends([1]),
    "map": lambda: map(stop, [1]),
    "map over": lambda: map(str, Ends([1])),
    "filter": lambda: filter(stop, [1]),
    "filter over": lambda: filter(None, Ends([1])),
    "zip": lambda: zip(Ends([1])),
    "enumerate": lambda: enumerate(Ends()),
    "takewhile": lambda: it.takewhile(stop, [1]),
    "takewhile over": lambda: it.takewhile(bool, Ends([1])),
    "starmap": lambda: it.starmap(stop, [(1,)]),
    "accumulate": lambda: it.accumulate([1, 2], stop),
    "islice": lambda: it.islice(Ends([1]), 5),
    "pairwise": lambda: it.pairwise(Ends([1, 2])),
    "generator": lambda: gives(3),
    "map over generator": lambda: map(str, gives(3)),
    "iter of callable": lambda: iter(stop, 1),
    "chain": lambda: it.chain(Ends([1])),
    "list": lambda: iter([1]),
}.items():
    print(name, list(value_of(make())))

print("== an end leaves nothing behind")


def end_of(iterator):
    try:
        next(iterator)
    except StopIteration as e:
        return e.args


for f in consumers + [lambda v: list(zip([1], v)), lambda v: list(it.chain(v, [1])), lambda v: [w for w in v], lambda v: next(v, None)]:
    for make in (lambda: gives(3), lambda: Ends([])):
        try:
            f(make())
        except ValueError:
            pass
        print(end_of(iter([])), end_of(map(str, [])), list(value_of(iter(()))))


class Dies:
    def __del__(self):
        print("the value dies")


print(list(Ends(value=Dies())), "behind list")
print(tuple(gives(Dies())), "behind tuple")
print([*Ends(value=Dies())], "behind unpacking")
print(next(Ends(value=Dies()), "default"), "behind next")
for _ in Ends(value=Dies()):
    pass
print("behind a loop")
print(list(zip(Ends(value=Dies()))), "behind zip")

print("== files")


class Lines(io.StringIO):
    def readline(self, *args):
        stop()


class RawLines(io.BytesIO):
    def readline(self, *args):
        stop()


class Base(io.IOBase):
    def readline(self, *args):
        stop()


for kind in (Lines, RawLines, Base):
    told(lambda: list(kind()))
    told(lambda: next(kind()))

print("== tracebacks keep the place")
import traceback


def raiser(value):
    raise StopIteration(value)


for f in (lambda: next(map(raiser, [1])), lambda: filter(raiser, [1]).__next__()):
    try:
        f()
    except StopIteration as e:
        print([frame.name for frame in traceback.extract_tb(e.__traceback__)], e.value)
