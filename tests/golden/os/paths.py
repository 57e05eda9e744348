import os.path as p, posixpath, genericpath
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

for s in ("/a/b.c", "a//b/../c", "", "/", "//x", "///x", "a/", "a/.", "..", "../a/..", ".bashrc", "a.tar.gz", "a.", "~x/y"):
    print(ascii(s), p.split(s), p.splitext(s), p.basename(s), p.dirname(s), p.normpath(s), p.isabs(s), p.splitroot(s), p.splitdrive(s))
print(p.join("a", "b", "/c", "d"), p.join("a", ""), p.join("", "b"), p.join(b"a", b"b"))
print(p.commonprefix(["/usr/lib", "/usr/local"]), p.commonpath(["/usr/lib", "/usr/local/x"]), p.relpath("/a/b/c", "/a/d"), p.normcase("aB"))
for f in (lambda: p.join("a", b"b"), lambda: p.commonpath([]), lambda: p.commonpath(["a", "/b"]), lambda: p.join(1), lambda: p.split(None), lambda: p.relpath("")):
    attempt(f)
