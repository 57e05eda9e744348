import os
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

os.environ["GOLDEN_X"] = "1"
print(os.environ["GOLDEN_X"], os.getenv("GOLDEN_X"), os.environb[b"GOLDEN_X"], os.environ.get("GOLDEN_NO", "d"), "GOLDEN_X" in os.environ)
del os.environ["GOLDEN_X"]
for f in (lambda: os.environ["GOLDEN_X"], lambda: os.environ.__setitem__("a", 1), lambda: os.environ.__setitem__(1, "a"), lambda: os.putenv("a=b", "c"), lambda: os.fspath(1), lambda: os.environ.pop("GOLDEN_X")):
    attempt(f)
print(os.fsencode("a\u20ac\udcff"), ascii(os.fsdecode(b"a\xff")), os.fspath(b"x"), os.sep, os.linesep, os.curdir, os.extsep, os.devnull, os.name)
class P:
    def __fspath__(self): return "p"
print(os.fspath(P()), os.path.join(P(), "q"), os.strerror(2), os.path.expandvars("$GOLDEN_NO/x"))
print(os.get_terminal_size.__name__, isinstance(os.getpid(), int), os.cpu_count() > 0, len(os.urandom(5)), os.WEXITSTATUS(256), os.WIFSIGNALED(9))
