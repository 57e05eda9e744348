cases = {
    "AttributeError": lambda: object().nothing,
    "NameError": lambda: undefined_name,
    "ImportError": lambda: exec("from math import nothing_there"),
    "ModuleNotFoundError": lambda: __import__("no_such_module_here"),
    "KeyError": lambda: {}["k"],
    "IndexError": lambda: [][0],
    "StopIteration": lambda: next(iter([])),
    "UnicodeDecodeError": lambda: b"\xff".decode(),
    "UnicodeEncodeError": lambda: "\u20ac".encode("ascii"),
    "FileNotFoundError": lambda: open("/no/such/file"),
    "SystemExit": lambda: exec("raise SystemExit(3)"),
    "SyntaxError": lambda: compile("a b", "name.py", "exec"),
    "IndentationError": lambda: compile("if 1:\nx", "name.py", "exec"),
    "ZeroDivisionError": lambda: 1 % 0,
    "OverflowError": lambda: 2.0 ** 5000,
    "TypeError": lambda: len(5),
    "ValueError": lambda: int("x"),
    "AssertionError": lambda: exec("assert 0, 'why'"),
    "UnboundLocalError": lambda: exec("def f():\n    x += 1\nf()"),
    "RecursionError": lambda: exec("def f(): f()\nf()"),
}
for name, f in cases.items():
    try:
        f()
    except BaseException as e:
        print(name, type(e).__name__, repr(str(e)), [a for a in e.args][:1])
        for attribute in ("name", "obj", "path", "name_from", "code", "value", "errno", "strerror", "filename", "filename2", "msg", "lineno", "offset", "text", "end_lineno", "end_offset", "encoding", "start", "end", "reason", "object", "print_file_and_line"):
            if hasattr(e, attribute):
                value = getattr(e, attribute)
                print("   ", attribute, "=", type(value).__name__ if "object at" in repr(value) else repr(value))
