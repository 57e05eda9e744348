class A:
    b = 1
    def __init__(self):
        self.z = 1
        self.a = 2
print(vars(A()), [n for n in dir(A()) if not n.startswith('__')])
class D:
    def __dir__(self): return ['z', 'a', 'm']
print(dir(D()))
class Bad:
    def __dir__(self): return 3
class Mixed:
    def __dir__(self): return ['a', 1]
def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)
show(dir, Bad())
show(dir, Mixed())
show(vars, 1)
show(vars, 1, 2)
show(dir, 1, 2)
show(globals, 1)
show(locals, 1)
def f(x, *args, k=1, **kw):
    y = 2
    def inner(): return x
    return locals(), dir(), vars() == locals()
snapshot, names, same = f(1, 2, 3, k=4, e=5)
print(sorted(snapshot), names, same)
def g():
    a = 1
    d = locals()
    d['a'] = 2
    d['new'] = 3
    return a, locals() is d, 'new' in locals()
print(g())
class Body:
    x = 1
    locals()['y'] = 2
    seen = sorted(k for k in locals() if not k.startswith('__'))
print(Body.y, Body.seen)
print(locals() is globals(), globals()['A'] is A, sorted([n for n in dir() if not n.startswith('__')]))
print(sorted(dir(list))[:3], 'append' in dir(list), '__class__' in dir(list))
