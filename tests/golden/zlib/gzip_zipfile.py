import gzip
import io
import zipfile

text = "\n".join(f"line {i}" for i in range(100)).encode()
packed = gzip.compress(text, mtime=0)
print(packed[:10].hex(), len(packed), gzip.decompress(packed) == text)
with gzip.open(io.BytesIO(packed), "rt") as f:
    print(f.readline(), f.readline(), len(f.read()))
try:
    gzip.decompress(packed[:-3])
except EOFError as error:
    print(error)
try:
    gzip.decompress(b"no gzip at all")
except gzip.BadGzipFile as error:
    print(error)
store = io.BytesIO()
with zipfile.ZipFile(store, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr(zipfile.ZipInfo("a.txt", (2020, 1, 2, 3, 4, 6)), text, zipfile.ZIP_DEFLATED)
    z.writestr(zipfile.ZipInfo("folder/b.bin"), bytes(range(256)))
    z.comment = b"a comment"
with zipfile.ZipFile(store) as z:
    print(z.namelist(), z.comment, z.testzip())
    for info in z.infolist():
        print(info.filename, info.file_size, info.compress_size, info.CRC, info.compress_type, info.date_time, info.is_dir())
    print(z.read("a.txt") == text, z.open("folder/b.bin").read(5))
    try:
        z.read("missing")
    except KeyError as error:
        print(error)
    print(zipfile.Path(z, "folder/").joinpath("b.bin").exists(), [p.name for p in zipfile.Path(z).iterdir()])
