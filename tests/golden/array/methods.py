from array import array


def a():
    return array('h', [3, 1, 4, 1, 5])


def show(text):
    try:
        value = eval(text, globals())
    except BaseException as e:
        print(text, "->", type(e).__name__ + ":", e)
    else:
        print(text, "->", repr(value))


for text in """\
a().count(1), a().count(9)
a().index(4), a().index(1, 2), a().index(1, -2)
a().index(9)
a().index(3, 1)
a().pop(), a().pop(0), a().pop(-2)
a().pop(9)
array('h').pop()
a().remove(9)
a().tolist(), a().tobytes()
a().itemsize, a().typecode
a() + array('h', [9])
a() + array('b', [9])
a() + [9]
a() * 2, 2 * a(), a() * 0, a() * -1
a() * 1.5
a()[1:3], a()[::-1], a()[::2], a()[9:]
a()[9]
a()['x']
3 in a(), 7 in a(), 'x' in a()
a() == array('b', [3, 1, 4, 1, 5]), a() < array('h', [3, 2]), a() != a()
a() < [1]
hash(a())
bytes(memoryview(a())), memoryview(a()).format, memoryview(a()).shape
a().buffer_info()[1]
len(a()), bool(array('h')), max(a()), sorted(a())
list(reversed(a()))
a().__reduce_ex__(2)
a().extend(5)
a().extend(array('i'))
a().append('x')
a().insert('x', 1)
a().frombytes(b'abc')
a().fromlist((1, 2))
a().fromlist([1, 'x'])
array.__name__, array.__module__, array[int]
iter(a()).__reduce__()[1:]
""".splitlines():
    show(text)
