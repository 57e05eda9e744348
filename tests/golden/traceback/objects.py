import sys
import traceback


class Shown:
    """Output with the name of this file in place of its path."""

    def __init__(self, stream):
        self.stream = stream

    def write(self, text):
        return self.stream.write(text.replace(__file__, "program.py"))

    def flush(self):
        self.stream.flush()


sys.stdout = Shown(sys.stdout)


def f():
    secret = 1
    raise ValueError("deep")


try:
    f()
except ValueError as e:
    te = traceback.TracebackException.from_exception(e.with_traceback(e.__traceback__.tb_next), capture_locals=True)
    print("".join(te.format()), end="")
    print(te.exc_type_str, te.stack[-1].name, te.stack[-1].lineno, te.stack[-1].line, te.stack[-1].locals)
    tb = e.__traceback__
    while tb:
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_lasti >= 0)
        tb = tb.tb_next
    for summary in traceback.extract_tb(e.__traceback__):
        print(summary.name, summary.lineno, summary.colno, summary.end_colno, summary.end_lineno)
    print(traceback.format_list([("f.py", 3, "g", "x = 1"), ("f.py", 4, "h", None)]))
    t = type(e.__traceback__)
    try:
        t(None, None, 0, 0)
    except TypeError as problem:
        print(problem)
    loop = e.__traceback__
    try:
        loop.tb_next = loop
    except ValueError as problem:
        print(problem)
print(traceback.format_exception(ValueError("x")), traceback.format_exception(None))
print(traceback.format_exception(ValueError, ValueError("y"), None))
