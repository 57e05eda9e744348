# SyntaxWarnings of the compiler, and what becomes of them as errors.
import warnings
for s in ("1 is 1", "a is 'x'", "() is not a", "assert (a, 'b')", "1()", "'a'(1)", "[1]['a']", "'abc'[1.0]", "{1}()", "None.x", "'\\d'", "b'\\q'", "1if a else 2", "0x1for x in y", "def f():\n try: pass\n finally: return 1", "for i in x:\n try: pass\n finally: break", "f'{a}'()", "(lambda: 1)[2]", "...()", "[x for x in y]()", "'\\400'", "a == 1 is 2"):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        try: compile(s, "f", "exec")
        except SyntaxError as e: print(repr(s), "SyntaxError", e)
    print(repr(s), [(x.category.__name__, str(x.message), x.lineno, x.filename) for x in w])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try: compile(s, "f", "exec"); print("  fine")
        except SyntaxError as e: print("  ", e.msg, e.lineno, e.offset, e.end_offset)
