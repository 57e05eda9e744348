# Paths relative to open folders.
import os, tempfile
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print(f.__name__, type(e).__name__, getattr(e, "strerror", e), getattr(e, "filename", None)); return
    print(f.__name__, r if isinstance(r, (str, bytes, bool, list, type(None))) else type(r).__name__)
with tempfile.TemporaryDirectory() as top:
    fd = os.open(top, os.O_RDONLY)
    file = os.open("a", os.O_CREAT | os.O_WRONLY, dir_fd=fd)
    t(os.mkdir, "d", dir_fd=fd); t(os.mkdir, "d", dir_fd=fd); t(os.mkdir, "x", dir_fd=file); t(os.mkdir, "x", dir_fd=9999)
    t(os.symlink, "a", "s", dir_fd=fd); t(os.readlink, "s", dir_fd=fd); t(os.readlink, b"s", dir_fd=fd)
    t(os.rename, "a", "b", src_dir_fd=fd, dst_dir_fd=fd); t(os.link, "b", "c", src_dir_fd=fd, dst_dir_fd=fd)
    t(os.stat, "b", dir_fd=fd); t(os.stat, "none", dir_fd=fd); t(os.access, "b", os.R_OK, dir_fd=fd)
    t(os.stat, "", dir_fd=fd); t(os.chmod, "b", 0o600, dir_fd=fd); t(os.utime, "b", (5, 6.5), dir_fd=fd)
    print(os.stat("b", dir_fd=fd).st_mtime, oct(os.stat("b", dir_fd=fd).st_mode), os.stat("c", dir_fd=fd).st_nlink)
    os.utime("b", ns=(1234567890123456789, 987654321987654321), dir_fd=fd)
    print(os.stat("b", dir_fd=fd).st_mtime_ns, os.stat("b", dir_fd=fd).st_atime_ns)
    print(sorted(os.listdir(fd)), sorted((e.name, e.path, e.is_dir(), e.is_symlink()) for e in os.scandir(fd)))
    t(os.unlink, "d", dir_fd=fd); t(os.rmdir, "d", dir_fd=fd); t(os.unlink, "none", dir_fd=fd); t(os.stat, os.path.join(top, "b"), dir_fd=fd)
    t(os.mkfifo, "p", dir_fd=fd)
    for root, dirs, files, rootfd in os.fwalk(top): print(os.path.relpath(root, top), dirs, sorted(files), type(rootfd).__name__)
    old = os.getcwd(); os.chdir(fd); print(os.path.samefile(os.getcwd(), top)); os.chdir(old)
    for name in "stat", "open", "unlink", "rmdir", "mkdir", "rename", "readlink", "symlink", "link", "mkfifo", "access", "chmod", "utime":
        print(name, getattr(os, name) in os.supports_dir_fd)
    os.close(file); os.close(fd)
