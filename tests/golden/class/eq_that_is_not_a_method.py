def booh(self): raise AttributeError("booh")
def zero(self): 1/0
class E: __eq__ = property(booh)
class F: __eq__ = property(zero); __lt__ = property(zero)
class G: __eq__ = property(lambda s: lambda o: 'prop')
class H: __eq__ = staticmethod(lambda o: 'static')
class I: __eq__ = classmethod(lambda c, o: c.__name__)
class J: __eq__ = None
class K(int): __eq__ = int.__eq__
class L: __eq__ = 5
class M:
    __eq__ = len
for c in (E, F, G, H, I, J, K, L, M):
    for f in (lambda: c() == c(), lambda: c() != c(), lambda: c() < c(), lambda: c() in [c()]):
        try: print(c.__name__, f())
        except Exception as e: print(c.__name__, type(e).__name__, e)
