import os, tempfile, stat
def attempt(f, *a, **k):
    try:
        print(ascii(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))

with tempfile.TemporaryDirectory() as d:
    os.chdir(d)
    fd = os.open("f", os.O_RDWR | os.O_CREAT, 0o644)
    print(os.write(fd, b"hello world"), os.lseek(fd, 0, os.SEEK_SET), os.read(fd, 5), os.fstat(fd).st_size, os.pread(fd, 3, 2), os.isatty(fd))
    os.ftruncate(fd, 4)
    os.close(fd)
    os.mkdir("sub")
    os.makedirs("x/y/z", exist_ok=True)
    os.rename("f", "sub/g")
    os.symlink("sub/g", "link")
    print(sorted(os.listdir()), os.readlink("link"), os.path.islink("link"), os.stat("link").st_size, stat.filemode(os.lstat("sub").st_mode)[0])
    print(sorted((e.name, e.is_dir(), e.is_file(), e.is_symlink()) for e in os.scandir()))
    print([(r[len(d):], sorted(ds), sorted(fs)) for r, ds, fs in os.walk(d)][0])
    os.chmod("sub/g", 0o600)
    print(oct(os.stat("sub/g").st_mode), os.access("sub/g", os.R_OK), os.path.samefile("link", "sub/g"))
    os.utime("sub/g", (1, 2))
    print(os.stat("sub/g").st_mtime, os.stat("sub/g").st_atime_ns)
    for f in (lambda: os.mkdir("sub"), lambda: os.rmdir("sub"), lambda: os.remove("nope"), lambda: os.listdir("sub/g"), lambda: os.open("nope", os.O_RDONLY), lambda: os.unlink("sub"), lambda: os.stat("a\0b"), lambda: os.close(9999), lambda: os.chdir("nope"), lambda: os.rename("nope", "q")):
        attempt(f)
    os.removedirs("x/y/z")
    os.replace("sub/g", "h")
    print(sorted(os.listdir()))
    os.chdir("/")
