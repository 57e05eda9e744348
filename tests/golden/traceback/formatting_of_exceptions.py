# The module traceback: formatting, TracebackException, StackSummary, groups, notes, suggestions, limits.
import io
import sys
import traceback
import textwrap
import linecache


def deep(n):
    if n == 0:
        value = {"k": [1, 2]}
        return value["k"][5]
    return deep(n - 1)


def chained():
    try:
        deep(2)
    except IndexError as error:
        try:
            int("x")
        except ValueError:
            raise RuntimeError("outer") from error


def grouped():
    errors = []
    for bad in ("a", None, []):
        try:
            int(bad)
        except Exception as error:
            error.add_note(f"while converting {bad!r}")
            errors.append(error)
    errors.append(ExceptionGroup("inner", [KeyError("k"), OSError(2, "No such file", "name.txt")]))
    raise ExceptionGroup("several", errors)


class Odd(Exception):
    def __str__(self):
        raise TypeError("no text")


def show(function):
    print("--", function.__name__)
    try:
        function()
    except Exception as error:
        text = "".join(traceback.format_exception(error))
        print(text.replace(__file__, "FILE"))
        return error


errors = [show(f) for f in (chained, grouped)]
te = traceback.TracebackException.from_exception(errors[0], capture_locals=False, limit=2)
print("".join(te.format(chain=False)).replace(__file__, "FILE"))
print(te.exc_type_str, str(te), te.__cause__.exc_type_str, len(te.stack), te.stack[0].name, te.stack[0].lineno, te.stack[-1].line, te.stack[-1].colno, te.stack[-1].end_colno, te == traceback.TracebackException.from_exception(errors[0], capture_locals=False, limit=2))
print(traceback.format_exception_only(errors[1]), traceback.format_exception_only(Odd()), traceback.format_exception_only(None), traceback.format_exception_only(ValueError("a\nb")), traceback.format_exception_only(SyntaxError("msg", ("f.py", 3, 5, "x = = 1\n", 3, 6))))
print("".join(traceback.format_exception_only(errors[1], show_group=True)))
for source in ["x = (1,\n", "def f(:\n  pass", "print 'x'", "a = 1 +", "if True:\nx", "'unclosed", "x = 5 5", "f(a b)", "for i in range(3) print(i)", "{1:2, 3}", "return 1 2", "class A\n  pass", "while True print"]:
    try:
        compile(source, "<src>", "exec")
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(error)), end="")


class Thing:
    attribute = 1
    __slots__ = ()


def suggest():
    counter = 1
    for action in [lambda: Thing().atribute, lambda: countr, lambda: sys.exi, lambda: pritn, lambda: Thing().zzz, lambda: dict(a=1).kyes(), lambda: exec("import sys; sys.pth", {}), lambda: exec("from nowhere import x", {}), lambda: (1).__bases__]:
        try:
            action()
        except Exception as error:
            print(traceback.format_exception_only(error)[-1], end="")


suggest()
try:
    deep(4)
except IndexError as error:
    tb = error.__traceback__
    for limit in (None, 2, -2, 0):
        print(limit, [(f.name, f.lineno) for f in traceback.extract_tb(tb, limit)])
    out = io.StringIO()
    traceback.print_tb(tb, limit=1, file=out)
    traceback.print_exception(error, limit=-1, file=out, chain=False)
    traceback.print_exc(limit=1, file=out)
    print(out.getvalue().replace(__file__, "FILE"))
    print([(f.f_code.co_name, line) for f, line in traceback.walk_tb(tb)][:3], traceback.format_tb(tb)[-1].replace(__file__, "FILE"))
stack = traceback.StackSummary.from_list([("a.py", 1, "f", "code()"), ("a.py", 2, "g", None)] + [("r.py", 9, "rec", "rec()")] * 6)
print("".join(stack.format()), traceback.format_list([("x.py", 5, "h", "line")]), repr(stack[0]), tuple(stack[0]), stack[0] == ("a.py", 1, "f", "code()"))
linecache.cache["<made>"] = (20, None, ["def made():\n", "    raise ValueError(\n", "        'x'\n", "    )\n"], "<made>")
space = {}
exec(compile("def made():\n    raise ValueError(\n        'x'\n    )\n", "<made>", "exec"), space)
try:
    space["made"]()
except ValueError as error:
    print("".join(traceback.format_exception(error)).replace(__file__, "FILE"))


def recursion(n):
    return recursion(n + 1)


try:
    recursion(0)
except RecursionError as error:
    text = "".join(traceback.format_exception(error)).replace(__file__, "FILE")
    print(text[:300], text.count("\n"), text.splitlines()[-1])
print(traceback.format_stack()[-1].replace(__file__, "FILE"), [f.name for f in traceback.extract_stack()])
traceback.clear_frames(errors[0].__traceback__)
try:
    raise ValueError("with notes") from None
except ValueError as error:
    error.__notes__ = ["one\ntwo", 3]
    print("".join(traceback.format_exception(error)).replace(__file__, "FILE"))
    error.__notes__ = 5
    print(traceback.format_exception_only(error))
