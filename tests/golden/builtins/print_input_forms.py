# print, input, repr, ascii, format, id, hash, callable, getattr family, vars, chr, ord and the like with every wrong argument.
import io, sys
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__ + ":", e)
class W:
    def __init__(s, **k): s.log = []; s.__dict__.update(k)
    def write(s, t): s.log.append(t)
class Flush(W):
    def flush(s): s.log.append("FLUSH")
w = W(); print("a", 1, None, sep="-", end="!", file=w); print(file=w); print("x", "y", sep="", file=w); print(*[1, 2], sep=None, end=None, file=w); print(w.log); f = Flush(); print("q", file=f, flush=True); print(f.log); show(print, "x", file=w, flush=True); show(print, "x", file=5); show(print, "x", sep=1); show(print, "x", end=b""); show(print, "x", filee=1); show(print, sep="", nd=""); show(print, file=None, end=""); print()
class Bad:
    def __str__(s): return 5
    def __repr__(s): raise ValueError("repr")
show(print, Bad()); show(str, Bad()); show(repr, Bad()); show(ascii, Bad()); print([1, "a\n", b"\x00", "é\U0001f600\ud800".encode("utf-8", "backslashreplace"), 1.0, None, ..., {}]); print("a\tb\\n", 'q"\'', repr('q"\''), repr("'"), repr('"'), ascii("é\U0001f600\ud800\x7f"), repr("\x7f\xa0\xad\u200b\u2028\U000e0001\ufeff").encode("ascii", "backslashreplace"))
old = sys.stdin
for text in ("line one\nline two\n", "no newline", "", "\n", "é\r\n"):
    sys.stdin = io.StringIO(text); show(input, "prompt> "); show(input); show(input)
sys.stdin = None; show(input); sys.stdin = old; show(input, 1, 2); show(input, prompt="x")
class SI:
    def readline(s): return 5
sys.stdin = SI(); show(input, "p"); sys.stdin = old; so = sys.stdout; sys.stdout = None; print("lost"); sys.stdout = so; 
for v in (65, 0x10FFFF, 0x110000, -1, "a", 1.5, None, True, 2**40, 2**70): show(chr, v)
for v in ("a", "", "ab", b"a", b"ab", bytearray(b"z"), 5, None, "\U0001f600", "e\u0301"): show(ord, v)
for f in (bin, oct, hex):
    for v in (0, -10, 255, 2**70, True, 1.5, "1", None): show(f, v)
for f in (abs, hash, callable, len, repr, ascii, id, iter, next, vars, dir, bool, all, any, sum, min, max, round, divmod, pow, chr, ord, bin, format, getattr, hasattr, setattr, delattr, isinstance, issubclass, sorted, reversed, zip, map, filter, enumerate, globals, locals, compile, eval, exec, open, print, input, type, super, object, int, float, complex, str, bytes, bytearray, memoryview, list, tuple, dict, set, frozenset, range, slice, property, classmethod, staticmethod, aiter, anext, __import__, __build_class__, breakpoint): 
    if f in (print, input, breakpoint, dir, globals, locals, vars): continue
    for a, k in (((), {}), ((), {"zz": 1}), ((1, 2, 3, 4, 5, 6, 7, 8, 9), {})):
        try: r = f(*a, **k); print(f.__name__, len(a), k, type(r).__name__)
        except BaseException as e: print(f.__name__, len(a), k, type(e).__name__, e)
for v, t in ((1, int), (True, int), (1, (str, int)), (1, int | str), (1, (str, (bytes, (int,)))), (None, None), (None, type(None)), (None, int | None), (1, 5), (1, "int"), (1, (int, 5)), (1, (5, int)), (1, list[int]), (1, ()), ([], list | 5 if 0 else list), (1, [int]), (1, int | list[int])): show(isinstance, v, t); show(issubclass, type(v), t)
show(issubclass, 5, int); show(issubclass, int, 5); show(issubclass, int | str, int); show(issubclass, list[int], list); show(isinstance, 1); show(issubclass, int)
for s in ("x", "05d", ">5", "", "zz", 5, None): show(format, 42, s); show(format, "str", s); show(format, None, s); show(format, [1], s)
show(round, 2.5); show(round, "x"); show(round, 1.5, "x"); show(round, 1234, -2); show(round, 1.5, None); show(round, number=1.55, ndigits=1); show(round, 1, 2, 3); show(divmod, 7, -2); show(divmod, "a", 1); show(divmod, 1.5, 0); show(abs, "x"); show(abs, -0.0); show(hash, []); show(hash, (1, [])); show(hash, {}); show(hash, slice(1, [])); show(callable, len); show(callable, int); show(callable, 5); show(callable, type("C", (), {"__call__": None})()); show(breakpoint, 1, hook=2) if 0 else None
sys.breakpointhook = lambda *a, **k: ("hook", a, k); show(breakpoint, 1, a=2); sys.breakpointhook = sys.__breakpointhook__; import os; os.environ["PYTHONBREAKPOINT"] = "0"; show(breakpoint); os.environ["PYTHONBREAKPOINT"] = "builtins.len"; show(breakpoint, "abc"); os.environ["PYTHONBREAKPOINT"] = "no.such.thing"; show(breakpoint); sys.stderr.flush()
show(__import__, "os.path"); show(lambda: __import__("os.path", fromlist=["x"]).__name__); show(__import__, "nope_nope"); show(__import__, ""); show(__import__, 5); show(__import__, "x", level=1); show(__import__, "os", level=-1); show(__import__, name="sys") if 0 else show(lambda: __import__(name="sys").__name__)
