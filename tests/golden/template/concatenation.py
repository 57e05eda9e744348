def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Templates join templates only; iteration and exhaustion.
x = 1
print(t"a" + t"b", t"a{x}" + t"{x}b", t"" + t"", t"{x}" + t"")
show(lambda: t"a" + "b")
show(lambda: "a" + t"b")
show(lambda: t"a" + 1)
show(lambda: 1 + t"a")
it = iter(t"a{x}")
print(next(it), next(it), next(it, "end"), next(it, "end"), it is iter(it), type(it).__name__)
show(type(it))
show(lambda: t"a".x)
show(lambda: len(t"a"))
a = t"a"
show(lambda: a[0])
