def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


import abc
from abc import ABC, ABCMeta, abstractmethod
class A(ABC):
    @abstractmethod
    def f(self): return "A.f"
    @property
    @abstractmethod
    def p(self): pass
    @abstractmethod
    def z(self): pass
class B(A):
    def f(self): return super().f() + " B"
class C(B):
    p = 1
    z = 2
show(A)
show(B)
print(C().f(), sorted(A.__abstractmethods__), sorted(B.__abstractmethods__), C.__abstractmethods__, abc.get_cache_token() >= 0)
class V(ABC):
    @classmethod
    def __subclasshook__(cls, k):
        if cls is V: return any("quack" in b.__dict__ for b in k.__mro__) or NotImplemented
        return NotImplemented
class Duck:
    def quack(self): pass
print(issubclass(Duck, V), isinstance(Duck(), V), issubclass(int, V))
print(V.register(int), issubclass(bool, V), isinstance(5, V))
@V.register
class Reg: pass
print(issubclass(Reg, V), Reg.__mro__)
show(V.register, 5)
class Loop(V): pass
show(Loop.register, V)
show(issubclass, 5, V)
show(type("NoImpl", (A,), {"f": 1}))
A.z = lambda self: 1
abc.update_abstractmethods(A)
print(sorted(A.__abstractmethods__))
class M(metaclass=ABCMeta):
    x = abstractmethod(lambda self: 1)
show(M)
M.__abstractmethods__ = frozenset()
print(type(M()))
show(lambda: int.__abstractmethods__)
show(lambda: object.__new__(A))
class Single(ABC):
    @abstractmethod
    def only(self): pass
show(Single)
show(Single, 1)
from collections.abc import *
for o in ([], (), {}, set(), "", b"", 1, iter([]), (i for i in ()), {}.keys(), {}.items(), range(1), memoryview(b""), len, None, bytearray()):
    print(type(o).__name__, [k.__name__ for k in (Hashable, Iterable, Iterator, Generator, Sized, Container, Collection, Sequence, MutableSequence, Set, MutableSet, Mapping, MutableMapping, KeysView, ItemsView, Callable, Reversible, Buffer) if isinstance(o, k)])
class Seq(Sequence):
    def __getitem__(self, i): return [1, 2, 3][i]
    def __len__(self): return 3
s = Seq()
print(list(s), 2 in s, s.index(3), s.count(1), list(reversed(s)))
show(s.index, 9)
show(Mapping)
class Mp(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = Mp()
m.update(a=1, b=2)
print(m.pop("a"), m.setdefault("c", 3), dict(m), m == {"b": 2, "c": 3}, list(m.keys()), list(m.items()), m.popitem(), m.get("q"), "b" in m)
show(m.pop, "zz")
