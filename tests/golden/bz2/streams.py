import bz2, random, io, hashlib
r=random.Random(5)
def h(b): return len(b), hashlib.md5(b).hexdigest()
samples=[b'',b'a',b'abc'*5,b'a'*3,b'a'*4,b'a'*5,b'a'*259,b'a'*1000,b'ab'*100,b'abc'*3000,bytes(range(256))*3,r.randbytes(3000),b'The quick brown fox. '*40+r.randbytes(100),bytes(r.choice(b'acgt') for _ in range(12000)),' '.join(str(r.randint(1,9999)) for _ in range(9000)).encode(), b'\0'*100000, (b'x'*255+b'y')*50]
for s in samples:
    for l in (1,9):
        c=bz2.compress(s,l); print(len(s), h(c), bz2.decompress(c)==s)
big=' '.join(str(r.randint(1,99999)) for _ in range(30000)).encode()
c=bz2.compress(big,1); print(h(c), bz2.decompress(c)==big)
d=bz2.BZ2Decompressor(); out=b''
for i in range(0,len(c),997): out+=d.decompress(c[i:i+997])
print(out==big, d.eof, d.unused_data, d.needs_input)
d=bz2.BZ2Decompressor(); x=d.decompress(c+b'tail',10); print(x, d.eof, d.needs_input, d.unused_data)
while not d.eof: x+=d.decompress(b'',50000)
print(x==big, d.unused_data)
for f in (lambda: d.decompress(b''), lambda: bz2.decompress(b'zzzz'), lambda: bz2.decompress(c[:-5]), lambda: bz2.decompress(c[:500]+b'xxxx'+c[504:]), lambda: bz2.compress(b'',0), lambda: bz2.BZ2Compressor(10), lambda: bz2.BZ2Compressor('x'), lambda: bz2.BZ2Decompressor(1), lambda: bz2.BZ2Compressor().compress('s'), lambda: bz2.decompress(c+b'trailing')==big, lambda: bz2.decompress(c+c)==big*2):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
k=bz2.BZ2Compressor(); p=k.compress(b'abc'); p+=k.flush(); print(p)
for f in (lambda: k.compress(b''), lambda: k.flush()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import tarfile, zipfile, shutil
b=io.BytesIO()
with tarfile.open(fileobj=b,mode='w:bz2') as t: ti=tarfile.TarInfo('m'); ti.size=3; t.addfile(ti,io.BytesIO(b'abc'))
b.seek(0); print(tarfile.open(fileobj=b).extractfile('m').read())
z=io.BytesIO()
with zipfile.ZipFile(z,'w',zipfile.ZIP_BZIP2) as q: q.writestr('a','data'*100)
print(zipfile.ZipFile(z).read('a')[:8])
import _bz2; print(bz2.BZ2Compressor, _bz2.BZ2Decompressor.__doc__, bz2.BZ2Compressor.__text_signature__)
