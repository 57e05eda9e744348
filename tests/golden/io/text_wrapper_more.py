import io
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for nl in (None, "", "\n", "\r", "\r\n"):
    raw = io.BytesIO(b"a\nb\rc\r\nd")
    t = io.TextIOWrapper(raw, "utf-8", newline=nl)
    print(nl.__repr__(), t.readlines(), t.newlines)
    raw = io.BytesIO()
    t = io.TextIOWrapper(raw, "utf-8", newline=nl)
    t.write("x\ny\r\n")
    t.flush()
    print(raw.getvalue())
t = io.TextIOWrapper(io.BytesIO("h\u00e9llo\nw\u20acrld".encode()), "utf-8")
print(t.read(3), t.tell(), t.readline(), t.seek(0), t.read(), t.encoding, t.errors, t.line_buffering, t.write_through)
for f in (lambda: t.write(b"x"), lambda: t.seek(-1), lambda: t.seek(1, 1), lambda: t.read("x"), lambda: t.reconfigure(newline="x"), lambda: t.fileno(), lambda: io.TextIOWrapper(5), lambda: io.TextIOWrapper(io.BytesIO(), "nope"), lambda: io.TextIOWrapper(io.BytesIO(), newline="x")):
    attempt(f)
print(t.detach().__class__, repr(t))
attempt(t.read)
