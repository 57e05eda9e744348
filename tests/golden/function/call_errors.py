# Messages of wrong calls, with suggestions.
def f(a, b=2, /, c=3, *, key, option=None): return a, b, c, key, option
def g(): pass
def h(x, y, z): pass
def v(a, *args, **kw): return a, args, kw
def k(*, first, second, third=3): return first
class C:
    def __init__(self, width, height=1): pass
    def method(self, value): pass
def t(fn, *a, **kw):
    try: print(fn(*a, **kw))
    except TypeError as e: print(e)
t(f); t(f, 1); t(f, 1, key=2); t(f, 1, 2, 3, 4); t(f, 1, 2, 3, 4, key=1); t(f, a=1, key=2); t(f, 1, a=1, b=2, key=3); t(f, 1, key=1, opton=2); t(f, 1, ke=1); t(f, 1, c=1, key=2); t(f, 1, 2, 3, c=4, key=1)
t(g, 1); t(g, 1, 2); t(g, x=1); t(h); t(h, 1); t(h, 1, 2); t(h, 1, 2, 3, 4); t(h, 1, x=2); t(h, z=1); t(h, 1, 2, zz=3)
t(v); t(v, 1, 2, b=3); t(v, 1, a=2); t(v, *[1, 2], **{"q": 1}); t(v, 1, **{"a": 1}); t(k); t(k, first=1); t(k, 1); t(k, firs=1, second=2); t(k, first=1, second=2)
t(C); t(C, 1, 2, 3); t(C, widht=1); t(C(1).method); t(C(1).method, 1, 2); t(C.method, 1); t(C.method); t(C(1).method, valu=1); t(len); t(len, 1, 2); t(len, x=1); t(lambda q: q); t(lambda: 0, 1); t(int, foo=1); t(print, foo=1); t([].append); t("".join, 1, 2); t(5); t(None)
for text in ("v(**{1: 2})", "v(*5)", "v(**5)", "v(*[1], *2)", "v(1, **{'x': 1}, **{'x': 2})", "f(1, **{'key': 1}, **{'key': 2})", "v(1, *None)", "g(**None)", "h(*(1, 2, 3, 4))", "C(1).method(**{'value': 1, 'value2': 2})", "5()", "None(1)", "v(**{'a': 1}, a=2)"):
    try: print(eval(text))
    except TypeError as e: print(text, "->", e)
