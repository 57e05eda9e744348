
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for t, a in [("%s %r %a", ("x\u20ac", "y\u20ac", "z\u20ac")), ("%d %i %u", (1, -2, 3.9)), ("%5d|%-5d|%05d|%+d|% d", (1, 2, 3, 4, 5)), ("%x %X %o %#x %#o", (255, 255, 8, 255, 8)), ("%e %E %f %F %g %G", (1234.5,) * 6), ("%.2f %10.3e %-8.1f|", (3.14159, 1e10, 2.25)), ("%c%c", (65, "b")), ("%%", ()), ("%(a)s %(b)05.1f", {"a": 1, "b": 2}), ("%*d %-*d|", (5, 1, 5, 2)), ("%.*f", (2, 3.14159)), ("%s", ((1, 2),)), ("%s", [1]), ("%5s|%-5s|%.2s", ("abc",) * 3)]:
    attempt(lambda: t % a)
for t, a in [("%d", "x"), ("%d", ()), ("%d %d", 1), ("%s", (1, 2)), ("%z", 1), ("%", 1), ("%(a)s", 1), ("%(a", {}), ("%c", 1114112), ("%c", "ab"), ("%x", 1.5), ("%d", None), ("%*d", ("a", 1)), ("%(b)s", {"a": 1}), ("%f", "1"), ("abc", 5)]:
    attempt(lambda: t % a)
print(b"%s %d %x %c %a %5b|" % (b"a", 1, 255, 66, "\u20ac", b"c"))
attempt(lambda: b"%s" % "a")
attempt(lambda: b"%d" % b"1")
