import sys
import traceback


for source in ("a b", "x = (1,\ny = 2", "if True:\nprint(1)", "  x = 1\n y = 2", "print 'x'", "f(a for a in b, c)", "x = = 1", "def f(:\n    pass", "'abc", "1 = x", "a.b.c += d e", "for i in range(3)\n    pass", "class C\n    pass", "x = {1: 2, 3}", "return 5", "await x", "lambda: (yield)", "f'{a b}'", "import a.b as c.d", "del f()", "\u20ac = 1", "0777", "1__0", "async def f(): yield from x", "nonlocal x", "whille True:\n    pass"):
    try:
        compile(source, "program.py", "exec")
        print("fine:", source)
    except SyntaxError as e:
        traceback.print_exception(type(e), e, None, file=sys.stdout)
