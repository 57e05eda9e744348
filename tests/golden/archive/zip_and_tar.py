# zipfile, tarfile, gzip and shutil archives in memory and on disk: listing, reading, errors.
import gzip
import io
import os
import shutil
import tarfile
import tempfile
import zipfile
import zlib

buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("a.txt", "alpha " * 20)
    z.writestr(zipfile.ZipInfo("dir/b.bin", (2020, 2, 29, 12, 30, 58)), bytes(range(256)))
    info = zipfile.ZipInfo("stored", (1999, 12, 31, 23, 59, 59))
    info.comment = b"a comment"
    info.external_attr = 0o644 << 16
    z.writestr(info, "stored", zipfile.ZIP_STORED)
    z.mkdir("empty")
    with z.open("streamed", "w") as file:
        file.write(b"one")
        file.write(b"two")
    z.comment = b"archive comment"
print(zipfile.is_zipfile(buffer))
with zipfile.ZipFile(buffer) as z:
    print(z.namelist(), z.comment, z.testzip())
    for i in z.infolist():
        print(i.filename, i.file_size, i.compress_size, i.CRC, i.compress_type, i.is_dir(), i.date_time if i.filename in ("dir/b.bin", "stored") else "", i.comment)
    print(z.read("a.txt")[:12], z.open("stored").read(3), z.getinfo("dir/b.bin"))
    with z.open("a.txt") as file:
        print(file.readline(7), file.seek(6), file.read(5), file.seekable())
    path = zipfile.Path(z)
    print(sorted(p.name for p in path.iterdir()), (path / "dir" / "b.bin").exists(), (path / "a.txt").read_text()[:5], path.joinpath("dir").is_dir())
    for action in [lambda: z.read("none"), lambda: z.writestr("x", "y"), lambda: z.open("a.txt", "x"), lambda: z.extract("../evil")]:
        try:
            action()
        except Exception as error:
            print(type(error).__name__, error)
for bad in [b"", b"not a zip", buffer.getvalue()[:50], buffer.getvalue()[:-30]]:
    try:
        zipfile.ZipFile(io.BytesIO(bad))
    except zipfile.BadZipFile as error:
        print(error)
broken = bytearray(buffer.getvalue())
broken[broken.index(b"onetwo") if b"onetwo" in broken else broken.index(b"stored", 400)] ^= 1
with tempfile.TemporaryDirectory() as folder:
    base = os.path.join(folder, "tree")
    os.makedirs(os.path.join(base, "sub"))
    for name, text in (("x.txt", "x" * 100), ("sub/y.txt", "y"), ("sub/z.txt", "")):
        with open(os.path.join(base, name), "w") as file:
            file.write(text)
        os.utime(os.path.join(base, name), (1_000_000_000, 1_000_000_000))
    os.symlink("x.txt", os.path.join(base, "link"))
    for mode in ("w", "w:gz"):
        target = os.path.join(folder, "t.tar")
        with tarfile.open(target, mode, format=tarfile.PAX_FORMAT) as tar:
            tar.add(base, "root", filter=lambda m: None if m.name.endswith("z.txt") else m)
            member = tarfile.TarInfo("virtual")
            member.size, member.mtime, member.mode = 5, 1234567890, 0o600
            tar.addfile(member, io.BytesIO(b"12345"))
        with tarfile.open(target) as tar:
            print(sorted(tar.getnames()), tar.getmember("virtual").mtime, tar.extractfile("root/x.txt").read(4), tar.extractfile("root/sub"))
            for m in sorted(tar, key=lambda m: m.name):
                print("  ", m.name, m.size, oct(m.mode) if m.name == "virtual" else "", m.isfile(), m.isdir(), m.issym(), m.linkname, m.type)
            tar.extractall(os.path.join(folder, "out"), filter="data")
        print(sorted(os.listdir(os.path.join(folder, "out", "root"))), open(os.path.join(folder, "out", "virtual")).read())
        shutil.rmtree(os.path.join(folder, "out"))
    for name in ("../escape", "/absolute", "ok"):
        evil = io.BytesIO()
        with tarfile.open(fileobj=evil, mode="w") as tar:
            member = tarfile.TarInfo(name)
            tar.addfile(member, io.BytesIO())
        evil.seek(0)
        try:
            with tarfile.open(fileobj=evil) as tar:
                tar.extractall(os.path.join(folder, "safe"), filter="data")
            print("extracted", sorted(os.listdir(os.path.join(folder, "safe"))))
        except tarfile.FilterError as error:
            print(type(error).__name__, str(error).replace(folder, ""))
    for bad in (b"", b"nonsense" * 100):
        try:
            tarfile.open(fileobj=io.BytesIO(bad))
        except tarfile.ReadError as error:
            print(str(error).splitlines()[0])
    made = shutil.make_archive(os.path.join(folder, "made"), "zip", base)
    print(os.path.basename(made), sorted(zipfile.ZipFile(made).namelist()))
    shutil.unpack_archive(made, os.path.join(folder, "unpacked"))
    print(sorted(os.listdir(os.path.join(folder, "unpacked"))), [f[0] for f in shutil.get_archive_formats() if f[0] in ("zip", "tar", "gztar")])
    try:
        shutil.make_archive("x", "rar", base)
    except ValueError as error:
        print(error)
data = gzip.compress(b"hello " * 50, mtime=0)
print(data[:4], gzip.decompress(data)[:11], len(gzip.decompress(data + data)))
with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
    print(file.read(5), file.tell(), file.readline()[:10], file.mtime)
for bad in (b"x", data[:-4], data[:20], b"\x1f\x8b\x07" + data[3:], data[:-8] + b"\0" * 8):
    try:
        gzip.decompress(bad)
    except (OSError, EOFError, zlib.error) as error:
        print(type(error).__name__, error)
