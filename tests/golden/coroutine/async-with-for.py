# async with and async for: protocols, their errors, control flow.
def run(coro):
    try:
        while True:
            print("  yielded", coro.send(None))
    except StopIteration as e:
        return e.value
    except Exception as e:
        return f"{type(e).__name__}: {e}", repr(e.__cause__)


class Sleep:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        yield self.v
        return self.v


class CM:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    async def __aenter__(self):
        print("enter", self.name)
        return await Sleep(self.name)

    async def __aexit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, v, tb is not None)
        await Sleep("exit")
        return self.swallow


async def plain():
    async with CM("a") as a, CM("b") as b:
        print(a, b)
    return "ok"


async def swallowing():
    async with CM("s", True):
        raise ValueError("v")
    return "swallowed"


async def raising():
    async with CM("r"):
        raise ValueError("v")


async def leaving():
    for i in range(3):
        async with CM(i):
            if i == 0:
                continue
            return i


for f in (plain, swallowing, raising, leaving):
    print(f.__name__, run(f()))


class NoEnter:
    async def __aexit__(self, *a):
        pass


class NoExit:
    async def __aenter__(self):
        pass


class Sync:
    def __enter__(self):
        pass

    def __exit__(self, *a):
        pass


class BadEnter(CM):
    def __aenter__(self):
        return 5


class BadExit(CM):
    def __aexit__(self, *a):
        return 5


for make in (NoEnter, NoExit, Sync, lambda: BadEnter("x"), lambda: BadExit("x"), int):
    async def user():
        async with make():
            pass
    print(run(user()))


class Count:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await Sleep(self.n)
        return self.n


async def loop(it):
    async for x in it:
        if x == 1:
            break
        print("x", x)
    else:
        print("else")
    return [y async for y in Count(2)], {z: z async for z in Count(2) if z}


print(run(loop(Count(3))))
print(run(loop(Count(0))))


class BadIter:
    def __aiter__(self):
        return 1


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 1


class RaisingNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        raise KeyError("anext")


for make in (int, list, BadIter, BadNext, RaisingNext):
    print(run(loop(make())))


async def unpack():
    return [*[i async for i in Count(3)], await Sleep("w")]


print(run(unpack()))
