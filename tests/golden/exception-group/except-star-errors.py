# Classes that except* does not take.
def attempt(exc, cls):
    try:
        try:
            raise exc
        except* cls:
            print("caught")
    except BaseException as e:
        print(type(e).__name__, e)


attempt(ValueError(1), ExceptionGroup)
attempt(ValueError(1), BaseExceptionGroup)
attempt(ValueError(1), (TypeError, ExceptionGroup))
attempt(ValueError(1), int)
attempt(ValueError(1), 42)
attempt(ValueError(1), (ValueError, 42))
attempt(ValueError(1), ())


class BadSplit(ExceptionGroup):
    def split(self, m):
        return self.answer


for answer in (1, (), (1,), (None, None, 3)):
    g = BadSplit("x", [ValueError(1)])
    g.answer = answer
    attempt(g, TypeError)
