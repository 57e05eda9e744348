def each(source):
    for line in source.strip().splitlines():
        try:
            print(line, "->", repr(eval(line, globals())))
        except Exception as e:
            print(line, "->", type(e).__name__ + ":", e)
class S(str):
    def __repr__(self): return "S!"
    def __str__(self): return "str of S"
class Raises:
    def __str__(self): raise ValueError("in str")
    __repr__ = __str__
class OnlyRepr:
    def __repr__(self): return "only repr é"
class Mixed(str):
    def __new__(cls, value, extra=None):
        self = super().__new__(cls, value); self.extra = extra
        return self
each(r"""
str(), str(""), str(5), str(None), str(1.0), str([1, "a"]), str(b"x"), str(b"x", "ascii"), str(b"caf\xc3\xa9", "utf-8"), str(object=5), str(b"x", errors="strict"), str(encoding="utf-8", object=b"q"), str(bytearray(b"ba"), "latin-1"), str(memoryview(b"mv"), "ascii")
str(5, "ascii")
str("x", "ascii")
str("x", errors="strict")
str(b"\xff", "utf-8")
str(b"\xff", "utf-8", "replace"), str(b"\xffa", "ascii", "ignore"), str(b"\xff", "ascii", "backslashreplace"), str(b"\xff", "utf-8", "surrogateescape")
str(b"x", 5)
str(b"x", "nope")
str(b"x", "ascii", "strict", 1)
str(b"\xff", "ascii", "nope")
str(foo=1)
str(1, 2, 3)
str(Raises())
repr(Raises())
str(OnlyRepr()), repr(OnlyRepr()), ascii(OnlyRepr()), f"{OnlyRepr()}", "%s %r %a" % (OnlyRepr(),) * 3 if False else "%s" % OnlyRepr()
S("x"), str(S("x")), f"{S('x')}", "%s" % S("x"), S("x") + "y", S("x").upper(), type(S("x") + "y").__name__, S("a") == "a", hash(S("a")) == hash("a"), {"a": 1}[S("a")], "".join([S("j")]), S("abc")[0:], type(S("abc")[:]).__name__, str.__repr__(S("x")), str.__str__(S("y"))
Mixed("v", 5).extra, Mixed("v") == "v", Mixed("v", extra=1).extra, type(Mixed("a").replace("x", "y")).__name__
Mixed()
"'", '"', "'\"", "\\", "\n\r\t\0\x01\x7f\x80\xa0\xad", "é", "\u200b\u2028\ufeff", "\ud800", "\U0001f600\U000e0001\U0010ffff", "a'b"
ascii("é\u20ac\U0001f600'\n"), ascii("it's"), ascii('"'), ascii(["é"]), ascii({"é": b"\xe9"})
"\N{BULLET}\x41\101\u0041\U00000041", r"\n", "a" "b" 'c', "line\
continued", '''tri'ple"''', u"u", len("\0"), "\8" == "\\8"
"tab\there", "\a\b\f\v", "\x1b[0m"
"abc".__class__, "abc".__format__(">5"), "abc".__sizeof__() > 0, "abc".__reduce_ex__(2)[0].__name__, "abc".__iter__().__length_hint__(), "é".isascii()
"a".nothing
"a".x.y
str.nothing
str.join(5, [])
str.upper()
str.upper(5)
"a".upper(1)
str.__new__(int)
str.__new__()
str.__new__(5)
setattr("a", "x", 1)
"a" % 1
"%s" % (1, 2)
"%s %s" % (1,)
"%d" % "a"
"%(a)s" % {"a": 1}, "%(a)s %(a)d" % {"a": 5}, "%%" % (), "%5.1f|%-5d|%05d|%+d|% d|%x|%X|%#o|%e|%g|%c|%c" % (1.25, 3, 42, 5, 6, 255, 255, 8, 12345.678, 0.0001, 65, "z")
"%(a)s" % {}
"%(a)s" % 5
"%(a" % {"a": 1}
"%" % 1
"%z" % 1
"%c" % "ab"
"%c" % 1.5
"%c" % 1114112
"%x" % 1.5
"%*d" % (5, 3), "%.*f" % (2, 1.23456), "%-*s|" % (6, "ab"), "%s" % None, "%s" % (None,), "%r" % "q", "%a" % "é", "%i" % 3.99, "%s" % [1], "%s" % {"a": 1}
"%*d" % ("x", 3)
"%d" % None
"%f" % "1"
"%d" % 1e400
"%.5s|%5.2s|" % ("abcdefgh", "xyz"), "%5%|" % (), "%-+8.3d|" % 7, "%08.3f" % -3.14159, "%#x %#X %#b" [:7] % (255, 255)
""")
