def show(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__ + ":", e)
def check(v, *message):
    if message: assert v, message[0]
    else: assert v
for args in ((1,), (0,), ([], "empty"), (None, 5), ("", ("a", 1)), (0, ValueError("inner")), ([0], "fine")): show(check, *args)
try: assert False, "text" "joined"
except AssertionError as e: print(e.args, repr(e))
def messages():
    def loud(): print("message evaluated"); return "msg"
    assert True, loud()
    try: assert False, loud()
    except AssertionError as e: print(e)
messages()
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    code = compile("assert (x, 'always true')", "f.py", "exec")
    compile("assert (1 is 1)", "f.py", "exec")
print([(w.category.__name__, str(w.message), w.lineno) for w in caught])
print(eval(compile("__debug__", "s", "eval", optimize=1)), eval(compile("__debug__", "s", "eval", optimize=0)))
exec(compile("assert 0", "s", "exec", optimize=1)); print("assert removed")
class E(Exception):
    def __init__(self, a, b=2): self.a, self.b = a, b
class Silent(E):
    def __str__(self): return f"silent {self.a}"
def raiser(what, *cause):
    if cause: raise what from cause[0]
    raise what
for args in ((E,), (E(1),), (Silent(3),), (ValueError,), (ValueError, KeyError), (ValueError("x"), None), (ValueError, 3), (5,), ("s",), (E, E(1)), (type,), (BaseException,)):
    try: raiser(*args)
    except BaseException as e: print(type(e).__name__, e, repr(e.__cause__), e.__suppress_context__)
def reraise():
    try: raise ValueError("first")
    except ValueError as e:
        saved = e
        try: raise
        except ValueError as again: print(again is saved)
        try: raise KeyError("k") from e
        except KeyError as k: print(k.__cause__ is saved, k.__context__ is saved)
        raise TypeError("third")
try: reraise()
except TypeError as e: print(repr(e.__context__), e.__cause__)
def finals():
    try: raise ValueError("lost")
    finally: raise KeyError("wins")
try: finals()
except KeyError as e: print(repr(e), repr(e.__context__))
e = ValueError("a").with_traceback(None); print(e.__traceback__, e.add_note("n"), e.__notes__)
show(lambda: ValueError().with_traceback(5)); show(lambda: ValueError().add_note(5))
def setter(name, value):
    x = ValueError(); setattr(x, name, value); return getattr(x, name)
for n, v in (("__cause__", 5), ("__context__", 5), ("__traceback__", 5), ("args", 5), ("args", [1, 2]), ("__suppress_context__", 5), ("__suppress_context__", True), ("__cause__", None), ("anything", 1)): show(setter, n, v)
for source in ("raise x from", "raise from x", "raise x, y", "assert", "assert x,", "assert x, y, z"):
    try: compile(source, "s", "exec"); print("ok")
    except SyntaxError as e: print(source, "->", e.msg, e.offset)
