# format_exception_only of SyntaxErrors: carets, ranges, tabs, missing parts.
import traceback
cases = [
    ("m", ("f", 1, 1, "x = 1\n")), ("m", ("f", 1, 5, "x = 1\n")), ("m", ("f", 1, 3, "x = 1\n", 1, 5)), ("m", ("f", 1, 3, "    x = 1\n", 1, 6)),
    ("m", ("f", 1, 7, "    x = 1\n", 1, 9)), ("m", ("f", 2, 1, "a = (\n  b\n", 3, 2)), ("m", ("f", 1, 0, "x\n")), ("m", ("f", 1, None, "x\n")), ("m", ("f", 1, -1, "x\n", 1, -1)),
    ("m", ("f", 1, 3, None)), ("m", (None, 1, 3, "abc")), ("m", ("f", None, 3, "abc")), ("m", ("f", 1, 30, "abc\n", 1, 35)), ("m", ("f", 1, 3, "\tab\n", 1, 4)), ("m", ("f", 1, 2, "\u00e9\u4e2d\u6587x\n", 1, 4)),
    (None, ("f", 1, 2, "abc")), ("", ("f", 1, 2, "abc")), ("two\nlines", ("f", 1, 2, "abc")), ("m", ("f", 1, 1, "", 1, 1)),
]
for case in cases:
    print(case)
    print("".join(traceback.format_exception_only(SyntaxError(*case))), end="")
for source in ("x = (1,\n  2", "print 1", "f(a for a in b, c)", "x = 0777", "if x = 1: pass", "a, b += 1", "class C(x for x in y): pass", "for x in y\n  pass", "import a.b as", "async x", "else: 1", "x = {1: 2, 3}", "f'{x!z}'", "f'{a b}'", "def f(a, a): pass", "pass\n  x"):
    try:
        compile(source, "src", "exec")
    except SyntaxError as error:
        print("".join(traceback.format_exception_only(error)), end="")
