def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# list[int] and its attributes.
from types import GenericAlias

a = list[int]
print(a, a.__origin__, a.__args__, a.__parameters__, a.__unpacked__, type(a), a(), a([1]), a.__name__, a.append)
print(dict[str, list[int]], tuple[()], tuple[int, ...], list[None], list[type(None)], list["x"], list[[1, 2]], list[1], type[int])
print(a == list[int], a == list[str], a != list[int], hash(a) == hash(list[int]), a == 1)
print(GenericAlias(list, int), GenericAlias(list, (int,)), GenericAlias(1, 2))
show(GenericAlias)
show(GenericAlias, 1)
show(lambda: GenericAlias(1, x=2))
show(lambda: a[str])
show(isinstance, [], a)
show(issubclass, list, a)
show(lambda: a.nope)
show(lambda: a.__bases__)
show(lambda: a < a)
show(setattr, a, "__origin__", 1)
show(lambda: int[int])
one = 1
show(lambda: one[2])
show(GenericAlias(1, 2))
starred = next(iter(tuple[int, str]))
print(starred, starred.__unpacked__, starred == tuple[int, str], [*list[int]], starred.__typing_unpacked_tuple_args__, a.__typing_unpacked_tuple_args__)
print(a.__reduce__(), a.__mro_entries__(()), "__origin__" in dir(a), "append" in dir(a))


class X(list[int]):
    pass


print(X.__bases__, X.__orig_bases__, X.__mro__)


class D(dict):
    pass


d = D[str, int](a=1)
print(d, d.__orig_class__)


class Own:
    def __class_getitem__(cls, item):
        return "item", item


print(Own[1], Own[1, 2])
