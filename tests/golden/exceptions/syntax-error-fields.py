# SyntaxError: its fields, str() with and without file and line, a second __init__.
def show(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)


e = SyntaxError("bad", ("f.py", 3, 7, "text here", 3, 9))
print(e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.print_file_and_line)
print(str(e), repr(e), e.args)
e.__init__("again", ("g.py", 1, 2, "t"))
print(e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, str(e))
for args in ((), ("m",), ("m", ("f", 1, 2)), ("m", ("f", 1, 2, "t", 5)), ("m", ("f", None, None, None)), ("m", (None, 4, None, None)), ("m", "abcd"), ("m", 5), ("m", ("/a/b/c.py", 12, 1, "x")), (1, 2, 3), ("m", ("f", 1, 2, "t", 1, 2, (1, 2, 3)))):
    show(args, lambda a: (str(SyntaxError(*a)), SyntaxError(*a).lineno), args)
print([c.__name__ for c in TabError.__mro__])
for source in ("x = (", "def f(:\n pass", "if 1:\nx", "\tx\n  y", "return 1", "x = 1 +", "'abc", "a b", "f(**k, *a)", "1 = x", "del f()", "lambda x, x: 1", "break", "nonlocal q", "é = $"):
    try:
        compile(source, "prog", "exec")
    except SyntaxError as error:
        print(repr(source), type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, repr(error.text))
