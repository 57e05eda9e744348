import gc
gc.collect()
gc.disable()
def frees(make):
    make()
    return gc.collect()
def function():
    def f(): return f
def generator():
    def g():
        me = it
        yield me
        yield
    it = g()
    next(it)
def klass():
    class A: pass
def method():
    class A:
        def m(self): pass
    a = A()
    a.m = a.m
def subclass_of_list():
    class L(list): pass
    l = L()
    l.append(l)
def exception():
    try:
        raise ValueError
    except ValueError as e:
        e.me = e
def set_():
    class A: pass
    a = A()
    a.s = {a}
def slots():
    class S: __slots__ = "a", "b"
    s = S()
    s.a = s
    s.b = [s]
def frame():
    import sys
    f = sys._getframe()
for f in (function, generator, klass, method, subclass_of_list, exception, set_, slots):
    print(f.__name__, frees(f) > 0, gc.collect())
