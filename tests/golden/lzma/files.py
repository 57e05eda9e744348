# lzma files: modes, seeking, text, several streams; tar and zip archives with xz.
import io, lzma, os, tarfile, tempfile, zipfile, shutil, random

r = random.Random(4)
words = [bytes(r.choices(b"abcdefgh", k=r.randrange(2, 9))) for _ in range(200)]
data = b" ".join(r.choices(words, k=30000))
for format in lzma.FORMAT_XZ, lzma.FORMAT_ALONE:
    for preset in 0, 1, 6, 9 | lzma.PRESET_EXTREME:
        packed = lzma.compress(data, format=format, preset=preset)
        print(format, preset, len(packed) < len(data) // 2, lzma.decompress(packed) == data)
for check in lzma.CHECK_NONE, lzma.CHECK_CRC32, lzma.CHECK_CRC64, lzma.CHECK_SHA256:
    packed = lzma.compress(data[:5000], check=check)
    d = lzma.LZMADecompressor()
    out = b"".join(d.decompress(packed[i:i + 7]) for i in range(0, len(packed), 7))
    print(check, out == data[:5000], d.check, d.eof)
for filters in (
    [{"id": lzma.FILTER_LZMA1, "preset": 1}], [{"id": lzma.FILTER_LZMA2, "lc": 0, "lp": 3, "pb": 0, "dict_size": 1 << 16}],
    [{"id": lzma.FILTER_DELTA, "dist": 4}, {"id": lzma.FILTER_LZMA2}], *([{"id": f, "start_offset": 64}, {"id": lzma.FILTER_LZMA2}] for f in range(4, 10)),
    [{"id": lzma.FILTER_X86}, {"id": lzma.FILTER_DELTA}, {"id": lzma.FILTER_ARM}, {"id": lzma.FILTER_LZMA2, "nice_len": 200, "mode": lzma.MODE_FAST, "mf": lzma.MF_HC4}],
):
    code = bytes(r.choices(b"\xe8\xe9\x00\xff\x48\x01\xeb\x40\x7f\xf0\xf8\x10\x11abc", k=4000))
    packed = lzma.compress(code, format=lzma.FORMAT_RAW, filters=filters)
    print([f["id"] for f in filters], lzma.decompress(packed, format=lzma.FORMAT_RAW, filters=filters) == code)
    d = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=filters)
    out, feed = b"", packed
    while not d.eof:
        out += d.decompress(feed, 100)
        feed = b""
        if d.needs_input:
            break
    print(out == code, len(out))
noise = r.randbytes(200000)
print(len(lzma.compress(noise)) - len(noise), lzma.decompress(lzma.compress(noise)) == noise)

folder = tempfile.mkdtemp()
path = os.path.join(folder, "f.xz")
with lzma.open(path, "wb") as f:
    print(f.write(data), f.tell(), f.writable(), f.readable(), f.seekable())
with lzma.open(path, "ab") as f:
    f.write(b"\nmore\nlines\n")
with lzma.open(path) as f:
    print(f.read(20), f.tell(), f.peek(3)[:3], f.seek(-12, 2), f.readlines(), f.seek(100), f.read(5) == data[100:105], f.name == path, f.mode)
with lzma.open(path, "rt", encoding="latin-1", newline="\n") as f:
    print(len(f.readline()), f.read())
with lzma.open(path, "xb" if not os.path.exists(path) else "wt", encoding="utf-8") as f:
    f.write("été\n")
print(lzma.open(path, "rt", encoding="utf-8").read())
for bad in dict(mode="r+"), dict(mode="rb", encoding="x"), dict(mode="rb", check=3), dict(mode="rb", preset=3), dict(mode="q"):
    try:
        lzma.open(path, **bad)
    except Exception as e:
        print(bad, type(e).__name__, e)
with open(path, "r+b") as f:
    f.seek(-3, 2)
    f.truncate()
for call in (lambda f: f.read(), lambda f: f.write(b"")):
    try:
        with lzma.LZMAFile(path) as f:
            call(f)
    except Exception as e:
        print(type(e).__name__, e)
print(lzma.LZMAFile(io.BytesIO(lzma.compress(b"a\nb\n") + b"\0\0\0\0" + lzma.compress(b"c"))).readlines())

os.mkdir(os.path.join(folder, "tree"))
for name in "one", "two":
    with open(os.path.join(folder, "tree", name), "wb") as f:
        f.write(data[:1000] + name.encode())
archive = shutil.make_archive(os.path.join(folder, "tree"), "xztar", folder, "tree")
print(os.path.basename(archive))
with tarfile.open(archive) as t:
    print(sorted(t.getnames()), t.extractfile("tree/one").read()[-5:])
with tarfile.open(archive, "r|*") as t:
    print(sorted(m.name for m in t))
with zipfile.ZipFile(os.path.join(folder, "z.zip"), "w", zipfile.ZIP_LZMA) as z:
    z.writestr("a.txt", data)
    z.write(os.path.join(folder, "tree", "two"), "two")
with zipfile.ZipFile(os.path.join(folder, "z.zip")) as z:
    print(z.testzip(), z.read("a.txt") == data, z.getinfo("two").compress_type, z.open("two").read()[-3:])
