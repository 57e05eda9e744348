# Parts are made by derive(); traceback, cause, context and notes go over.
class MyGroup(ExceptionGroup):
    def __new__(cls, message, excs, code):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self

    def derive(self, excs):
        return MyGroup(self.message, excs, self.code)


try:
    try:
        raise OSError("context")
    except OSError:
        raise MyGroup("m", [ValueError(1), TypeError(2)], 42) from KeyError("cause")
except MyGroup as e:
    e.add_note("note 1")
    match, rest = e.split(ValueError)
    for p in (match, rest):
        print(type(p).__name__, p.code, p.exceptions, repr(p.__cause__), repr(p.__context__), p.__notes__, p.__traceback__ is e.__traceback__)
    match.add_note("only here")
    print(e.__notes__, match.__notes__, rest.__notes__, match.__suppress_context__)
print(ExceptionGroup("a", [ValueError()]).derive([OSError(1)]))
print(repr(ExceptionGroup("a", [ValueError()]).derive([KeyboardInterrupt()])))


class Bad(ExceptionGroup):
    def derive(self, excs):
        return 42


try:
    Bad("b", [ValueError(), TypeError()]).split(ValueError)
except TypeError as e:
    print(e)
try:
    Bad("b", [ValueError()]).split(ValueError)
except TypeError as e:
    print(e)


class Odd(ExceptionGroup):
    def derive(self, excs):
        return ExceptionGroup("odd", [KeyError("x")])


print(Odd("b", [ValueError(), TypeError()]).split(ValueError))
