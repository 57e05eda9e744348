# Files and folders: pathlib, shutil, tempfile, glob, fnmatch, filecmp, fileinput, linecache, stat, os.walk.
import filecmp
import fileinput
import fnmatch
import glob
import io
import linecache
import os
import pathlib
import shutil
import stat
import sys
import tempfile

with tempfile.TemporaryDirectory(prefix="tree-") as folder:
    os.chdir(folder)
    root = pathlib.Path("root")
    for name in ["a.txt", "b.py", "sub/c.txt", "sub/deep/d.TXT", ".hidden/e.txt", "[odd]/f.txt"]:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        print(path.write_text(f"text of {path.name}\nsecond line\n"), path.suffix, path.stem, path.parts)
    (root / "link").symlink_to("a.txt")
    print(sorted(map(str, root.rglob("*.txt"))), sorted(p.name for p in root.glob("**/*.TXT", case_sensitive=False)), sorted(str(p) for p in root.glob("*/")), sorted(glob.glob("root/**/*.txt", recursive=True)), sorted(glob.glob("root/**/e.*", recursive=True, include_hidden=True)), glob.glob("root/[[]odd]/*"), glob.escape("root/[odd]"), sorted(glob.glob("*.py", root_dir="root")), glob.has_magic("a?"))
    for top, dirs, files in sorted(os.walk("root")):
        dirs.sort()
        print(top, dirs, sorted(files))
    print([(p.name, sorted(d), sorted(f)) for p, d, f in sorted(root.walk())][:2])
    print(root.exists(), root.is_dir(), (root / "link").is_symlink(), (root / "link").readlink(), (root / "a.txt").stat().st_size, oct(stat.S_IMODE((root / "a.txt").stat().st_mode)), stat.filemode(0o100755), stat.filemode(0o120777), stat.S_ISDIR(root.stat().st_mode), (root / "link").resolve().name, (root / "link").samefile(root / "a.txt"))
    p = pathlib.PurePosixPath("/usr/lib/../x.tar.gz")
    print(p.name, p.suffixes, p.parent, p.with_suffix(".zip"), p.with_name("y"), p.with_stem("z"), p.is_relative_to("/usr"), p.relative_to("/usr"), p.relative_to("/etc", walk_up=True) if False else p.anchor, p / "more", p.match("*.gz"), p.full_match("/usr/**/*.gz"), p.as_uri(), list(p.parents)[:2], p.joinpath("a", "/b"), pathlib.PurePath("a") < pathlib.PurePath("b"), pathlib.PureWindowsPath("C:\\x\\y.txt").parts, p.is_absolute(), pathlib.Path("a//b/./c"), repr(pathlib.PurePosixPath("")))
    for bad in [lambda: p.with_suffix("bad"), lambda: p.relative_to("/etc"), lambda: p.with_name(""), lambda: pathlib.Path("nope").read_text(), lambda: root.rmdir(), lambda: pathlib.Path("root/a.txt").mkdir(), lambda: root.glob(""), lambda: list(root.glob("")), lambda: pathlib.Path("nope").unlink(), lambda: pathlib.Path(3), lambda: p / 3, lambda: pathlib.Path("root/a.txt").iterdir().__next__(), lambda: os.listdir("nope"), lambda: os.rename("nope", "x"), lambda: shutil.copy("root/a.txt", "root/a.txt"), lambda: shutil.copytree("root", "root"), lambda: shutil.rmtree("nope"), lambda: shutil.move("nope", "x"), lambda: open("root"), lambda: os.mkdir("root"), lambda: os.stat("a\0b")]:
        try:
            print(bad())
        except Exception as error:
            print(type(error).__name__, str(error).replace(folder, "FOLDER"))
    print(shutil.copy("root/a.txt", "copy.txt"), shutil.copyfile("root/b.py", "copy.py"), shutil.copytree("root", "clone", ignore=shutil.ignore_patterns("*.py", ".h*"), symlinks=True), sorted(os.listdir("clone")), shutil.move("copy.py", "clone"), sorted(os.listdir("clone")))
    cmp = filecmp.dircmp("root", "clone")
    pathlib.Path("clone/a.txt").write_text("changed and longer")
    cmp = filecmp.dircmp("root", "clone", hide=[])
    print(sorted(cmp.left_only), sorted(cmp.right_only), sorted(cmp.common), cmp.diff_files, sorted(cmp.same_files), sorted(cmp.subdirs))
    cmp.report()
    print(filecmp.cmp("root/a.txt", "copy.txt", shallow=False), filecmp.cmpfiles("root", "clone", ["a.txt", "nope"], shallow=False))
    with fileinput.input(["root/a.txt", "root/b.py"]) as lines:
        for line in lines:
            print(fileinput.filename(), fileinput.lineno(), fileinput.filelineno(), fileinput.isfirstline(), line.rstrip())
    with fileinput.input("copy.txt", inplace=True, backup=".bak") as lines:
        for line in lines:
            print(line.upper(), end="")
    print(open("copy.txt").read(), os.path.exists("copy.txt.bak"))
    print(repr(linecache.getline("root/a.txt", 2)), repr(linecache.getline("root/a.txt", 9)), linecache.getlines("none"))
    print(fnmatch.fnmatch("A.txt", "*.TXT"), fnmatch.fnmatchcase("a1", "a[!0]"), fnmatch.filter(["a.py", "b.txt"], "*.py"), fnmatch.translate("a*?[!b].c"), fnmatch.filterfalse(["a.py", "b.txt"], "*.py"))
    with tempfile.NamedTemporaryFile("w+", suffix=".x", dir=folder, delete=False) as file:
        file.write("temporary")
        file.seek(0)
        print(file.read(), file.name.endswith(".x"), os.path.dirname(file.name) == folder)
    with tempfile.SpooledTemporaryFile(max_size=5, mode="w+") as spooled:
        spooled.write("abc")
        print(spooled._rolled)
        spooled.write("defg")
        print(spooled._rolled, spooled.seek(0), spooled.read())
    print(os.path.normpath("a/../b//c/."), os.path.splitext(".bashrc"), os.path.splitext("a.tar.gz"), os.path.commonpath(["/a/b", "/a/c"]), os.path.commonprefix(["abc", "abd"]), os.path.relpath("/a/b", "/a/c/d"), os.path.split("/a/b/"), os.path.expandvars("$NOPE/${HOME_NOT}x"), os.path.isabs("x"), os.path.join("a", "/b", "c"), os.path.splitroot("//x/y"))
    shutil.rmtree("root")
    print(os.path.exists("root"), shutil.which("sh") is not None, shutil.disk_usage(".").total > 0)
    os.chdir("/")
