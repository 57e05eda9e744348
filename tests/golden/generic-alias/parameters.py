def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Type variables are found and replaced: anything with __typing_subst__ is one.
class Var:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "~" + self.name

    def __typing_subst__(self, arg):
        return arg


T, U = Var("T"), Var("U")
print(list[T].__parameters__, dict[T, list[U]].__parameters__, dict[T, T].__parameters__, list[[T, U]].__parameters__)
print(list[T][int], dict[T, U][int, str], dict[T, list[U]][int, str], dict[U, T][int, str], list[list[T]][int], list[[T, U]][int, str])
print(list[T][U], dict[T, int][str].__parameters__, list[T][U].__parameters__)
show(lambda: list[T][int, str])
show(lambda: dict[T, U][int])
show(lambda: list[T][()])
print((list[T] | None)[int], (list[T] | dict[T, U])[int, str], (list[T] | None).__parameters__)
show(lambda: (int | str)[int])
print(tuple[int, T][(str,)], next(iter(tuple[T]))[int])


class Prepared(Var):
    def __typing_prepare_subst__(self, alias, args):
        print("prepare", alias, args)
        return args


P = Prepared("P")
print(list[P][int])
