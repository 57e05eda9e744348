from pathlib import Path
import tempfile
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

with tempfile.TemporaryDirectory() as t:
    d = Path(t)
    f = d / "a.txt"
    print(f.write_text("h\u00e9llo\nw", encoding="utf-8"), f.read_text("utf-8"), f.read_bytes(), f.exists(), f.is_file(), f.stat().st_size, f.suffix)
    (d / "s" / "t").mkdir(parents=True)
    (d / "s" / "t" / "b.py").touch()
    (d / "s" / "c.py").write_bytes(b"x")
    print(sorted(p.relative_to(d).as_posix() for p in d.rglob("*")), sorted(p.name for p in d.glob("**/*.py")), sorted(p.name for p in d.iterdir()))
    (d / "l").symlink_to("a.txt")
    print((d / "l").is_symlink(), (d / "l").readlink(), (d / "l").resolve() == f.resolve(), (d / "no").exists())
    print(f.rename(d / "z.txt").name, sorted(x.name for x in d.iterdir()), [(r.name == d.name, sorted(ds), sorted(fs)) for r, ds, fs in d.walk()][0])
    with (d / "z.txt").open("a") as h:
        h.write("!")
    print((d / "z.txt").read_bytes()[-2:])
    for g in (lambda: (d / "s").rmdir(), lambda: f.unlink(), lambda: (d / "s").mkdir(), lambda: f.read_text(), lambda: f.touch(exist_ok=True) or f.touch(exist_ok=False)):
        try:
            g()
        except OSError as e:
            print(type(e).__name__, e.errno, e.strerror)
    (d / "s" / "c.py").unlink()
    (d / "gone").unlink(missing_ok=True)
    (d / "s").mkdir(exist_ok=True)
