class A:
    x = 1
    def __init__(self): self.y = 2
    def __getattr__(self, name):
        if name.startswith('dyn'): return 'dynamic ' + name
        if name == 'boom': raise ValueError('boom')
        raise AttributeError(name)

a = A()
print(getattr(a, 'x'), getattr(a, 'y'), getattr(a, 'dyn1'), getattr(a, 'nope', 'default'), getattr(a, 'x', None))
print(hasattr(a, 'x'), hasattr(a, 'nope'), hasattr(a, 'dynamic'))
setattr(a, 'z', 5)
print(a.z, vars(a))
delattr(a, 'z')
print(vars(a))
def show(f, *args):
    try:
        print(f.__name__, f(*args))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)
show(getattr, a, 'boom', 1)
show(hasattr, a, 'boom')
show(getattr, a)
show(getattr, a, 1)
show(getattr, a, 'a', 'b', 'c')
show(hasattr, a, 1)
show(hasattr, a)
show(setattr, a, 'b')
show(setattr, a, 1, 2)
show(delattr, a, 'never')
show(delattr, a, 3)
show(setattr, 1, 'a', 2)
show(delattr, 1, 'a')
show(getattr, 1, 'missing')
show(getattr, int, 'missing')
class S(str): pass
print(getattr(a, S('x')), hasattr(a, S('y')))
