# ast.dump of every kind of expression.
import ast
for s in ["a and b and c or d", "not a", "-a + ~b ** +c", "a // b @ c % d << e >> f & g ^ h | i", "(x := 1)", "lambda a, /, b=1, *c, d, **e: 0", "lambda: (yield)", "a if b else c", "{1: 2, **a}", "{}", "{1, 2}", "[]", "[1, *a]", "()", "(1,)", "(*a, b)", "[x for x in y if a if b for z in x]", "{x for x in y}", "{x: 1 for x in y}", "(x for x in y)",
 "a < b <= c == d != e > f >= g is h is not i in j not in k", "f()", "f(a, *b, c=1, **d)", "f(x for x in y)", "a.b.c", "a[1]", "a[1:2]", "a[1:2:3, ..., ::]", "a[*b]", "a[b, *c]", "1", "1.5", "2j", "'s'", "u's'", "b'b'", "...", "True", "None", "'a' 'b'", "f'a{b}c'", "f'{a!r:>{w}}'", "f'{a=}'", "f'{{}}'", "t'a{b}c'", "t'{a!s:x}'", "10**100", "0x_ff", "1_000", "'\\ud800'", "await_", "[a][0](b).c"]:
    print(repr(s))
    print("   ", ast.dump(ast.parse(s, mode="eval").body))
