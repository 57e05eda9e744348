def show(f, *args, **kw):
    try:
        print(f.__name__, args, kw, repr(f(*args, **kw)))
    except Exception as e:
        print(f.__name__, args, kw, type(e).__name__, e)
for v in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e300, 7, True, 12345):
    show(round, v)
for v, n in ((2.675, 2), (12345, -2), (15, -1), (25, -1), (1.25, 1), (5.0, None), (5, None), (1e22, 3), (0.1, 0)):
    show(round, v, n)
show(round, number=1.234, ndigits=2)
show(round)
show(round, 'a')
show(round, 1.5, 'a')
show(round, float('nan'))
show(round, float('inf'))
class R:
    def __round__(self, n='nothing'): return ('rounded', n)
    def __repr__(self): return 'R()'
show(round, R())
show(round, R(), 3)
show(round, R(), None)
show(hash, 5)
show(hash, -1)
show(hash, 1.0)
show(hash, 0.5)
show(hash, 2**61 - 1)
show(hash, 2**100)
show(hash, True)
show(hash, (1, 2, 3))
show(hash, ())
show(hash, float('inf'))
show(hash, 1j)
show(hash, [])
show(hash, {})
show(hash, (1, []))
class H:
    def __hash__(self): return 2**64 + 5
    def __repr__(self): return 'H()'
show(hash, H())
class HB:
    def __hash__(self): return 'x'
    def __repr__(self): return 'HB()'
show(hash, HB())
class U:
    def __eq__(self, o): return True
    def __repr__(self): return 'U()'
show(hash, U())
o = object()
print(id(o) == id(o), id(o) != id(object), type(id(o)))
