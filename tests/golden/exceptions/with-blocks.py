# with: order of exits, suppression, replacement, missing methods.
class Manager:
    def __init__(self, name, swallow=False, raising=None):
        self.name, self.swallow, self.raising = name, swallow, raising

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        if self.raising:
            raise self.raising
        return self.swallow


with Manager("a") as a, Manager("b") as b:
    print(a, b)
with (Manager("c"), Manager("d", True) as d):
    raise KeyError("lost")
try:
    with Manager("e"), Manager("f", raising=ValueError("new")):
        raise TypeError("old")
except ValueError as error:
    print(repr(error), repr(error.__context__), error.__cause__)


def returns():
    with Manager("g", True):
        return "returned"


def loops():
    for i in range(4):
        with Manager(i):
            if i == 1:
                continue
            if i == 2:
                break
    return i


print(returns(), loops())


class NoExit:
    def __enter__(self):
        pass


class NoEnter:
    def __exit__(self, *args):
        pass


class Neither:
    pass


class Asynchronous:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *args):
        pass


for kind in (NoExit, NoEnter, Neither, Asynchronous, int):
    try:
        with kind():
            pass
    except TypeError as error:
        print(kind.__name__, error)
try:
    with Manager("h") as (x, y, z):
        pass
except ValueError as error:
    print(error)
