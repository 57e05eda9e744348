import re
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

print(re.sub(r"(\w)(\d)", r"\2\1", "a1 b2"), re.sub(r"(?P<x>a)", r"[\g<x>\g<1>\g<0>]", "banana"), re.subn("a", "b", "aaa", count=2))
print(re.sub("a", lambda m: m.group().upper() + str(m.start()), "banana"), re.sub("x*", "-", "abxd"), re.sub("", ".", "abc"))
for t in (r"\g<2>", r"\g<", r"\gx", r"\2", r"\q", r"\g<1a>", r"\g<>", "\\"):
    attempt(re.sub, "(a)", t, "a")
print(ascii(re.sub("a", r"\n\t\\\x41" if False else r"\n\t\\", "a")))
m = re.match(r"(?P<a>\w+) (?P<b>\w+)?", "one ")
print(m.expand(r"\1-\g<a>"), m.group("a", "b"), m["a"], m[2], m.span("b"), m.start(2), m.regs, m.string, m.pos, m.endpos, m.re.pattern)
attempt(m.group, 3)
attempt(m.group, "zz")
print(repr(m), m.groups("none"), m.groupdict("none"))
