def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class Meta(type):
    def __new__(mcs, name, bases, ns):
        ns.pop('__classcell__', None)
        return super().__new__(mcs, name, bases, ns)
def lost():
    class X(metaclass=Meta):
        def f(self): return __class__
show(lost)
class Other(type):
    def __new__(mcs, name, bases, ns):
        first = super().__new__(mcs, name, bases, ns)
        return type.__new__(mcs, name, bases, {})
def changed():
    class X(metaclass=Other):
        def f(self): return __class__
show(changed)
class Ok:
    def f(self): return __class__
    def g(self): return super().__repr__()[:9]
print(Ok().f() is Ok, Ok().g())
class Sub(Ok): pass
print(Sub().f() is Ok)
