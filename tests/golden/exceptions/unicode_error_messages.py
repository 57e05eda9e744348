# encode and decode: every error handler, codec and message; UnicodeError fields; own handlers.
import codecs
def show(f, *a, **k):
    try: print(ascii(f(*a, **k)))
    except UnicodeError as e: print(type(e).__name__, "|", e, "|", getattr(e, "encoding", None), getattr(e, "start", None), getattr(e, "end", None), getattr(e, "reason", None), len(getattr(e, "object", "")))
    except Exception as e: print(type(e).__name__ + ":", e)
handlers = ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass", "nope"]
for text in ("a\u20acb", "\ud800x", "\U0001f600", "\udc80\udcff", "é\x00", "a\u20ac\u20acb\ud800"):
    for enc in ("ascii", "latin-1", "utf-8", "utf-16-le", "utf-32", "cp1252", "utf-7", "iso8859-15", "cp437", "idna", "punycode", "raw_unicode_escape", "unicode_escape"):
        for h in handlers if enc in ("ascii", "utf-8", "latin-1") else ("strict", "replace", "surrogatepass"): show(text.encode, enc, h)
for data in (b"\xff", b"a\xe2\x82", b"\xe2\x82x", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\x80", b"\xf0\x9f\x98\x80\xf0\x9f", b"\x80\x81", b"\x00\xd8x", b"abc", b"\xfe\xff\x00", b"\xf8\x88\x80\x80\x80", b"+AGEX-+", b"\\x4", b"\\u12\\N{BULLET}\\N{x}", b"\\q\\777"):
    for enc in ("ascii", "utf-8", "utf-16", "utf-16-be", "utf-32-le", "cp1252", "utf-7", "unicode_escape", "raw_unicode_escape", "utf-8-sig", "cp437", "charmap"):
        for h in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace") if enc in ("ascii", "utf-8") else ("strict", "replace"):
            import warnings
            with warnings.catch_warnings(): warnings.simplefilter("ignore"); show(data.decode, enc, h)
def mine(e):
    print("handler", type(e).__name__, e.start, e.end, ascii(e.object[e.start:e.end])); return ("<?>", e.end)
codecs.register_error("mine", mine)
show("a\u20ac\u20acb".encode, "ascii", "mine"); show(b"a\xff\xfeb".decode, "utf-8", "mine"); show("\u20ac".encode, "cp437", "mine"); show("\ud800".encode, "utf-16", "mine"); show(str.translate, "abc", {97: None, 98: "\u20ac", 99: 100})
for answer in (5, ("x",), ("x", "y"), (b"raw", 1), ("\u20ac", 1), ("x", -1), ("x", 99), ("x", 0, 0), (5, 1), None, ("", 1)):
    codecs.register_error("odd", lambda e: answer if answer != ("", 1) else ("", e.end)); show("\u20acz".encode, "ascii", "odd"); show(b"\xffz".decode, "ascii", "odd")
codecs.register_error("raises", lambda e: 1 / 0); show("\u20ac".encode, "ascii", "raises"); show(codecs.register_error, 5, len); show(codecs.register_error, "x", 5); show(codecs.lookup_error, "unknown-x"); show(codecs.lookup_error("ignore"), ValueError()); show(codecs.lookup_error("replace"), UnicodeTranslateError("abc", 0, 2, "r")); show(codecs.lookup_error("xmlcharrefreplace"), UnicodeDecodeError("x", b"a", 0, 1, "r")); show(codecs.lookup_error("backslashreplace"), UnicodeDecodeError("x", b"\xffa", 0, 2, "r")); show(codecs.lookup_error("namereplace"), UnicodeEncodeError("x", "é\u20ac", 0, 2, "r")); show(codecs.lookup_error("strict"), UnicodeEncodeError("x", "é", 0, 1, "r")); show(codecs.lookup_error("strict"), 5)
for a in ((), ("a",), ("utf8", "x", 0, 1), ("utf8", "x", 0, 1, "r"), ("utf8", b"x", 0, 1, "r"), (5, "x", 0, 1, "r"), ("u", "x", "0", 1, "r"), ("u", "x", 0, 1, 5), ("u", "xyz", 5, 9, "r"), ("u", "xyz", -3, 2, "r"), ("u", "xyz", 1, 3, "many"), ("u", "", 0, 0, "empty"), ("u", "x", 0, 1, "r", 6), ("u", bytearray(b"abc"), 0, 1, "r")):
    for c in (UnicodeEncodeError, UnicodeDecodeError):
        try: e = c(*a); print(c.__name__, str(e), e.args, e.start, e.end, e.object)
        except Exception as x: print(c.__name__, type(x).__name__, x)
for a in (("abc", 0, 1, "r"), ("abc", 0, 2, "r"), (b"abc", 0, 1, "r"), ("a\u20ac", 1, 2, "r"), ("\U0001f600", 0, 1, "r"), ()):
    try: print(UnicodeTranslateError(*a))
    except Exception as x: print(type(x).__name__, x)
show("x".encode, "nope"); show(b"x".decode, "nope"); show("x".encode, 5); show("x".encode, None); show("x".encode, "utf-8", 5); show("x".encode, "a\0b"); show("x".encode, "hex"); show(b"41".decode, "hex"); show("x".encode, "rot13"); show(codecs.encode, "x", "rot13"); show(codecs.decode, b"4142", "hex"); show(codecs.decode, b"4g", "hex"); show("x".encode, encoding="UTF_8", errors="strict"); show("x".encode, "undefined"); show(bytes, "x"); show(bytes, "x", "ascii"); show(bytes, "é", "ascii"); show(str, b"x", "ascii"); show(str, b"\xff", "ascii", "replace"); show(str, b"x"); show(str, 5, "ascii"); show(str, "x", "ascii"); show(bytes, 5, "ascii"); show(bytes, errors="x"); show(bytearray, "é", "latin-1")
