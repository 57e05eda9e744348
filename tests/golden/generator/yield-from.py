# yield from: values, sending, throwing, closing, delegates of all kinds.
def inner(n):
    total = 0
    for i in range(n):
        got = yield i
        total += got or 0
    return total


def outer(n):
    result = yield from inner(n)
    print("inner returned", result)
    result = yield from [10, 20]
    print("list returned", result)
    return "done"


gen = outer(3)
print(next(gen), gen.send(5), gen.send(7))
print(gen.send(1), next(gen))
try:
    next(gen)
except StopIteration as e:
    print(e.value)


class Delegate:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 4:
            raise StopIteration("delegate value")
        return ("next", self.n)

    def send(self, value):
        return ("send", value)

    def throw(self, *args):
        return ("throw", args[0].__name__ if isinstance(args[0], type) else repr(args[0]))

    def close(self):
        print("close called")


def user():
    result = yield from Delegate()
    print("result", result)


gen = user()
print(next(gen), gen.send(3), gen.throw(ValueError), gen.throw(ValueError("v")), gen.send(None), next(gen))
gen.close()
gen = user()
for _ in gen:
    pass


def no_send():
    yield from iter([1, 2])


gen = no_send()
next(gen)
try:
    gen.send(5)
except AttributeError as e:
    print(e)
gen = no_send()
next(gen)
try:
    gen.throw(KeyError("k"))
except KeyError as e:
    print("through", e)
for bad in (1, None, object()):
    def broken():
        yield from bad
    try:
        next(broken())
    except TypeError as e:
        print(e)


def a():
    try:
        yield 1
    except ValueError:
        yield "a handled"
    return "a value"


def b():
    r = yield from a()
    print("b got", r)
    raise KeyError("from b")


def c():
    try:
        yield from b()
    except KeyError as e:
        print("c", e, e.__context__)
        yield "c done"


gen = c()
print(next(gen), gen.throw(ValueError), next(gen))
try:
    gen.throw(StopIteration("x"))
except RuntimeError as e:
    print(e, repr(e.__cause__))


def raises_stop():
    yield 1
    raise StopIteration(4)


def catches():
    try:
        yield from raises_stop()
    except RuntimeError as e:
        print(e, repr(e.__cause__), e.__suppress_context__, repr(e.__context__))


print(list(catches()))


def recursive():
    yield from me


me = recursive()
try:
    next(me)
except ValueError as e:
    print(e)
