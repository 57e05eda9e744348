# gettext with catalogues made in memory, locale's formatting, and codecs with error handlers of one's own.
import codecs
import gettext
import io
import locale
import os
import struct
import tempfile


def catalogue(messages):
    items = sorted((k.encode(), v.encode()) for k, v in messages.items())
    ids = b"".join(k + b"\0" for k, _ in items)
    texts = b"".join(v + b"\0" for _, v in items)
    start = 28 + 16 * len(items)
    keys, values, at, to = [], [], start, start + len(ids)
    for k, v in items:
        keys += [len(k), at]
        values += [len(v), to]
        at += len(k) + 1
        to += len(v) + 1
    return struct.pack("<7I", 0x950412DE, 0, len(items), 28, 28 + 8 * len(items), 0, 0) + struct.pack(f"<{len(keys) * 2}I", *keys, *values) + ids + texts


DE = catalogue({"": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2;\nLanguage: de\n", "hello": "Grüß Gott", "one file\0many files": "eine Datei\0ein paar Dateien\0viele Dateien", "menu\x04open": "öffnen", "open": "offen"})
t = gettext.GNUTranslations(io.BytesIO(DE))
print(t.gettext("hello"), t.gettext("missing"), [t.ngettext("one file", "many files", n) for n in (0, 1, 2, 5, 22)], t.pgettext("menu", "open"), t.gettext("open"), t.npgettext("c", "one", "two", 2), t.info()["language"], t.charset(), t.ngettext("a", "b", 1))
fallback = gettext.GNUTranslations(io.BytesIO(catalogue({"": "Content-Type: text/plain; charset=utf-8\n", "extra": "zusätzlich"})))
t.add_fallback(fallback)
print(t.gettext("extra"), gettext.NullTranslations().gettext("x"), gettext.NullTranslations().ngettext("a", "b", 2))
with tempfile.TemporaryDirectory() as folder:
    os.makedirs(os.path.join(folder, "de", "LC_MESSAGES"))
    with open(os.path.join(folder, "de", "LC_MESSAGES", "app.mo"), "wb") as file:
        file.write(DE)
    print(gettext.find("app", folder, ["fr", "de_AT"]).replace(folder, ""), gettext.find("none", folder), gettext.translation("app", folder, ["de"]).gettext("hello"), gettext.translation("app", folder, ["xx"], fallback=True).gettext("hello"))
    gettext.bindtextdomain("app", folder)
    gettext.textdomain("app")
    os.environ["LANGUAGE"] = "de"
    print(gettext.gettext("hello"), gettext.dgettext("app", "open"), gettext.ngettext("one file", "many files", 3), gettext.textdomain())
    try:
        gettext.translation("app", folder, ["xx"])
    except FileNotFoundError as error:
        print(error)
for bad in [b"", b"nonsense....", DE[:20] + b"\xff" * 8, DE[:60]]:
    try:
        gettext.GNUTranslations(io.BytesIO(bad))
    except Exception as error:
        print(type(error).__name__, error)
for plural in ["n != 1", "n>1 ? n%2 : 0", "(n", "n ?", "x", "n**2", "2 + n * 3 == 5 && !n || n", "n/0"]:
    try:
        f = gettext.c2py(plural)
        print(plural, [f(n) for n in range(4)])
    except Exception as error:
        print(plural, type(error).__name__, error)
print(locale.setlocale(locale.LC_ALL, "C"), locale.localeconv()["decimal_point"], locale.format_string("%d %.2f %s", (1234567, 2.5, "x"), grouping=True), locale.currency if False else locale.str(1.5), locale.atof("1.5"), locale.atoi("12"), locale.strcoll("a", "b"), locale.strxfrm("x"), locale.normalize("de_DE"), locale.getlocale(locale.LC_NUMERIC), locale.delocalize("1,5"))
for bad in [lambda: locale.setlocale(locale.LC_ALL, "xx_YY"), lambda: locale.currency(5), lambda: locale.setlocale(99), lambda: locale.format_string("%d", "x")]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


def stars(error):
    if isinstance(error, UnicodeEncodeError):
        return "*" * (error.end - error.start), error.end
    return f"<{error.object[error.start:error.end].hex()}>", error.end


codecs.register_error("stars", stars)
print("aé€z".encode("ascii", "stars"), b"a\xff\xfez".decode("ascii", "stars"), "é\ud800".encode("latin-1", "xmlcharrefreplace"), "é".encode("ascii", "namereplace"), "é€".encode("cp1252"), b"\x81".decode("cp1252", "backslashreplace"), "ß".encode("idna") if False else codecs.encode("Hello", "rot13"), codecs.decode(b"68656c6c6f", "hex"), codecs.encode(b"data", "base64"), codecs.lookup("utf8").name, codecs.getincrementaldecoder("utf-8")().decode(b"\xe2\x82", False) + "|")
decoder = codecs.getincrementaldecoder("utf-16")("replace")
print([decoder.decode(bytes([b])) for b in b"\xff\xfea\0\x3d\xd8\x00\xde\xac"], decoder.getstate(), decoder.decode(b"", True))
for name in ("cp437", "koi8_r", "mac_roman", "iso8859_15", "utf_7", "utf_8_sig", "punycode", "idna", "unicode_escape", "raw_unicode_escape", "cp1140", "palmos", "hp_roman8"):
    try:
        encoded = "Aé€ñ.x".encode(name, "replace")
        print(name, encoded, encoded.decode(name, "replace"))
    except UnicodeError as error:
        print(name, error)
for bad in [lambda: "x".encode("nothing"), lambda: "x".encode("rot13"), lambda: b"x".decode("hex"), lambda: codecs.lookup_error("none"), lambda: "é".encode("ascii", "none"), lambda: codecs.register_error("x", 3), lambda: b"\xff".decode("utf-8"), lambda: "\ud800".encode(), lambda: codecs.decode(b"zz", "hex"), lambda: "a..b".encode("idna"), lambda: codecs.lookup("x" * 5), lambda: b"x".decode("utf-8\0")]:
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)


def search(name):
    if name == "reverse":
        return codecs.CodecInfo(lambda s, e="strict": (s[::-1].encode(), len(s)), lambda b, e="strict": (bytes(b).decode()[::-1], len(b)), name="reverse")


codecs.register(search)
print("abc".encode("reverse"), b"xyz".decode("Reverse"), codecs.lookup("reverse").name, codecs.unregister(search))
stream = codecs.getwriter("utf-8")(out := io.BytesIO())
stream.write("é\n")
print(out.getvalue(), codecs.getreader("latin-1")(io.BytesIO(b"\xe9\nb")).readlines(), list(codecs.iterdecode([b"\xc3", b"\xa9"], "utf-8")), list(codecs.iterencode("ab", "utf-16")), codecs.EncodedFile(io.BytesIO(b"\xe9"), "utf-8", "latin-1").read(), codecs.BOM_UTF8, codecs.charmap_build("ab") is not None)
