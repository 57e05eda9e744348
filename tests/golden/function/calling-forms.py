def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
def f(a, b=2, *args, c, d=4, **kw): return a, b, args, c, d, kw
def p(a, b=2, /, c=3, *, d): return a, b, c, d
def n(): return "n"
def one(a): return a
def kwonly(*, x, y=1): return x, y
def two(a, b): return a + b
def many(a, b, c, d): pass
def star(*a): return a
def kws(**k): return k
for e in ("f(1, c=3)", "f(1, 2, 3, 4, c=5)", "f(*[1, 2], **{'c': 3, 'z': 4})", "f(b=1, a=2, c=3)", "f(1, *(), c=1, *[7], **{}, **{'q': 1})", "f(1)", "f()", "f(c=1)", "f(1, a=2, c=3)", "f(1, c=3, **{'c': 4})", "f(1, c=3, **{1: 2})", "f(1, *5, c=1)", "f(1, **5)", "f(1, **[1])", "f(*None)",
          "p(1, d=1)", "p(1, 2, 3, d=4)", "p(1, 2, 3, 4, d=5)", "p(1, 2, 3, 4)", "p(a=1, d=2)", "p(1, b=2, d=3)", "p(1, b=2, a=3, d=3)", "p(1)", "p(1, 2, c=3, d=4, e=5)", "n(1)", "n(1, 2)", "n(x=1)", "n(*range(3), y=1)", "one()", "one(1, 2)", "one(b=1)", "one(1, a=1)", "one(a=1, b=2)",
          "kwonly()", "kwonly(1)", "kwonly(1, x=2)", "kwonly(1, 2, x=1, y=2)", "kwonly(z=1)", "kwonly(x=1, Y=1)", "two(1)", "two()", "two(1, 2, 3)", "two(b=1)", "many()", "many(1)", "many(1, 2)", "many(1, 2, 3)", "many(1, 2, 3, 4, 5)", "star(x=1)", "kws(1)", "kws(a=1, **{'b': 2}, c=3)", "kws(**{'a': 1}, **{'a': 2})", "kws(**{'not a name': 1, '': 2})",
          "star(*'ab', *{1}, 2, *(x for x in 'z'))", "n.__call__(1)", "one.__get__(5)()", "one.__get__(5)(6)", "(lambda: 0)(1)", "(lambda x, *, y: 0)(1)", "(lambda *a, **k: (a, k))(1, b=2)", "one.__get__()", "f(1, 2, 3, c=4, typ=5)", "two(1, 2, kwargs=3)", "one(A=1)", "many(1, dd=2)", "kwonly(xx=1)"):
    try: print(e, "->", eval(e))
    except Exception as err: print(e, "->", type(err).__name__ + ":", err)
class C:
    def m(self, x): return x
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls, x): return cls.__name__, x
for e in ("C.m()", "C().m()", "C().m(1, 2)", "C.m(1)", "C.m(1, 2)", "C().s()", "C.s(1, 2)", "C.c()", "C().c(1, 2)", "C(1)", "C(x=1)", "C.m(self=1, x=2)", "C().m(self=1, x=2)"):
    try: print(e, "->", eval(e))
    except Exception as err: print(e, "->", type(err).__name__ + ":", err)
