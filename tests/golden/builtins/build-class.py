def show(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)
b = __build_class__
show(b)
show(b, 1)
show(b, 1, 'n')
show(b, lambda: 0, 2)
show(b, lambda: 0, 'n', metaclass=3)
def body():
    pass
print(b(body, 'Name').__name__, b(body, 'Name', int).__mro__[1])

class M(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', mcs.__name__, name, bases, kw)
        return {'prepared': True}
    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, bases, sorted(k for k in ns if not k.startswith('__')), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', kw)

class A(metaclass=M, flag=1):
    x = 1
print(A.prepared, type(A).__name__)
class B(A, other=2): pass

class NS(type):
    @classmethod
    def __prepare__(mcs, name, bases): return 5
def bad_namespace():
    class X(metaclass=NS): pass
show(bad_namespace)
def conflict():
    class M2(type): pass
    class P(metaclass=M2): pass
    class Q(A, P): pass
show(conflict)

def factory(name, bases, ns, **kw):
    return (name, bases, sorted(ns), kw)
class F(metaclass=factory, k=1):
    attr = 1
print(F)

class Entry:
    def __mro_entries__(self, bases):
        print('entries', len(bases))
        return (int,)
class G(Entry(), metaclass=type): pass
print(G.__bases__, len(G.__orig_bases__))
class Bad:
    def __mro_entries__(self, bases): return [int]
def bad_entries():
    class X(Bad()): pass
show(bad_entries)
class Nothing:
    def __mro_entries__(self, bases): return ()
class H(Nothing()): pass
print(H.__bases__)
