import hashlib
import io
import pickle
import random


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slots:
    __slots__ = ('a', 'b')


class L(list):
    pass


class D(dict):
    pass


class File:
    def __init__(self):
        self.sizes = []

    def write(self, data):
        self.sizes.append(len(data))


s = Slots()
s.a, s.b = 1, 'two'
l = L(range(1005))
l.name = 'l'
d = D((str(i), i) for i in range(1001))
cycle = []
cycle.append((cycle, {'me': cycle}))
things = {
    'ints': [0, 1, 255, 256, 65535, 65536, -1, -128, 2**31 - 1, 2**31, -2**31, -2**31 - 1, 2**63, -2**63, 2**2040, -2**2047],
    'floats': [0.0, -0.0, 1.5, 1e300, float('inf'), float('nan')],
    'texts': ['', 'a', 'x' * 255, 'x' * 256, '\xe9\u20ac\U0001f600', '\ud800', 'a\\b\nc\r\0\x1a'],
    'bytes': [b'', b'a', b'x' * 255, b'x' * 256, bytearray(b'abc'), bytearray()],
    'tuples': [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), ((), ())],
    'thousand': list(range(1000)),
    'more': list(range(1001)),
    'dict 1000': dict.fromkeys(range(1000)),
    'dict 1': {1: 2},
    'sets': [set(), {1}, frozenset(), frozenset([2])],
    'objects': [Point(1, 2), Point('a', None), s, l, d],
    'cycle': cycle,
    'large': ['y' * 70000, b'z' * 70000, bytearray(b'w' * 70000), 'end'],
    'frames': ['%06d' % i for i in range(20000)],
    'constants': [None, True, False, ..., NotImplemented, type(None), type(...), int, len, Point],
}
for name, thing in things.items():
    for protocol in range(2 if name == 'objects' else 0, 6):
        data = pickle.dumps(thing, protocol)
        again = pickle.loads(data)
        print(name, protocol, len(data), hashlib.sha256(data).hexdigest()[:16], type(again).__name__, data == pickle.dumps(thing, protocol))
for name in ('large', 'frames', 'more'):
    for protocol in (2, 4, 5):
        f = File()
        pickle.dump(things[name], f, protocol)
        print(name, protocol, f.sizes)
buffer = io.BytesIO()
p = pickle.Pickler(buffer, 4)
for i in range(3):
    p.dump(things['objects'][:2])
    print(buffer.tell())
buffer.seek(0)
u = pickle.Unpickler(buffer)
a, b, c = u.load(), u.load(), u.load()
print(a == b, a[0] is b[0], b[0] is c[0], sorted(u.memo.copy()))
