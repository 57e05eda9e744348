def show(f, *args, **kw):
    try:
        print(f.__name__, args, kw, '->', repr(f(*args, **kw)))
    except Exception as e:
        print(f.__name__, args, kw, '!!', type(e).__name__, e)

class N:
    def __abs__(self): return 'abs'
    def __divmod__(self, other): return ('divmod', other)
    def __rdivmod__(self, other): return ('rdivmod', other)
    def __pow__(self, e, m=None): return ('pow', e, m)
    def __repr__(self): return 'N()'

for v in (-3, True, -2.5, -10**30, N(), 'x', None, -0.0):
    show(abs, v)
for a, b in ((7, 3), (-7, 3), (7, -3), (7.5, 2), (10**30, 7), (N(), 1), (1, N()), (1, 'a'), (1, 0), (1.0, 0)):
    show(divmod, a, b)
for args in ((2, 10), (2, 10, 7), (2, -1), (3, -1, 7), (2, 3, 0), (2.0, 3), (2.0, 3, 4), (N(), 2), (N(), 2, 3), ('a', 2), (2,), (2, 3, None), (-8, 0.5)):
    show(pow, *args)
show(pow, base=2, exp=5)
show(pow, exp=5, base=2, mod=3)
show(pow, 2, 3, 4, 5)
show(divmod, 1)
show(abs)
