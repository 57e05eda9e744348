from pathlib import PurePosixPath as P, PureWindowsPath as W
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for s in ("/a/b.tar.gz", "a/../b", "", ".", "/", "//a", "a//b/", "a/.", ".hidden"):
    x = P(s)
    print(repr(x), str(x), x.parts, x.name, x.stem, x.suffix, x.suffixes, x.parent, list(x.parents), x.anchor, x.is_absolute())
print(P("a") / "b" / P("/c"), "x" / P("y"), P("a", "b"), P("/a/b").relative_to("/a"), P("/a/b").relative_to("/a/c", walk_up=True), P("a/b").with_name("c"), P("a.b").with_suffix(".c"), P("a.b").with_stem("z"))
print(P("a/b.py").match("*.py"), P("/a/b").is_relative_to("/a"), P("a/b/c").full_match("a/**"), P("b") > P("a"), P("a") == P("a/"), hash(P("a")) == hash(P("a/")), bytes(P("a")))
for f in (lambda: P("a").relative_to("b"), lambda: P("/").with_name("x"), lambda: P("a").with_suffix("x"), lambda: P("a").with_name("x/y"), lambda: P(1), lambda: P("a") / 1, lambda: P(b"a")):
    attempt(f)
for s in ("c:/a/b", "//srv/share/x", "c:a", "\\a", "C:\\X"):
    w = W(s)
    print(repr(w), w.drive, w.root, w.parts, w.as_posix())
print(W("A/b") == W("a/B"), P("a").joinpath("b", "c"), P("a/b").parts[-1], sorted([P("b"), P("a/c"), P("a")]))
