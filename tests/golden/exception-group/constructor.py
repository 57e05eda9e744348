def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# Rules of the constructor.
B, G = BaseExceptionGroup, ExceptionGroup
show(B)
show(B, "a")
show(B, 1, [ValueError()])
show(B, "a", [ValueError()], 3)
show(B, "a", 2)
show(B, "a", [])
show(B, "a", {ValueError()})
show(B, "a", [ValueError(), 1])
show(B, "a", [ValueError])
show(G, "a", [KeyboardInterrupt()])
show(lambda: B("a", [ValueError()], x=1))
print(repr(B("a", [ValueError(1)])), type(B("a", [ValueError(1)])) is G)
print(repr(B("a", (KeyboardInterrupt(),))), str(B("a", [OSError(), OSError()])), str(G("m", [OSError()])))


class E(ExceptionGroup):
    pass


class BB(BaseExceptionGroup):
    pass


show(E, "a", [KeyboardInterrupt()])
show(E, "a", [ValueError()])
show(BB, "a", [ValueError()])
show(BB, "a", [KeyboardInterrupt()])
print(G.__mro__, G.__bases__, issubclass(G, Exception), issubclass(B, Exception))
print(G[int], G.__module__, G.__doc__, B.__doc__)
