def show(*args, **kw):
    try:
        print(repr(sum(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)
show([1, 2, 3])
show([])
show([], 5)
show([1, 2], start=10)
show([0.1] * 10)
show([1e100, 1.0, -1e100])
show([1e100, 1, -1e100])
show([1, 2.5, 3j])
show([10**20, 1, 2.5])
show([2**62, 2**62])
show([2**62, 2**62, 0.1, 0.1, 0.1])
show([True, True, 2])
show([[1], [2]], [])
show([(1,), (2,)], ())
show(['a'])
show(['a'], '')
show([b'a'], b'')
show([bytearray()], bytearray())
show(1)
show()
show([float('inf'), float('-inf')])
show([float('inf'), 1.0])
show([-0.0, -0.0], -0.0)
show([-0.0])
show([1.5, True, 2])
show([1j, 0.1, 0.1, 0.1, 1])
class V:
    def __init__(self, v): self.v = v
    def __add__(self, o): return V(self.v + (o.v if isinstance(o, V) else o))
    __radd__ = __add__
    def __repr__(self): return f'V({self.v})'
show([V(1), V(2), 3])
show([1, 2, V(3), 4])
show([1.5, V(3), 4])
