def show(f, *args):
    try:
        print(f(*args))
    except BaseException as e:
        print(type(e).__name__, e, e.args)
n = 0
def count():
    global n
    n += 1
    return n
it = iter(count, 4)
print(type(it).__name__, list(it), list(it))
def stop():
    raise StopIteration('early')
print(list(iter(stop, 1)))
def bad():
    raise KeyError('k')
show(list, iter(bad, 1))
show(iter, 1)
show(iter, 1, 2)
show(iter)
show(iter, [], 1, 2)
show(next, 1)
show(next)
show(next, [], 1)
show(next, iter([]))
show(next, iter([]), 'default')
show(next, iter([7]), 'default')
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(iter(Seq())))
class NotIter:
    def __iter__(self): return 3
show(iter, NotIter())
def g():
    yield 1
    return 'result'
i = g()
print(next(i))
show(next, i)
show(next, i)
show(next, i, 'over')
class Never:
    __iter__ = None
show(iter, Never())
it = iter([1, 2, 3].pop, 1)
print(it.__reduce__()[0] is iter, len(it.__reduce__()[1]), list(it), it.__reduce__()[1])
