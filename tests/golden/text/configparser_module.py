import configparser, io
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

c = configparser.ConfigParser()
c.read_string("[DEFAULT]\nx = 1\n[a]\ny: 2\nz = %(x)s-%(y)s\nlong = one\n  two\n; note\n[b]\nflag = yes\nn = 3.5\n")
print(c.sections(), dict(c["a"]), c.getboolean("b", "flag"), c.getfloat("b", "n"), c.getint("a", "x"), c.get("b", "q", fallback="?"))
o = io.StringIO()
c.write(o)
print(o.getvalue())
for f in (lambda: c["zz"], lambda: c.get("a", "nope"), lambda: c.read_string("x=1"), lambda: c.read_string("[a]\n[a]\n"), lambda: c.add_section("a"), lambda: c.getint("b", "flag"), lambda: c.set("a", "k", 5), lambda: c.set("a", "k", "%")):
    attempt(f)
c["new"] = {"k": "v"}
print(c.has_option("new", "k"), c.remove_section("new"), c.items("b"), c.options("a"))
