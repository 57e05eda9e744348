import codecs
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

s = "a\u00e9\u20ac\U0001f600"
for e in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-7", "utf-8-sig"):
    b = s.encode(e)
    print(e, b, ascii(b.decode(e)), ascii(codecs.lookup(e).name))
for e, b in (("utf-8", b"a\xffb\xe2\x82"), ("utf-16-le", b"a\x00b"), ("utf-16-le", b"\x00\xd8a\x00"), ("utf-32-le", b"\x00\x00\x11\x00"), ("utf-7", b"+AP8"), ("ascii", b"a\x80"), ("utf-8", b"\xed\xa0\x80")):
    attempt(b.decode, e)
    for errors in ("ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"):
        attempt(b.decode, e, errors)
