class It:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        return self.n
def run(coro):
    try:
        coro.send(None)
    except StopIteration as e:
        return e.value
def show(f, *args):
    try:
        print(f(*args))
    except BaseException as e:
        print(type(e).__name__, e)
it = It(2)
print(aiter(it) is it)
async def main():
    print(await anext(it), await anext(it), await anext(it, 'default'))
    try:
        await anext(it)
    except StopAsyncIteration:
        print('ended')
run(main())
a = anext(It(1), 'd')
print(type(a).__name__)
show(run, a)
show(aiter, 1)
show(anext, 1)
show(anext, [], 2)
class Bad:
    def __aiter__(self): return 3
show(aiter, Bad())
show(aiter)
