"""Claim 4: importing writes a .pyc file, which is used again until its source changes."""
import importlib
import importlib.util
import marshal
import os
import struct
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    sys.dont_write_bytecode = False
    path = os.path.join(folder, "shelf.py")

    def write(text, mtime):
        with open(path, "w") as file:
            file.write(text)
        os.utime(path, (mtime, mtime))
        importlib.invalidate_caches()

    write("books = 3\n", 1_700_000_000)
    import shelf
    cached = importlib.util.cache_from_source(path)
    print(os.path.relpath(cached, folder))
    with open(cached, "rb") as file:
        data = file.read()
    magic, flags, mtime, size = data[:4], *struct.unpack("<III", data[4:16])
    print("magic", magic == importlib.util.MAGIC_NUMBER, magic[2:], "flags", flags, "mtime", mtime, "size", size)
    code = marshal.loads(data[16:])
    print(code.co_name, code.co_names, code.co_consts)

    # Same time and size: the cache is believed, and the new text is not seen.
    write("books = 4\n", 1_700_000_000)
    print("cache believed:", importlib.reload(shelf).books)
    # A newer source: it is compiled again.
    write("books = 5\n", 1_700_000_100)
    print("newer source:", importlib.reload(shelf).books)
    # Another size at the same time.
    write("books = 66\n", 1_700_000_100)
    print("other size:", importlib.reload(shelf).books)
    # Another magic number.
    with open(cached, "r+b") as file:
        file.write(b"\0\0")
    print("other magic:", importlib.reload(shelf).books)
    with open(cached, "rb") as file:
        print("written again:", file.read(4) == importlib.util.MAGIC_NUMBER)
