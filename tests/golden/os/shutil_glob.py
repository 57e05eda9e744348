import shutil, glob, fnmatch, os, tempfile
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

with tempfile.TemporaryDirectory() as t:
    os.chdir(t)
    os.makedirs("a/b")
    for n in ("a/x.py", "a/b/y.py", "a/.h", "a/z.txt"):
        with open(n, "w") as f: f.write(n)
    print(sorted(glob.glob("a/*")), sorted(glob.glob("**/*.py", recursive=True)), glob.glob("a/[xz].*") and sorted(glob.glob("a/[xz].*")), sorted(glob.glob("*", root_dir="a", include_hidden=True)), glob.escape("a[b]*?"))
    print(os.path.basename(shutil.copy("a/x.py", "c.py")), shutil.copytree("a", "d"), sorted(os.listdir("d")), shutil.move("d/z.txt", "w"), shutil.which("nothing-here"))
    shutil.rmtree("d")
    print(os.path.exists("d"), sorted(os.listdir()))
    attempt(shutil.rmtree, "nope")
    attempt(shutil.copy, "nope", "x")
    attempt(shutil.copytree, "a", "a")
    os.chdir("/")
for n, p in (("a.py", "*.py"), ("a.PY", "*.py"), ("ab", "?b"), ("a", "[!b]"), ("[x]", "[[]x]"), ("", "*"), (".a", "*")):
    print(n, p, fnmatch.fnmatch(n, p), fnmatch.translate(p))
print(fnmatch.filter(["a.c", "b.h"], "*.c"), fnmatch.filterfalse(["a.c", "b.h"], "*.c"))
