# split, rsplit, partition, rpartition, splitlines, join, replace, count, find: every argument form on str, bytes and bytearray.
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__ + ":", e)
class I:
    def __init__(s, n): s.n = n
    def __index__(s): return s.n
def each(text):
    for kind in (str, lambda t: t.encode(), lambda t: bytearray(t.encode())): yield kind(text)
for s in each("a,b,,c,"):
    c = s[1:2]; e = s[:0]
    for m in ("split", "rsplit"):
        for args in ((c,), (c, 0), (c, 1), (c, 2), (c, -1), (c, 99), (c, I(1)), (), (None,), (None, 1), (s[:1],), (s,), (c + c,), (e,), (5,), (c, "x"), (c, 1.5), (c, None), (c, 2**70), (c, 1, 2)): show(getattr(s, m), *args)
        show(getattr(s, m), sep=c, maxsplit=1); show(getattr(s, m), maxsplit=1); show(getattr(s, m), sep=None); show(getattr(s, m), seps=c)
    for m in ("partition", "rpartition"):
        for args in ((c,), (c + c,), (s[:1],), (s,), (e,), (s + s,), (5,), (None,), ()): show(getattr(s, m), *args)
    for m in ("find", "rfind", "index", "rindex", "count"):
        for args in ((c,), (c, 2), (c, 2, 3), (c, -1), (c, -3, -1), (c, 99), (e,), (e, 3), (e, 8), (e, 7), (c, None, None), (c, I(2)), (c, 2.5), (c, "1"), (5,), (44,), (256,), (-1,), (), (c, 1, 2, 3), (c, -10**30, 10**30)): show(getattr(s, m), *args)
    for args in ((c, e), (c, c + c), (e, c), (e, c, 3), (c, e, 0), (c, e, 1), (c, e, -1), (s, e), (c, 5), (5, c), (c,), (), (c, c), (s[:1], s[2:3], 2**70), (c, e, "1"), (c, e, None)): show(s.replace, *args)
    show(s.replace, c, e, count=1); show(s.replace, old=c, new=e); show(s.replace, c, e, 1, 2)
    for m in ("startswith", "endswith"):
        for args in ((s[:1],), (c,), (e,), (s,), ((c, s[:1]),), ((),), (((c,),),), ((5,),), (5,), (None,), (s[:1], 1), (c, 1), (c, 0, 2), (e, 99), (e, 7), (e, 8), ([c],), (), (c, None, None), (c, 1, 2, 3), (c, "1")): show(getattr(s, m), *args)
    for m in ("strip", "lstrip", "rstrip", "removeprefix", "removesuffix"):
        for args in ((), (c,), (s[:2],), (e,), (None,), (5,), (s,), (c, c)): show(getattr(s, m), *args)
    for arg in ([s, s], (), [s], iter([s, c]), {}, [c, 5], 5, None, [None], [b"x"], ["x"], [bytearray(b"y"), memoryview(b"z")], s, range(2)): show(c.join, arg)
    for arg in (True, False, 0, "x", None, []): show((s + s[:0].__class__(b"\n" if not isinstance(s, str) else "\n") + s).splitlines, arg)
    show(s.splitlines, keepends=1); show(s.splitlines, True, 1)
    for args in ((3, c), (20, c), (10,), (10, c + c), (10, 5), ("1",), (1.5,), (-1,), (), (12, e), (12, None), (I(9), c), (12, c, c)): show(s.center, *args); show(s.ljust, *args); show(s.rjust, *args)
    for args in ((3,), (12,), (-5,), ("x",), (), (I(9),)): show(s.zfill, *args)
    show(lambda: s * -1); show(lambda: s * I(2)); show(lambda: 2 * s); show(lambda: s * 1.0); show(lambda: s + 5); show(lambda: 5 in s); show(lambda: 97 in s); show(lambda: None in s); show(lambda: c in s); show(lambda: s < 5); show(lambda: s == 5); show(lambda: s[1.0]); show(lambda: s["a"]); show(lambda: s[99]); show(lambda: s[-99:99:2]); show(lambda: s[::0]); show(lambda: s[I(1)]); show(lambda: s[I(1):I(3)]); show(lambda: s["a":]); show(lambda: s[2**80]); show(lambda: s[:2**80]); show(lambda: s[None]); show(lambda: s[1, 2])
