# StackSummary, FrameSummary, walk_tb, extract, limits.
import traceback


def outer(n):
    inner(n)


def inner(n):
    if n:
        outer(n - 1)
    else:
        value = [1]
        value["key"]


try:
    outer(2)
except TypeError as error:
    tb = error.__traceback__
    caught = error
for limit in (None, 0, 1, 2, -1, -2, 100):
    print(limit, [(f.name, f.lineno) for f in traceback.extract_tb(tb, limit)])
summary = traceback.extract_tb(tb)
first = summary[0]
print(first.name, first.lineno, first.end_lineno, first.colno, first.end_colno, first.line)
print(len(first), tuple(first)[1:], first == summary[0], first == tuple(first))
print([lineno for frame, lineno in traceback.walk_tb(tb)])
print("".join(traceback.format_exception_only(caught)))
print("".join(traceback.format_list([("file", 1, "name", "line"), ("f2", 2, "n2", None)])))
frame = traceback.FrameSummary("f", 5, "n", lookup_line=False, locals={"a": 1, "b": "x"}, line="  text ")
print(frame, frame.locals, repr(frame.line), frame.filename)
for item in (traceback.StackSummary.from_list([("f", 1, "n", "l")] * 6)).format():
    print(item, end="")
te = traceback.TracebackException.from_exception(caught, capture_locals=True, limit=-1)
print(te.exc_type_str, te.stack[0].locals, str(te))
print("".join(te.format_exception_only()))
print(traceback.TracebackException(ValueError, ValueError("x"), None) == traceback.TracebackException(ValueError, ValueError("x"), None))
for bad in (5, None, "x"):
    try:
        print(traceback.format_exception_only(bad))
    except (TypeError, AttributeError) as error:
        print(error)
print(traceback.format_exception(None), traceback.format_exc())
