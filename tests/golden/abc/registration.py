import abc, collections.abc as c
class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self): ...
    @abc.abstractmethod
    def scale(self, k): "base"; return k
    @classmethod
    @abc.abstractmethod
    def unit(cls): ...
    @staticmethod
    @abc.abstractmethod
    def kind(): ...
for cls in (Shape, type("Half", (Shape,), {"area": 1}), type("Three", (Shape,), {"area": 1, "scale": 2, "kind": 3})):
    try: cls()
    except TypeError as e: print(e)
class Square(Shape):
    area = property(lambda self: 4)
    def scale(self, k): return super().scale(k) * 2
    @classmethod
    def unit(cls): return cls()
    @staticmethod
    def kind(): return "square"
print(Square.unit().area, Square().scale(3), Square.kind(), Shape.__abstractmethods__ == {"area", "scale", "unit", "kind"}, Square.__abstractmethods__)
class Sized(metaclass=abc.ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Sized:
            return any("size" in k.__dict__ for k in other.__mro__) or NotImplemented
        return NotImplemented
class Box: size = 1
class Deep(Box): pass
class Plain: pass
print(issubclass(Box, Sized), isinstance(Deep(), Sized), issubclass(Plain, Sized), Sized.register(Plain) is Plain, issubclass(Plain, Sized), isinstance(Plain(), Sized))
@Shape.register
class Foreign: pass
print(issubclass(Foreign, Shape), isinstance(Foreign(), Shape), Shape in Foreign.__mro__, abc.get_cache_token() > 0)
for bad in (lambda: Sized.register(5), lambda: Square.register(Shape), lambda: issubclass(5, Sized)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
del Square.scale
Square.__abstractmethods__ = frozenset({"scale"})
try: Square()
except TypeError as e: print(e)
abc.update_abstractmethods(Square)
class Adds(Shape): pass
Adds.area = Adds.scale = Adds.unit = Adds.kind = 1
abc.update_abstractmethods(Adds)
print(Adds().area)
class Seq(c.Sequence):
    def __getitem__(self, i): return "abc"[i]
    def __len__(self): return 3
s = Seq()
print(list(s), "b" in s, s.index("c"), s.count("a"), list(reversed(s)), isinstance(s, c.Reversible), [k.__name__ for k in c.Sequence.__mro__])
class M(c.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M(); m.update(a=1, b=2); m.setdefault("c", 3)
print(dict(m), m.pop("a"), m.popitem(), m.get("zz", "no"), m == {"c": 3}, list(m.items()), m.keys() & {"c"}, "c" in m.keys(), m.pop("q", None))
try: m.pop("q")
except KeyError as e: print("KeyError", e)
for t in (int, str, list, dict, set, range, type(iter([])), type(x for x in ()), memoryview, type(lambda: 0)):
    print(t.__name__, [n for n in ("Hashable", "Iterable", "Iterator", "Reversible", "Sized", "Container", "Collection", "Callable", "Sequence", "MutableSequence", "Set", "MutableSet", "Mapping", "MutableMapping", "Generator", "Buffer") if issubclass(t, getattr(c, n))])
