# locals(), vars(), dir(), exec and eval in every kind of scope.
import sys

print(locals() is globals(), sys._getframe().f_locals is globals())


class C:
    x = 1
    locals()["made"] = 2
    print(made, sorted(k for k in locals() if not k.startswith("__")), sys._getframe().f_locals is locals())
    inner = [sorted(k for k in locals() if k in ("i", "x")) for i in range(1)]
    print(inner)


print(C.made)


def f(a):
    b = 2
    first = locals()
    c = 3
    second = locals()
    print(sorted(first), sorted(second), first is second)
    first["a"] = "ignored"
    print(a)
    exec("a = 'exec'; d = 4")
    print(a, "d" in locals())
    print(eval("str(a) + str(b)"), eval("sorted(locals())"))
    ns = {}
    exec("q = b if 'b' in globals() else 'no b'", {"__builtins__": __builtins__}, ns)
    print(ns)
    print(sorted(dir()), sorted(vars()))
    print([sorted(locals()) for i in range(1)])
    return locals


print(f(1) is locals)


def closure():
    free = 1

    def inner(arg):
        own = free
        return sorted(locals().items(), key=str)

    return inner(2)


print(closure())


def deleted():
    x = 1
    del x
    return locals()


print(deleted())
print((lambda *args, **kw: locals())(1, k=2))


class M(dict):
    def __missing__(self, key):
        return f"<{key}>"


exec("r = unknown + other", {}, m := M())
print(m)
for bad in (lambda: exec("1", 5), lambda: exec("1", {}, 5), lambda: eval("1", 5), lambda: eval("1", {}, 5), lambda: vars(5)):
    try:
        bad()
    except TypeError as e:
        print(e)


def proxy_exec():
    v = 1
    exec("v = 2; w = 3", globals(), sys._getframe().f_locals)
    print(v, sorted(sys._getframe().f_locals))


proxy_exec()
