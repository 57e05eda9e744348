


def show(text):
    try:
        value = eval(text, globals())
    except BaseException as e:
        print(text, "->", type(e).__name__ + ":", e)
    else:
        print(text, "->", repr(value))


for text in """\
list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate('ab', start=-1)), next(enumerate([1], 10**20))
enumerate(5)
enumerate('a', 'x')
enumerate()
list(zip('ab', [1, 2, 3])), list(zip()), list(zip('a')), list(zip('ab', 'cd', strict=True))
list(zip('ab', 'c', strict=True))
list(zip('a', 'bc', strict=True))
list(zip('ab', 'cd', 'e', strict=True))
zip(1)
zip('a', foo=1)
list(map(str, [1, 2])), list(map(pow, [2, 3], [3, 2])), list(map(None, []))
map(str)
list(map(1, [2]))
list(map(lambda x: x, 5))
list(filter(None, [0, 1, '', 'a'])), list(filter(str.isdigit, '1a2'))
filter(None)
list(reversed([1, 2])), list(reversed('ab')), list(reversed(range(3))), list(reversed({'a': 1})), list(reversed((1, 2)))
reversed({1})
reversed(5)
sum([1, 2]), sum([[1], [2]], []), sum((1.5, 2)), sum([], start=3)
sum(['a'], '')
sum([b'a'], b'')
sum(['a'])
sum(5)
min(3, 1), max('abc'), min([], default=9), max([1, -5], key=abs), min('b', 'a', key=str)
min([])
max()
max(1)
min(1, 2, default=3)
max([1, 'a'])
any([0, 1]), all([]), any([]), all([1, 0])
any(5)
sorted('bca'), sorted([3, 1], reverse=True), sorted(['b', 'A'], key=str.lower)
sorted([1, 'a'])
sorted()
sorted([1], 5)
sorted([1], foo=1)
iter(5)
next(iter([]))
next(iter([]), 'end'), next(5) if 0 else None
next(5)
list(iter([1, 2, 3].pop, 1)), iter(int, 1).__class__.__name__
iter(5, 1)
list(range(5)), list(range(1, 10, 3)), list(range(5, 0, -2)), range(3)[1], range(10)[2:8:3], len(range(0, -5)), range(3) == range(0, 3, 1), range(5).index(3), 3 in range(5), range(5).count(2), hash(range(3)) == hash(range(0, 3))
range()
range(1, 2, 0)
range(1.5)
range('a')
range(3)[5]
range(3)['x']
range(3).index(9)
range(1, 2, 3).start, range(1, 2, 3).stop, range(1, 2, 3).step, range(3), range(1, 3), range(1, 3, 2), reversed(range(3)).__class__.__name__
slice(1, 2, 3), slice(5), slice(None), slice(1, 10, 2).indices(5), slice(None, None, -1).indices(5), slice(1, 2) == slice(1, 2), slice(1) < slice(2)
slice()
slice(1, 2, 0).indices(5)
slice('a').indices(5)
slice(1).indices(-1)
slice(1).start, slice(1).stop, hash(slice(1, 2)) == hash(slice(1, 2))
""".splitlines():
    show(text)
