from operator import *
import operator


def show(text):
    try:
        value = eval(text, globals())
    except BaseException as e:
        print(text, "->", type(e).__name__ + ":", e)
    else:
        print(text, "->", repr(value))


for text in """\
add(1, 2), sub(1, 2), mul('a', 3), truediv(1, 2), floordiv(7, 2), mod(7, 3), pow(2, 3), neg(1), pos(-1), invert(5), abs(-3)
and_(6, 3), or_(6, 3), xor(6, 3), lshift(1, 4), rshift(16, 2), not_([]), truth([1]), is_(1, 1), is_not(1, None)
is_none(None), is_not_none(None)
lt(1, 2), le(1, 1), eq(1, 1.0), ne(1, 2), ge(1, 2), gt(1, 2)
concat([1], [2]), contains('abc', 'b'), countOf([1, 2, 1], 1), indexOf([1, 2], 2), getitem([1, 2], 1), index(True), length_hint([1, 2]), length_hint(5, 7)
concat(1, 2)
indexOf([1], 5)
index(1.5)
length_hint(1, 'x')
iadd([1], [2]), imul(2, 3), iconcat([1], [2]), ior({1}, {2}), ipow(2, 3), matmul
matmul(1, 2)
itemgetter(1)([1, 2]), itemgetter(0, 2)('abc'), itemgetter('k')({'k': 'v'}), itemgetter(slice(1, 3))('abcd'), itemgetter(1, 2)
itemgetter()
itemgetter(5)([1])
itemgetter(1)(2)
attrgetter('real')(5), attrgetter('real', 'imag')(5), attrgetter('__class__.__name__')(5), attrgetter('a.b', 'c')
attrgetter()
attrgetter(1)
attrgetter('nope')(5)
methodcaller('upper')('a'), methodcaller('split', ',', maxsplit=1)('a,b,c'), methodcaller('m', 1, k=2)
methodcaller()
methodcaller(5)
methodcaller('nope')(5)
call(len, [1, 2]), call(dict, a=1), setitem([1], 0, 5), delitem([1], 0)
add(1)
add('a', 1)
""".splitlines():
    show(text)
