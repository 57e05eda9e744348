import codecs
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

s = "a\u20ac\U0001f600\ud800z"
for e in ("ascii", "latin-1", "utf-8", "cp1252", "utf-16-le"):
    for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape", "surrogatepass", "nosuch"):
        attempt(s.encode, e, errors)
def handler(e):
    return ("<%d>" % (e.end - e.start), e.end)
codecs.register_error("golden.test", handler)
attempt(s.encode, "ascii", "golden.test")
attempt(b"a\xff\xfeb".decode, "utf-8", "golden.test")
codecs.register_error("golden.bad", lambda e: 5)
attempt(s.encode, "ascii", "golden.bad")
codecs.register_error("golden.far", lambda e: ("", 100))
attempt(s.encode, "ascii", "golden.far")
