def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# split and subgroup by class, tuple and predicate; the parts keep the structure.
G = ExceptionGroup
e = G("o", [ValueError(1), G("i", [TypeError(2), ValueError(3), G("ii", [OSError(4)])]), KeyError(5)])
for m in (ValueError, (ValueError, OSError), Exception, ArithmeticError, G, (), lambda x: isinstance(x, KeyError), lambda x: len(x.args) == 1 and x.args[0] in (2, 4)):
    print(e.split(m))
    print(e.subgroup(m))
print(e.split(Exception)[0] is e, e.subgroup(lambda x: False))
for bad in (1, int, (ValueError, 1), [ValueError], "x", None):
    show(e.split, bad)
    show(e.subgroup, bad)
show(e.split, lambda x: 1 / 0)
show(e.split)
seen = []
e.subgroup(lambda x: seen.append(type(x).__name__))
print(seen)
