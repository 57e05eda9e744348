# Error handlers with multibyte codecs: what they are told, and what they may answer.
import codecs, _codecs_cn, _codecs_jp, _multibytecodec

def show(what, f):
    try:
        print(what, ascii(f()))
    except Exception as e:
        print(what, type(e).__name__, ascii(str(e)))

seen = []
def note(e):
    seen.append((type(e).__name__, e.encoding, e.start, e.end, e.reason, ascii(e.object)))
    return ("<>", e.end)
codecs.register_error("test.note", note)
for name, data in [("gbk", b"a\x81\x81\xffb\x81"), ("gb18030", b"\x81\x30\x81\x2fa\x84\x31\xa5\x30\xe3\x32\x9a\x36"), ("iso2022_jp", b"\x1b$B\x24\x22\x21\x80\x1b(Z\x1b$Zx\x1b"), ("euc_jp", b"\x8e\x20\x8f\xa2\x20a\x8f\xa2"), ("shift_jisx0213", b"\x87\x9f\xa0a"), ("euc_kr", b"\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xd5a"), ("hz", b"~a~{\x20\x20~}\x80"), ("johab", b"\x84\x21\xd9"), ("big5hkscs", b"\x87\x40\x88\x62\x87\x20"), ("cp932", b"\x80\xa0\xfd\x81\x20\xfa\x20")]:
    seen.clear()
    show(name, lambda: data.decode(name, "test.note"))
    for entry in seen:
        print("  ", entry)
    for errors in "replace", "ignore", "backslashreplace", "surrogateescape":
        show(errors, lambda: data.decode(name, errors))
text = "a\xe9\ud800\U0001f600か゚\u0378z"
for name in "gbk", "gb18030", "iso2022_jp_2", "euc_jis_2004", "hz", "cp949", "big5hkscs":
    seen.clear()
    show(name, lambda: text.encode(name, "test.note"))
    for entry in seen:
        print("  ", entry)
    for errors in "replace", "ignore", "surrogatepass", "surrogateescape", "xmlcharrefreplace", "backslashreplace", "namereplace":
        show(errors, lambda: text.encode(name, errors))

for answer in [("x", 0), ("x", -1), ("x", 99), ("x", -99), ("x", 1 << 80), ("x",), "x", (b"y", 1), ("x", 1.0), ("\ud800", 1), ("中", 1), ("x", True), None]:
    turns = []
    def handler(e):
        turns.append(1)
        return answer if len(turns) < 4 else ("!", len(e.object))
    codecs.register_error("test.answer", handler)
    show(("encode", answer), lambda: "\ud800b".encode("gbk", "test.answer"))
    turns.clear()
    show(("decode", answer), lambda: b"\xffb\xff".decode("gbk", "test.answer"))

codec = _codecs_cn.getcodec("gbk")
print(type(codec), codec.encode.__text_signature__, codec.encode.__doc__)
for args in [(), (3,), ([1],), ("a", 3), ("a", None), ("\ud800", "nope"), ("\ud800", "a\0b"), ("a", "strict", 3)]:
    show(args, lambda: codec.encode(*args))
for args in [(), (3,), ("a",), (b"a",), (bytearray(b"\xd6\xd0"),), (memoryview(b"a"), None), (b"\xff", "nope"), (b"", "nope")]:
    show([bytes(a) if isinstance(a, memoryview) else a for a in args], lambda: codec.decode(*args))
show("attribute", lambda: setattr(codec, "x", 1))
for name in "x", 3, "shift_jis":
    show(name, lambda: _codecs_cn.getcodec(name))
show("create", lambda: _multibytecodec.__create_codec(3))
show("class", lambda: _multibytecodec.MultibyteIncrementalEncoder())
print([n for n in dir(_codecs_jp) if n.startswith("__map")])
print(codecs.lookup("sjis").name, codecs.lookup("ks_c-5601").name, codecs.lookup("936").name)
I, S = codecs.lookup("gbk").incrementalencoder, codecs.lookup("gbk").streamreader
for args in [(), (3,), ("a", "b"), ("a\0b",), (None,)]:
    show(args, lambda: I(*args).errors)
for args in [(), (3, 4), (3, "a", "b"), (3, "a\0b"), (3, "x")]:
    show(args, lambda: S(*args).errors)
show("keyword", lambda: I(x=3))
