import codecs
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for e in ("utf-8", "utf-16", "utf-32", "utf-7", "utf-8-sig", "latin-1", "cp1252", "ascii"):
    b = "a\u00e9z".encode(e, "replace")
    d = codecs.getincrementaldecoder(e)("replace")
    print(e, [ascii(d.decode(b[i:i + 1], i == len(b) - 1)) for i in range(len(b))], d.getstate())
    enc = codecs.getincrementalencoder(e)("replace")
    print([enc.encode(c) for c in "ab"], enc.getstate())
d = codecs.getincrementaldecoder("utf-8")()
print(ascii(d.decode(b"\xe2\x82")), d.getstate())
attempt(d.decode, b"", True)
d.reset()
print(list(codecs.iterencode(["a", "\u20ac"], "utf-8")), ascii(list(codecs.iterdecode([b"\xe2", b"\x82\xac"], "utf-8"))))
