def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# int | str.
import types

u = int | str
print(u, type(u), u.__args__, u.__origin__, u.__name__, u.__qualname__, u.__module__, u.__parameters__)
print(int | None, None | int, int | str | int, u | None, None | u, u | u, int | list[int] | list[int], list[int] | list[str], type | int, int | type(None))
print(u == (str | int), u != (str | int), u == (int | None), u == int, hash(u) == hash(str | int), (int | None).__args__)
print(isinstance(1, u), isinstance("", u), isinstance([], u), issubclass(bool, u), issubclass(list, u), isinstance(None, int | None), isinstance(1, int | list[int]))
for f in (lambda: int | 1, lambda: 1 | int, lambda: int | "x", lambda: int | ..., lambda: u < int, lambda: u(), lambda: u.x, lambda: type(u)(), lambda: isinstance([], int | list[int])):
    show(f)
print(int.__or__ is not None, type.__or__(int, str), type.__ror__(int, None), type.__or__(int, 1))


class M(type):
    def __or__(cls, other):
        return "M.__or__"


class K(metaclass=M):
    pass


print(K | int, int | K)
show(lambda: type("Q", (u,), {}))
print(types.UnionType is type(u))


class Q:
    class R:
        pass


print(Q | Q.R)
print({int | str: 1}[str | int], [x for x in (int | str).__args__])
