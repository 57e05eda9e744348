def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# The constructors of string.templatelib.
from string.templatelib import Interpolation as I, Template as T

show(T)
show(T, "a", "b", I(1, "x"))
show(T, I(1, "x"), I(2, "y"))
show(T, 1)
show(lambda: T("a", x=1))
show(I)
show(I, 1)
show(I, 1, 2)
show(I, 1, "x", "q")
show(I, 1, "x", "")
show(I, 1, "x", "rs")
show(I, 1, "x", 1)
show(I, 1, "x", "r", ">5")
show(I, 1, "x", "r", 1)
show(lambda: I(value=1, expression="x", conversion="s", format_spec="d"))
show(lambda: I(1, foo=2))
print(I.__match_args__, T[int], I[int], T.__module__, I.__qualname__, T.__doc__)
i = I([1], "v", "a", "z")
match i:
    case I(value, expression, conversion, spec):
        print(value, expression, conversion, spec)
show(setattr, i, "value", 2)
show(setattr, t"a", "strings", ())
print(i.__reduce__()[1], I(1) == I(1), t"a" == t"a")
show(lambda: type("Q", (T,), {}))
