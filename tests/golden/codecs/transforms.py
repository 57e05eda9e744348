import codecs
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for e in ("hex", "base64", "quopri", "uu", "rot13"):
    try:
        data = "Hello" if e == "rot13" else b"Hello \xff"
        x = codecs.encode(data, e)
        print(e, x, codecs.decode(x, e))
    except Exception as ex:
        print(e, type(ex).__name__, ex)
attempt("a".encode, "hex")
attempt(b"a".decode, "rot13")
attempt(codecs.lookup, "no-such-codec")
for n in ("UTF8", "utf_8", "Latin-1", "l1", "ASCII", "us-ascii", "cp1252", "koi8-r", "iso8859-15"):
    print(n, codecs.lookup(n).name)
print("b\u00fccher.example".encode("idna"), b"xn--bcher-kva.example".decode("idna"), "b\u00fccher".encode("punycode"), b"bcher-kva".decode("punycode"))
print(codecs.escape_encode(b"a\n\xff'"), codecs.escape_decode(b"a\\n\\x41\\101"))
print("a\n\u20ac\U0001f600".encode("unicode_escape"), b"\\u20ac\\n\\x41".decode("unicode_escape"), "\u20ac".encode("raw_unicode_escape"))
attempt(b"\\x4".decode, "unicode_escape")
attempt(b"\\N{nope}".decode, "unicode_escape")
