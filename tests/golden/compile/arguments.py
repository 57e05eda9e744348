# compile(): its arguments and their errors.
def t(*args, **kw):
    try: print(type(compile(*args, **kw)).__name__)
    except Exception as e: print(type(e).__name__, e)
t(); t("a"); t("a", "f"); t("a", "f", "exec"); t("a", b"f", "exec"); t(b"a", "f", "eval"); t(bytearray(b"a"), "f", "eval"); t(memoryview(b"a"), "f", "eval"); t("a", 1, "exec"); t("a", "f", 1); t("a", "f", "foo"); t("a", "f", "func_type"); t(1, "f", "exec"); t("a", "f", "exec", 1); t("a", "f", "exec", "x"); t("a", "f", "exec", 0, True, 3); t("a", "f", "exec", optimize=2); t("a", "f", "exec", optimize=5); t("a\0", "f", "exec"); t(b"a\0", "f", "exec"); t("a", "f\0", "exec"); t("\ud800", "f", "exec"); t("a", "f", "exec", foo=1); t("a", "f", "exec", flags=0x1000000); t("x y", "f", "exec"); t(b"\xff", "f", "exec"); t(b"# coding: latin-1\n'\xff'", "f", "exec"); t(b"# coding: foo\n", "f", "exec"); t("a = 1", "f", "eval"); t("", "f", "eval"); t("", "f", "single"); t("a\nb", "f", "single"); t("", "f", "exec")
print(eval(compile("1+\\\n2", "f", "eval")))
ns = {}; exec(compile("from __future__ import annotations\nx: y = 1", "f", "exec"), ns); print(ns["__annotations__"])
print(eval(b"# coding: latin-1\n'\xe9'"), eval(" 1"), eval("\t(2)"))
for s in ("def f():\n  x\n y", "if 1:\nx", "\tx\n        y", "x = (", "'abc", "'''abc", "f'{'", "f'{a'", "1a", "0777", "a b", "return", "yield", "break", "await x", "x = yield = 1", "f() = 1", "None = 1", "def f(a, a): pass", "def f(): nonlocal x", "nonlocal x", "from __future__ import foo", "import a.b as", "print 1", "a = 1 = b", "(a, b): int", "{1:2, 3}", "[*a for a in b]", "lambda *: 1", "del f()", "with a as 1: pass", "class C: return 1", "x = *a", "async def f():\n [await x for x in y]\n yield 1\n return 2"):
    t(s, "f", "exec")
