import codecs, io
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

raw = io.BytesIO()
w = codecs.getwriter("utf-16")(raw)
w.write("a\u20ac")
w.writelines(["b", "\n"])
print(raw.getvalue())
raw.seek(0)
r = codecs.getreader("utf-16")(raw)
print(ascii(r.read()))
r = codecs.getreader("utf-8")(io.BytesIO("l1\nl2 \u20ac\nl3".encode()))
print(r.readline(), ascii(r.readlines()))
f = codecs.EncodedFile(io.BytesIO("\u00e9".encode("latin-1")), "utf-8", "latin-1")
print(f.read())
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE)
