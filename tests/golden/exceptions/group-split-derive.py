# ExceptionGroup: subgroup, split, derive, nested repr, except*.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


def tree():
    return ExceptionGroup("root", [ValueError(1), ExceptionGroup("mid", [TypeError(2), ValueError(3)]), OSError(4)])


def names(g):
    return None if g is None else (g.message, [names(x) if isinstance(x, BaseExceptionGroup) else repr(x) for x in g.exceptions])


g = tree()
print(names(g.subgroup(ValueError)), names(g.subgroup((TypeError, OSError))), g.subgroup(KeyError))
print([names(x) for x in g.split(ValueError)])
print([names(x) for x in g.split(lambda e: isinstance(e, TypeError))])
print([x is g for x in g.split(ExceptionGroup)])
show("bad", g.split, 5)
show("bad", g.subgroup, ["x"])


class Mine(ExceptionGroup):
    def derive(self, excs):
        return Mine(self.message + "'", excs)


m = Mine("m", [ValueError(1), KeyError(2)])
print(names(m.subgroup(ValueError)), type(m.subgroup(ValueError)).__name__)
for args in ((), ("x",), (5, [ValueError()]), ("x", []), ("x", 5), ("x", [5]), ("x", [KeyboardInterrupt()]), ("x", "ab")):
    show(args, ExceptionGroup, *args)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
print(repr(g), str(g))


def run(error):
    log = []
    try:
        try:
            raise error
        except* ValueError as e:
            log.append(("V", names(e)))
        except* (TypeError, OSError) as e:
            log.append(("TO", names(e)))
            raise KeyError("new")
    except BaseException as rest:
        log.append(("rest", type(rest).__name__, names(rest) if isinstance(rest, BaseExceptionGroup) else repr(rest)))
    print(log)


run(tree())
run(ValueError("alone"))
run(KeyError("unmatched"))
run(ExceptionGroup("g", [KeyError(1), ValueError(2)]))
