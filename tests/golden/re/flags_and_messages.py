# re: all flags, groups, substitution, scanning, a log analyser, and the messages of every wrong pattern.
import re

LOG = """\
127.0.0.1 - ann [10/Oct/2000:13:55:36 -0700] "GET /index.html HTTP/1.0" 200 2326
10.0.0.7 - - [10/Oct/2000:13:55:37 -0700] "POST /api/items?id=3 HTTP/1.1" 404 -
broken line
::1 - bob [11/Oct/2000:00:00:00 +0000] "DELETE /x HTTP/2" 500 12
"""
LINE = re.compile(r"""
    ^(?P<host>\S+)\ -\ (?P<user>\S+)\ \[(?P<when>[^]]+)\]\s
    "(?P<method>[A-Z]+)\ (?P<path>[^ ?"]*)(?:\?(?P<query>[^ "]*))?\ HTTP/(?P<version>[\d.]+)"\s
    (?P<status>\d{3})\ (?P<size>\d+|-)$""", re.VERBOSE | re.MULTILINE)
for m in LINE.finditer(LOG):
    print(m.groupdict(), m.span("path"), m.lastgroup, m.lastindex, m.start(), m["query"])
print(LINE.groups, LINE.groupindex, LINE.flags, LINE.search("x"), re.compile("a", re.I | re.X), repr(re.compile(b"x" * 210))[:60])
for pattern, text, flags in [("straße", "STRASSE straSSe STRAßE", re.I), ("É", "é", re.I), ("é", "É", re.I | re.A), (r"\w+", "añb_1", re.A), (r"^a.c$", "a\nc\nabc", re.M), ("a.c", "a\nc", re.S), (r"a b # c", "ab", re.X), (r"(?i:A)b", "ab aB", 0), (r"(?s:.)(?-s:.)", "\n\n\nx", 0), (r"\bfoo\b", "foo.foo", 0), (r"\d+", "٣4", 0), ("K", "\u212a", re.I), (r"(?a:\w)+", "aé", 0), (r"\Aa|b\Z", "ab", 0), (r"\N{BULLET}\x41\u0042\101", "•ABA", 0), (r"x{2,3}?", "xxxx", 0), (r"x{2,3}+x", "xxx", 0), (r"(?>a+)ab", "aaab", 0), (r"(a)?b(?(1)c|d)", "abc bd bc", 0), (r"(?<=a)b|(?<!a)c", "ab c ac", 0), (r"(?P<q>['\"]).*?(?P=q)", "'a\"' \"b\"", 0), (r"(\w)\1", "aabbc", 0), (r"(?=(\w{3}))", "abcd", 0), (r"", "ab", 0)]:
    print(repr(pattern), [m.group() for m in re.finditer(pattern, text, flags)], re.findall(pattern, text, flags))
print(re.sub(r"(?P<a>\w)(\d)?", r"<\g<a>|\2|\g<0>>", "a1b"), re.sub("x*", "-", "abxc"), re.subn("a", "b", "aaa", count=2), re.sub("(.)", lambda m: str(ord(m[1])), "ab"), re.sub(b"a", rb"\n\\", b"ba"), re.split(r"(,)\s*|;", "a, b;c"), re.split("x*", "axbc"), re.split(",", "a,b,c", maxsplit=1), re.escape("a.b*c d-é\n"), re.fullmatch("a|ab", "ab").end(), re.match("b", "ab"), re.compile("b").match("ab", 1).pos)
m = re.match(r"(a)(b)?(?P<n>c)?", "a!")
print(m.groups(), m.groups("-"), m.group(0, 1, "n"), m.start(2), m.span("n"), m.regs, m.string, m.re.pattern, m.expand(r"\1\2x"), m, m[1], m.endpos, bool(m), m.groupdict(default=0))
for bad in ["(", ")", "a**", "*a", "a{2,1}", "[z-a]", "[", "(?P<1>a)", "(?P<a>.)(?P<a>.)", "(?P=x)", r"\1", "(?", "(?z)", "(?<a", r"\q", r"\u12", r"\N{nope}", "(?(1)a|b|c)", "(?(9)a)", "(?<=a+)", "(?i", "a(?i)b", "(?-i)a", "(?L)a", "(?au:x)", "\\", "(?P<a", "(?P>a)", "x{1}{2}", "(?#", r"(?P<n>a)(?P=n", r"[\d-z]", "(?u-u:a)", "(?i-i:a)", r"\x1", r"[a-\d]", "(?<!", "(?P<é>a)\\g", "++", "(?(a)b)", "(?)"]:
    try:
        re.compile(bad)
        print(repr(bad), "compiles")
    except OverflowError as error:
        print(repr(bad), error)
    except re.PatternError as error:
        print(repr(bad), "->", error, "|", error.msg, error.pos, error.lineno, error.colno)
for call in [lambda: re.sub("a", r"\g<x>", "a"), lambda: re.sub("a", r"\2", "a"), lambda: re.sub("a", r"\g<1", "a"), lambda: re.sub("a", r"\q", "a"), lambda: re.sub("a", "\\", "a"), lambda: re.compile("a", re.A | re.U), lambda: re.compile(b"a", re.U), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.match("a", 3), lambda: re.compile(re.compile("a"), re.I), lambda: m.group(9), lambda: m.group("zz"), lambda: m["zz"], lambda: re.compile(3), lambda: re.sub("a", b"b", "a"), lambda: re.split("a", "b", 1, 0, 3), lambda: re.sub("a", "b", "c", 0, 0, 0, 0)]:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
scanner = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"[a-z]+", lambda s, t: ("word", t)), (r"\s+", None), (r"[+*]", "op")])
print(scanner.scan("12 + ab*3 ?"), re.RegexFlag.I | re.M, repr(re.I), re.NOFLAG, re.compile("(?im)x").flags, re.compile("a") == re.compile("a"), re.compile("a") == re.compile("a", re.I), hash(re.compile("b")) == hash(re.compile("b")), re.template if hasattr(re, "template") else "no template", type(re.compile("x")).__name__)
