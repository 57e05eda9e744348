# Incremental and stream classes of multibyte codecs: pending bytes, states, errors.
import codecs, io

def show(what, f):
    try:
        print(what, ascii(f()))
    except Exception as e:
        print(what, type(e).__name__, ascii(str(e)))

for name, data in [
    ("gb18030", "中文\U0001f600é".encode("gb18030")),
    ("iso2022_jp", "日本語abcｱ".encode("iso2022_jp", "replace")),
    ("hz", "中~文a".encode("hz")),
    ("euc_kr", "한똠a".encode("euc_kr")),
    ("shift_jis_2004", "か゚あ".encode("shift_jis_2004")),
]:
    print(name, data)
    d = codecs.getincrementaldecoder(name)()
    for i in range(len(data)):
        show((i, data[i:i + 1]), lambda: (d.decode(data[i:i + 1]), d.getstate()))
    show("end", lambda: d.decode(b"", True))
    d.reset()
    print(d.getstate())
    d.decode(data[:1])
    show("final", lambda: d.decode(b"", final=True))
    print(d.getstate(), d.errors)

e = codecs.getincrementalencoder("iso2022_jp")()
for piece in "日", "本a", "語", "":
    show(piece, lambda: (e.encode(piece), hex(e.getstate())))
show("final", lambda: e.encode("", True))
e = codecs.getincrementalencoder("shift_jis_2004")()
show("か", lambda: (e.encode("か"), hex(e.getstate())))
state = e.getstate()
show("mark", lambda: e.encode("\u309a"))
e.setstate(state)
show("other", lambda: e.encode("あ"))
e.setstate(state)
show("flush", lambda: e.encode("", final=True))
e.setstate(state)
e.reset()
show("reset", lambda: (e.encode("", True), e.getstate()))
for bad in (-1, 1 << 200, "a", 255):
    show(("setstate", bad), lambda: e.setstate(bad))
d = codecs.getincrementaldecoder("gbk")("replace")
for bad in (3, (b"",), (b"", -1), (b"", 1 << 70), (b"x" * 9, 1), ("a", 1), (b"a", 1, 2)):
    show(("setstate", bad), lambda: d.setstate(bad))
d.setstate((b"\xd6", 0))
show("after", lambda: d.decode(b"\xd0"))
d = codecs.getincrementaldecoder("iso2022_jp")()
show("overflow", lambda: d.decode(b"\x1b$((((((((("))
print(d.getstate())

reader = codecs.getreader("euc_jp")
raw = "日本語\nテスト\r\nend".encode("euc_jp")
for call in (lambda r: r.read(), lambda r: r.read(1), lambda r: r.read(3), lambda r: r.readline(), lambda r: r.readline(2), lambda r: r.readlines(), lambda r: r.readlines(4), lambda r: r.read(0), lambda r: r.read("x")):
    show("read", lambda: call(reader(io.BytesIO(raw))))
r = reader(io.BytesIO(raw[:3]))
show("cut", r.read)
r = reader(io.BytesIO(raw[:3]), "replace")
show("cut", r.read)
show("errors", lambda: r.errors)
r.errors = "ignore"
show("errors", lambda: r.errors)
show("errors", lambda: setattr(r, "errors", 3))
show("errors", lambda: delattr(r, "errors"))
show("stream", lambda: setattr(r, "stream", 3))

class Strange:
    def read(self, *args):
        return "text"
show("strange", reader(Strange()).read)
out = io.BytesIO()
w = codecs.getwriter("iso2022_jp_2004")(out)
w.write("か")
print(out.getvalue())
w.writelines(["\u309a", "日", "本"])
print(out.getvalue())
w.reset()
print(out.getvalue())
show("writelines", lambda: w.writelines(3))
show("write", lambda: w.write(3))
show("write", lambda: w.write("\ud800"))
