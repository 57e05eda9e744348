import re
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for p in ["(", ")", "[", "[a", "a**", "*a", "(?P<1>a)", "(?P<a>a)(?P<a>b)", "(?P=x)", r"\1", "(?z)", "a{2,1}", "[z-a]", r"\q", "(?<=a*)b", "(?(2)a|b)", "(?P<a", "(?#", "(?", r"[\w-z]", r"\x4", r"\N{no}", r"\u12", "x{1,2}{3}", "(?i", "a(?i)b", "(?-i)", "(?a-a:x)", "\\", "(?P>a)", "(?P", "(?<a>b)", "(?:a", "a|*", "+"]:
    try:
        re.compile(p)
        print(p, "ok")
    except re.error as e:
        print(p, "|", e, "|", e.msg, e.pos, e.lineno, e.colno)
attempt(re.compile, 5)
attempt(re.match, "a", b"a")
attempt(re.match, b"a", "a")
attempt(re.compile, re.compile("a"), re.I)
attempt(re.compile, "a", re.L)
attempt(re.compile, b"a", re.U)
