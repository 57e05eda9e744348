# weakref, warnings and abc in an observer framework: caches that forget, callbacks, finalizers, deprecated methods, virtual subclasses.
import abc
import gc
import warnings
import weakref


class Signal:
    def __init__(self):
        self.slots = []

    def connect(self, callback):
        self.slots.append(weakref.WeakMethod(callback, self.gone) if hasattr(callback, "__self__") else weakref.ref(callback, self.gone))

    def gone(self, ref):
        self.slots.remove(ref)
        print("slot gone,", len(self.slots), "left")

    def emit(self, *args):
        for ref in list(self.slots):
            ref()(*args)


class Listener:
    def __init__(self, name):
        self.name = name

    def hear(self, what):
        print(self.name, "hears", what)

    def __repr__(self):
        return f"Listener({self.name})"


signal = Signal()
a, b = Listener("a"), Listener("b")
signal.connect(a.hear)
signal.connect(b.hear)


def function(what):
    print("function hears", what)


signal.connect(function)
signal.emit("one")
del a
signal.emit("two")
del function
signal.emit("three")
cache = weakref.WeakValueDictionary(b=b)
cache["temp"] = Listener("temp")
print(sorted(cache), cache.get("temp"), "b" in cache, len(cache), list(cache.items()), cache.setdefault("b", None), cache.pop("nope", 0), [r() for r in cache.valuerefs()])
keys = weakref.WeakKeyDictionary()
keys[b] = "data"
group = weakref.WeakSet([b])
c = Listener("c")
keys[c] = "more"
group.add(c)
print(len(keys), len(group), c in group, {k.name: v for k, v in keys.items()}, [r() for r in keys.keyrefs()][0])
del c
print(len(keys), len(group), keys.get(b), group | {b} == {b})
final = weakref.finalize(b, print, "finalizing", sep=" > ")
other = weakref.finalize(b, lambda: print("never at exit"))
other.atexit = False
print(final.alive, final.peek()[2], other.detach()[2], other.alive, other())
proxy = weakref.proxy(b)
print(proxy.name, type(proxy).__name__, proxy == b, weakref.getweakrefcount(b) > 2, weakref.ref(b) == weakref.ref(b), weakref.ref(b) is weakref.ref(b), hash(weakref.ref("x".join)) if False else weakref.ref(b)() is b)
del b
print(final.alive, len(cache), weakref.ref(Listener("dead"))())
for bad in [lambda: proxy.name, lambda: weakref.ref(3), lambda: weakref.ref([]), lambda: weakref.WeakMethod(print), lambda: cache["b"], lambda: hash(weakref.ref(Listener("x"))), lambda: weakref.WeakKeyDictionary({1: 2}), lambda: weakref.WeakSet([3]), lambda: weakref.ref()]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


class Node:
    def __init__(self):
        self.me = self

    def __del__(self):
        print("node dies")


ref = weakref.ref(Node(), lambda r: print("callback", r() is None))
print(ref() is not None)
gc.collect()
print(ref())


def deprecated(new):
    def decorate(f):
        def wrapper(*args):
            warnings.warn(f"{f.__name__} is old, use {new}", DeprecationWarning, stacklevel=2)
            return f(*args)
        return wrapper
    return decorate


@deprecated("fresh")
def stale(x):
    return x


@warnings.deprecated("use G instead", category=FutureWarning)
class G:
    pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    stale(1)
    G()
    warnings.warn("plain")
    warnings.warn(UserWarning("object"), stacklevel=1)
    warnings.warn_explicit("explicit", ImportWarning, "file.py", 7)
    print([(w.category.__name__, str(w.message), w.filename.endswith("observers.py"), w.lineno if w.filename == "file.py" else 0) for w in caught])
for action in ("error", "ignore", "once", "default", "module"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.resetwarnings()
        warnings.filterwarnings(action, message=".*old", category=DeprecationWarning)
        try:
            for _ in range(3):
                stale(2)
        except DeprecationWarning as error:
            print("raised", error)
        print(action, len(caught))
for bad in [lambda: warnings.simplefilter("odd"), lambda: warnings.filterwarnings("ignore", 3), lambda: warnings.warn("x", int), lambda: warnings.warn("x", 3), lambda: warnings.filterwarnings("ignore", lineno=-1), lambda: warnings.warn_explicit("x", UserWarning, "f"), lambda: warnings.formatwarning("m", UserWarning, "f.py", 3, "line")]:
    try:
        print(repr(bad()))
    except Exception as error:
        print(type(error).__name__, error)


class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self): ...

    @classmethod
    @abc.abstractmethod
    def unit(cls): ...

    @classmethod
    def __subclasshook__(cls, other):
        return True if cls is Shape and any("area" in vars(b) for b in other.__mro__) and other.__name__ == "Duck" else NotImplemented


class Square(Shape):
    area = 4

    @classmethod
    def unit(cls):
        return cls()


class Duck:
    area = 1


@Shape.register
class Registered:
    pass


print(Square.unit().area, isinstance(Duck(), Shape), issubclass(Registered, Shape), isinstance(3, Shape), sorted(Shape.__abstractmethods__), Square.__abstractmethods__, abc.get_cache_token() > 0)
for bad in [lambda: Shape(), lambda: type("Half", (Shape,), {"area": 1})(), lambda: Shape.register(3), lambda: Square.register(Shape)]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
