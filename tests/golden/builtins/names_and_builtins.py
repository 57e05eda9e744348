"""Names and docs of classes need UTF-8; reductions ask the running code's builtins; far bisections."""
import bisect
import types
import sys


def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)


show(type, 'A\udcdcB', (), {})
show(type, 'A', (), {'__doc__': 'x\udcdcy'})
print(type('\U0001f40d', (), {}).__name__)
A = type('A', (), {'__firstlineno__': 42})
print(A.__firstlineno__)
A.__module__ = 'other'
print('__firstlineno__' in A.__dict__, A.__module__)
show(setattr, A, '__name__', 'x\ud800')
A.__name__ = '\U0001f40d'
print(A.__name__, A)

code = compile('x.__reduce__()', 'test', 'eval')
show(eval, code, {'__builtins__': types.MappingProxyType({}), 'x': iter([1, 2])})
print(eval(code, {'__builtins__': types.MappingProxyType({'iter': iter}), 'x': iter([1, 2])})[1:])

n = sys.maxsize
print(bisect.bisect(range(n - 1), n - 3), bisect.bisect_left(range(n), n - 3, n - 10, n))
show(bisect.bisect, [1], 1, -1)


class FarRange:
    def __len__(self):
        return n

    def __getitem__(self, i):
        return i * 2


print(bisect.bisect_right(FarRange(), n), bisect.bisect_left(FarRange(), 10))


def f_all():
    return all(x - 2 for x in [1, 2, 3])


def f_any():
    return any(x for x in [0, 1])


import builtins
saved = builtins.all, builtins.any
builtins.all = lambda x: 'all'
builtins.any = lambda x: 'any'
try:
    print(f_all(), f_any())
finally:
    builtins.all, builtins.any = saved
print(f_all(), f_any())

separator = bytearray(b',')


def parts():
    separator.clear()
    yield b'A'


show(separator.join, parts())
print(hash('spam') == hash(b'spam'), hash('') == hash(b''), hash(b'abc') == hash(memoryview(b'abc')))


def f(**kwargs):
    pass


show(lambda: f(**{1: 3}, **{1: 5}))
show(lambda: f(**{'a': 3}, **{'a': 5}))
show(lambda: f(**{1: 3}))


class Quiet:
    def write(self, text):
        pass


import io
sys.stdin = io.StringIO('line\n')
out, sys.stdout = sys.stdout, Quiet()
line = input('prompt')
sys.stdout = out
print(line)


class AtExit:
    finalizing = sys.is_finalizing
    print = print

    def __del__(self):
        self.print(self.finalizing())


keep = AtExit()
