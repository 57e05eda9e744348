import re
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for f in (0, re.I, re.M, re.S, re.X, re.A, re.I | re.M, re.DEBUG & 0):
    p = re.compile("a.b", f)
    print(repr(p), repr(p.flags), p.groups, p.groupindex)
print(repr(re.I | re.M), re.RegexFlag.ASCII, repr(re.NOFLAG))
print(re.findall(r"\w", "a\u00e9\u0660_"), re.findall(r"(?a)\w", "a\u00e9\u0660_"), re.findall(rb"\w", b"a\xe9_"))
print(re.findall("(?i)\u0130|\u017f|k", "i\u0131sSk\u212a"), re.findall("(?ia)k", "K\u212a"))
print(re.split(r"(,)|;", "a,b;c"), re.split(",", "a,b,c", maxsplit=1), re.split("x*", "axbc"))
print(re.escape("a.b*c[d]\n\t-~ \u20ac"), re.escape(b"a+b"))
p = re.compile("b")
print(p.search("abab", 2), p.match("abab", 1), p.fullmatch("abab", 1, 2), p.findall("abab", 0, 2), [m.start() for m in p.finditer("abab")])
print(p == re.compile("b"), hash(p) == hash(re.compile("b")), p == re.compile("b", re.I))
s = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"\s+", None), (r"\w+", lambda s, t: t)])
print(s.scan("12 ab 3 !"))
