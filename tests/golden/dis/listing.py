# dis.dis of functions, classes, strings.
import dis, io
def f(a, b=1):
    "doc"
    for i in a:
        if i > b: continue
        try:
            x = i.y[0]
        except KeyError as e:
            print(e, sep="")
    else:
        return lambda q: q + b
    with a as c: c += 1
    return f"{a!r:>{b}}", [*a], {**b}
class K:
    z = 1
    def m(self): return super().m()
def out(*args, **kw):
    s = io.StringIO(); dis.dis(*args, file=s, **kw)
    import re
    print(re.sub(r"at 0x[0-9a-f]+", "at ADDR", s.getvalue()).replace(__file__, "FILE"))
out(f); out(K); out("x = 1\nprint(x)"); out(f, depth=0); out(f, show_offsets=True); out(f, show_caches=True, depth=0); out("a.b = c", show_positions=True); out(compile("del x, y[0]", "f", "exec"))
for bad in (1, None, [], "a b"):
    try: out(bad) if bad is not None else None
    except Exception as e: print(type(e).__name__, e)
