def show(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# What a metaclass sees: __prepare__, __new__, __init__, __call__, keywords, conflicts.
log = []


class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        log.append(("prepare", name, bases, kw))
        return {"prepared": True}

    def __new__(mcs, name, bases, ns, **kw):
        log.append(("new", name, sorted(k for k in ns if not k.startswith("__")), kw))
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        log.append(("init", name, kw))
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        log.append(("call", cls.__name__, args, kw))
        return super().__call__(*args, **kw)

    def __instancecheck__(cls, o):
        return o == 5

    def __subclasscheck__(cls, c):
        return c is int

    def __len__(cls):
        return 3

    def __getattr__(cls, name):
        return "meta " + name

    def __iter__(cls):
        return iter("abc")

    def __contains__(cls, x):
        return x == 1

    def __repr__(cls):
        return "<Meta " + cls.__name__ + ">"

    def __getitem__(cls, k):
        return k

    def __add__(cls, other):
        return "added"

    @property
    def p(cls):
        return "property of the class"


class A(metaclass=Meta, x=1, y=2):
    z = 3

    def __init__(self, *args):
        self.args = args


class B(A): pass


print(*log, sep="\n")
log.clear()
print(A(1, 2).args, B.prepared, isinstance(5, A), isinstance(A(), A), issubclass(int, A), issubclass(A, A), len(A), A.q, list(A), 1 in A, A, A[7], A + 1, A.p)
show(lambda: A().p)
show(lambda: A().q)
print(log)
class M1(type): pass
class M2(type): pass
class C1(metaclass=M1): pass
class C2(metaclass=M2): pass
show(type, "D", (C1, C2), {})
show(M1, "D", (C2,), {})
class M3(M1, M2): pass
class D(C1, C2, metaclass=M3): pass
print(type(D))


def function_metaclass(name, bases, ns):
    return name, bases, sorted(k for k in ns if k[0] != "_")


class E(metaclass=function_metaclass):
    a = 1
    b = 2


print(E)


class BadPrepare(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return 1


def bad():
    class X(metaclass=BadPrepare): pass


show(bad)


def bad2():
    class X(metaclass=5): pass


show(bad2)


def bad3():
    class X(foo=1): pass


show(bad3)


def bad4():
    class X(1): pass


show(bad4)


class Entries:
    def __mro_entries__(self, bases):
        return (dict,)


class F(Entries()): pass
print(F.__mro__, [type(b).__name__ for b in F.__orig_bases__])
show(lambda: type("X", (Entries(),), {}))
import types
print(types.new_class("N", (Entries(),)).__mro__, types.resolve_bases((Entries(), int)), types.prepare_class("X", (A,))[0])
print(types.get_original_bases(F)[0].__class__, types.get_original_bases(int))
