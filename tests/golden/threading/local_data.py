import threading
class L(threading.local):
    def __init__(self, **kw):
        self.__dict__.update(kw)
    x = 5
l = L(a=1)
print(l.a, l.__dict__, l.x, vars(l))
l.b=2
print(sorted(l.__dict__))
del l.b
print(l.__dict__)
try: l.zz
except AttributeError as e: print(e)
try: l.__dict__ = {}
except AttributeError as e: print(e)
try: del l.zz
except AttributeError as e: print(e)
try: del l.__dict__
except AttributeError as e: print(e)
p = threading.local()
p.q = 1
print(p.__dict__, type(p), dir(p)[-3:])
try: threading.local(1)
except TypeError as e: print(e)
try: L(3)
except TypeError as e: print(e)
print(threading.local.__doc__, threading.local.__dict__.keys())
