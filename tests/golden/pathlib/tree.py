import os, pathlib, shutil, tempfile
from pathlib import Path, PurePosixPath, PureWindowsPath
with tempfile.TemporaryDirectory() as name:
    root = Path(name)
    def show(p): return p.relative_to(root).as_posix() if p.is_relative_to(root) else str(p)
    for rel in ("a/b/c.txt", "a/b/d.py", "a/e.py", "f.TXT", ".hidden/g.py", "a/b/x/y/z.md"):
        p = root / rel
        p.parent.mkdir(parents=True, exist_ok=True)
        print(show(p), p.write_text(f"{rel}\nß\n", encoding="utf-8"), p.stat().st_size, p.read_bytes()[-4:])
    (root / "link").symlink_to("a/b"); (root / "broken").symlink_to("nowhere")
    for pattern in ("*", "**/*.py", "a/*", "**/", "*.TXT", "a/**/c.*", "[!a]*", "link/*"):
        print(pattern, sorted(map(show, root.glob(pattern))))
    print(sorted(map(show, root.rglob("?.py"))), sorted(map(show, root.iterdir())))
    print([(show(d), sorted(ds), sorted(fs)) for d, ds, fs in sorted(root.walk(), key=lambda t: str(t[0]))])
    print([(p.name, p.exists(), p.is_symlink(), p.is_dir(), p.is_file()) for p in sorted(root.iterdir())])
    f = root / "a/e.py"
    print(show(f.rename(root / "moved.py")), f.exists(), show((root / "moved.py").replace(root / "a/e.py")), f.samefile(root / "link/../e.py"), (root / "link").readlink(), show((root / "link").resolve()) == "a/b" or "other root")
    print(f.with_suffix(".txt").name, f.with_stem("k").name, f.with_name("n").name, f.match("a/*.py"), f.full_match("/**/a/*.py"), f.parts[-2:], f.suffix, f.stem)
    for act in (lambda: (root / "no").read_text(), lambda: (root / "a").mkdir(), lambda: (root / "a").rmdir(), lambda: (root / "a").read_text(), lambda: f.mkdir(), lambda: (root / "no").unlink(), lambda: (root / "f.TXT" / "x").stat(), lambda: f.relative_to("/elsewhere"), lambda: list((root / "no").iterdir()), lambda: root.glob(""), lambda: f.with_name("a/b"), lambda: f.with_suffix("py")):
        try: print(type(act()).__name__)
        except Exception as e: print(type(e).__name__, str(e).replace(name, "ROOT"))
    (root / "no").unlink(missing_ok=True); f.chmod(0o640); print(oct(f.stat().st_mode), f.owner() != "", f.touch(), f.read_text("utf-8").splitlines())
    with f.open("a") as out: print(out.write("more"), out.name.endswith("e.py"))
    print(f.read_text(encoding="latin-1")[-8:], shutil.copy(f, root / "copy.py").name, shutil.copytree(root / "a", root / "a2").name, sorted(map(show, (root / "a2").rglob("*"))))
    print(shutil.rmtree(root / "a2"), (root / "a2").exists(), os.path.commonpath([root / "a/b", root / "a/e"]) == str(root / "a"), shutil.move(root / "copy.py", root / "a")[-9:])
for P in (PurePosixPath, PureWindowsPath):
    print([str(P(x)) for x in ("", ".", "/", "//a", "///a", "a//b/./c/..", "C:/x", "c:y", "\\\\srv\\share\\d")], P("/a/b") / "/c", P("a", "b") / P("c"), P("C:/a").is_absolute(), P("A/b") == P("a/B"), P("a/b.tar.gz").suffixes, P("/a/b/c").relative_to("/a/x", walk_up=True), P("a/b").parents[0], list(map(str, P("a/b/c").parents)), P("x") < P("y"), repr(P("q/r")), P("C:\\a").drive, P("/a").root, P("/a").anchor, P("/a b/ü").as_uri() if P is PurePosixPath else P("C:/a b").as_uri())
