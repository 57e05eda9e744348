def show(f, *args, **kw):
    try:
        print(f.__name__, f(*args, **kw))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)
for f in (min, max):
    show(f, [3, 1, 2])
    show(f, 3, 1, 2)
    show(f, 'abc')
    show(f, [], default='none')
    show(f, [])
    show(f)
    show(f, 1)
    show(f, ['aa', 'b', 'ccc'], key=len)
    show(f, 'aa', 'b', 'ccc', key=len)
    show(f, [1, -1], key=abs)
    show(f, [-1, 1], key=abs)
    show(f, [1, 2], key=None)
    show(f, 1, 2, default=3)
    show(f, 1, 2, wrong=3)
    show(f, 1, 'a')
    show(f, [1, 2], key=3)
    show(f, [(1, 'b'), (1, 'a')])
    show(f, {5: 'a', 9: 'b'})
    show(f, (x * x for x in range(-3, 3)))
a, b = [1], [1]
print(max(a, b) is a, min(a, b) is a, max([a, b]) is a)
class Noisy:
    def __init__(self, n): self.n = n
    def __lt__(self, o):
        print('lt', self.n, o.n)
        return self.n < o.n
    def __gt__(self, o):
        print('gt', self.n, o.n)
        return self.n > o.n
print(max(map(Noisy, [1, 3, 2])).n, min(Noisy(1), Noisy(0), Noisy(5)).n)
