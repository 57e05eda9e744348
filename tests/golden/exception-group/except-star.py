# except*: partial matches, naked exceptions, what is left goes on.
def run(exc, *handlers):
    try:
        try:
            raise exc
        except* ValueError as e:
            print("ValueError", repr(e))
        except* (TypeError, OSError) as e:
            print("TypeError/OSError", repr(e))
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as e:
        print("left", repr(e))


G = ExceptionGroup
run(ValueError(1))
run(KeyError(2))
run(G("g", [ValueError(1), TypeError(2), KeyError(3)]))
run(G("g", [G("h", [ValueError(1), KeyError(3)]), OSError(2)]))
run(G("g", [ValueError(1), ValueError(2)]))
run(BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1)]))
try:
    pass
except* ValueError:
    print("no")
else:
    print("else")
try:
    raise G("x", [ValueError(1)])
except* Exception as e:
    print(repr(e), e.__traceback__ is not None)
