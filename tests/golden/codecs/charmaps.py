import codecs
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for e in ("cp437", "cp1251", "koi8-r", "iso8859-5", "mac-roman", "cp1252", "iso8859-7"):
    b = bytes(range(0x80, 0x100))
    print(e, ascii(b.decode(e, "replace")))
attempt("\u20ac".encode, "cp437")
print(codecs.charmap_encode("ab", "strict", {97: 120, 98: b"yz"}), codecs.charmap_decode(b"ab", "strict", {97: "xx", 98: 0x20ac}))
attempt(codecs.charmap_encode, "c", "strict", {97: 120})
attempt(codecs.charmap_decode, b"c", "strict", {97: 120})
attempt(codecs.charmap_encode, "a", "strict", {97: 300})
t = codecs.charmap_build("".join(chr(i) for i in range(256)))
print(codecs.charmap_encode("a\u00e9", "strict", t))
