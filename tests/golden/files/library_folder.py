# The standard library's folder as files: listed, walked, read, refused, reached by links, relative paths and descriptors.
import errno, glob, importlib.resources, importlib.util, inspect, io, json.decoder, linecache, os, pathlib, pkgutil, runpy, shutil, stat, subprocess, sys, tempfile, tokenize

L = os.path.dirname(os.__file__)
J = os.path.join(L, "json")


def show(*values):
    print(*[str(v).replace(os.path.realpath(L), "LIB").replace(L, "LIB") for v in values])


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except OSError as e:
        return f"{type(e).__name__} {errno.errorcode[e.errno]} {e.filename}"


# What is there.
show(sorted(os.listdir(J)))
for folder, folders, names in sorted(os.walk(J)):
    show(folder, sorted(folders), sorted(n for n in names if n.endswith(".py")))
show(os.path.isdir(L), os.path.isfile(L), os.path.isfile(L + "/os.py"), os.path.exists(L + "/nope"), os.path.exists(L + "/os.py/x"))
for path in "nope", "os.py/x", "", "json":
    show(attempt(open, os.path.join(L, path)))
show(attempt(os.listdir, L + "/os.py"), attempt(os.listdir, L + "/nope"), attempt(os.scandir, L + "/nope"), attempt(os.readlink, L + "/os.py"))
st = os.stat(L + "/os.py")
show(stat.S_ISREG(st.st_mode), st.st_size == len(open(L + "/os.py", "rb").read()), st.st_nlink, os.stat(L).st_dev == st.st_dev)
with os.scandir(J) as entries:
    found = sorted(entries, key=lambda e: e.name)
show([(e.name, e.is_dir(), e.is_file(), e.is_symlink()) for e in found])
show(all(e.inode() == os.stat(e.path).st_ino for e in found), len({e.inode() for e in found}) == len(found))
show(os.path.samefile(L + "/os.py", J + "/../os.py"), os.path.samefile(L, L + "/."), os.path.ismount(L), os.path.islink(L))
show(os.path.realpath(J + "/../os.py") == os.path.realpath(L) + "/os.py")
show(os.access(L + "/os.py", os.R_OK), os.access(L + "/os.py", os.X_OK), os.access(L, os.X_OK), os.access(L + "/no", os.F_OK))
show(sorted(os.path.basename(p) for p in glob.glob(J + "/*.py")), sorted(p.name for p in pathlib.Path(L).glob("json/s*.py")))

# The current folder.
before = os.getcwd()
os.chdir(L)
os.chdir("json")
show(os.path.exists("decoder.py"), os.path.exists("../os.py"), os.path.exists("../.."), os.path.exists("os.py"))
show(sorted(n for n in os.listdir() if n.endswith(".py")), sorted(os.listdir(".")) == sorted(os.listdir(J)))
show(attempt(open, "nope.py"), attempt(os.chdir, "decoder.py"), attempt(os.chdir, "nope"))
os.chdir("..")
os.chdir("..")
show(os.path.samefile(os.getcwd(), os.path.dirname(L)), os.path.exists(os.path.basename(L) + "/os.py"), os.path.basename(L) in os.listdir())
os.chdir(before)

# Descriptors.
fd = os.open(L + "/os.py", os.O_RDONLY)
show(os.read(fd, 4) == open(L + "/os.py", "rb").read(4), os.lseek(fd, 0, 1), os.lseek(fd, -5, 2) == st.st_size - 5, len(os.pread(fd, 5, 3)))
show(attempt(os.write, fd, b"x").split()[:2], attempt(os.lseek, fd, -1, 0).split()[:2])
copy = os.dup(fd)
os.lseek(fd, 3, 0)
show(len(os.read(copy, 4)), os.lseek(fd, 0, 1), os.fstat(copy).st_ino == st.st_ino, os.get_inheritable(copy), os.isatty(copy), os.get_blocking(copy))
os.close(fd)
show(attempt(os.read, fd, 1).split()[:2], os.lseek(copy, 0, 1))
os.close(copy)
folder = os.open(L, os.O_RDONLY | os.O_DIRECTORY)
show(sorted(os.listdir(folder)) == sorted(os.listdir(L)), os.stat("os.py", dir_fd=folder) == st, attempt(os.read, folder, 5).split()[:2], attempt(os.open, "nope", os.O_RDONLY, dir_fd=folder))
show(attempt(os.open, L + "/os.py", os.O_RDONLY | os.O_DIRECTORY), attempt(os.open, L + "/os.py/", os.O_RDONLY))
os.close(folder)
with open(L + "/os.py", "rb") as f:
    show(f.seek(100), len(f.read(5)), f.tell(), f.seekable(), f.readable(), f.writable())
with io.open_code(L + "/os.py") as f:
    show(f.mode, f.read() == open(L + "/os.py", "rb").read())

# What the library makes of its own files.
with tokenize.open(L + "/os.py") as f:
    show(f.encoding, f.readline() == linecache.getline(L + "/os.py", 1))
show(inspect.getsourcefile(json.decoder), inspect.getsource(json.decoder.JSONDecoder).splitlines()[0], inspect.getfile(pathlib.Path))
show(sorted(m.name for m in pkgutil.iter_modules([J])), importlib.util.find_spec("json.decoder").origin, importlib.util.find_spec("json").submodule_search_locations)
show(len(pkgutil.get_data("json", "decoder.py")) == os.path.getsize(J + "/decoder.py"), sorted(p.name for p in importlib.resources.files("json").iterdir() if p.name.endswith(".py")))
with importlib.resources.as_file(importlib.resources.files("json") / "scanner.py") as path:
    show(path)
show(json.decoder.__spec__.cached == importlib.util.cache_from_source(json.decoder.__file__), sorted(n for n in runpy.run_path(J + "/scanner.py") if n.endswith("make_scanner")))

# Copies, links, children.
with tempfile.TemporaryDirectory() as top:
    shutil.copytree(J, top + "/json", ignore=shutil.ignore_patterns("__pycache__"))
    show(sorted(os.listdir(top + "/json")))
    shutil.copy2(L + "/os.py", top)
    show(open(top + "/os.py").read() == open(L + "/os.py").read(), oct(os.stat(top + "/os.py").st_mode), os.stat(top + "/os.py").st_mtime_ns == st.st_mtime_ns)
    os.symlink(L + "/os.py", top + "/file")
    os.symlink(L, top + "/lib")
    os.symlink("lib/json", top + "/json2")
    show(os.path.exists(top + "/file"), os.path.islink(top + "/file"), os.path.getsize(top + "/file") == st.st_size, os.path.samefile(top + "/file", L + "/os.py"))
    show(os.path.realpath(top + "/json2/../os.py") == os.path.realpath(L + "/os.py"), os.path.isdir(top + "/lib"), sorted(os.listdir(top + "/json2")) == sorted(os.listdir(J)))
    show(attempt(os.rmdir, J + "/nope/x"), attempt(os.mkdir, J), attempt(os.rename, J + "/nope/x", top + "/y"))
with open(L + "/os.py") as f:
    show(subprocess.run(["cat"], stdin=f, capture_output=True, text=True).stdout == open(L + "/os.py").read())
with open(L + "/os.py") as f:
    os.lseek(f.fileno(), 7, 0)
    show(subprocess.run(["head", "-c", "9"], stdin=f, capture_output=True, text=True).stdout == open(L + "/os.py").read()[7:16])
show(subprocess.run([sys.executable, J + "/tool.py"], input="[1, {}]", capture_output=True, text=True).stdout)
