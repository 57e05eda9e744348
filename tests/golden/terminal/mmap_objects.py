# mmap: files and anonymous memory, every method with its messages.
import mmap,os,tempfile,sys
def t(n,f,*x,**k):
    try:
        r=f(*x,**k); print(n, repr(x[1:] if f is M else x)[:80] if 'set' != n else repr(x[-2:]),k, '->', repr(r)[:120]); return r
    except BaseException as e: print(n, repr(x[1:] if f is M else x)[:80] if 'set' != n else repr(x[-2:]),k,'!!',type(e).__name__, str(e)[:200])
d=tempfile.mkdtemp(); os.chdir(d)
f=open('f','w+b'); f.write(b'hello\nworld\n'+bytes(5000)); f.flush(); fd=f.fileno()
M=mmap.mmap
open('e','w').close(); e=open('e','r+b'); t('empty',M,e.fileno(),0)
m=t('new',M,fd,0);print(str(m).replace(str(fd),'N'));print(len(m),m.size(),m.tell(),m.closed,bool(m))
t('read',m.read,3);t('read',m.read,None);m.seek(0);t('read',m.read,'x');t('read',m.read,-1) and None
m.seek(0);t('rl',m.readline);t('rl',m.readline);t('rb',m.read_byte);t('tell',m.tell)
for a in ((0,),(5,0),(-1,0),(-1,2),(0,2),(1,2),(1,5),('x',),(10**9,),(3,1),(-100,1)): t('seek',m.seek,*a);print(m.tell())
t('rb-end',(m.seek(0,2),m.read_byte)[1]);t('wb-end',m.write_byte,1);t('w-end',m.write,b'abc')
m.seek(0);t('w',m.write,b'HE');t('w',m.write,'x');t('wb',m.write_byte,65);t('wb',m.write_byte,256);t('wb',m.write_byte,-1);t('wb',m.write_byte,'x');t('w',m.write,bytearray(b'zz'));print(m[:12]);f.seek(0);print(os.pread(fd,12,0))
t('get',lambda:m[0]);t('get',lambda:m[-1]);t('get',lambda:m[99999]);t('get',lambda:m['x']);t('get',lambda:m[1.5]);t('get',lambda:m[2:8]);t('get',lambda:m[8:2]);t('get',lambda:m[0:10:3]);t('get',lambda:m[10:0:-2]);t('get',lambda:m[::0])
def s(i,v): m[i]=v
t('set',s,0,72);t('set',s,0,b'x');t('set',s,0,300);t('set',s,0,-1);t('set',s,99999,1);t('set',s,slice(0,3),b'abc');t('set',s,slice(0,3),b'ab');t('set',s,slice(0,6,2),b'XYZ');t('set',s,slice(0,6,2),b'XY');t('set',s,slice(0,3),5);t('set',s,slice(0,3),'abc');t('set',s,'a',1);t('set',s,0,'a');print(m[:12])
def dd(i): del m[i]
t('del',dd,0);t('del',dd,slice(0,2));t('in',lambda:65 in m);t('in',lambda:b'o' in m);t('in',lambda:'x' in m);t('iter',lambda:list(m)[:3]);t('add',lambda:m+b'x');t('mul',lambda:m*2);t('eq',lambda:m==m);t('hash',lambda:isinstance(hash(m),int));t('rev',lambda:next(reversed(m)))
m[:12]=b'hello\nworld\n';m.seek(0)
t('find',m.find,b'o');t('find',m.find,b'o',5);t('find',m.find,b'o',5,7);t('find',m.find,b'o',-5);t('find',m.find,b'');t('find',m.find,b'',6000);t('find',m.find,'x');t('find',m.find);t('rfind',m.rfind,b'o');t('rfind',m.rfind,b'l',0,4);t('rfind',m.rfind,b'zz');t('find',m.find,b'o',None,None);t('find',m.find,b'o','x');t('find',m.find,b'world',0,11);t('find',m.find,b'world',0,10);t('rfind',m.rfind,b'');m.seek(6);t('find',m.find,b'h');t('find',m.find,bytearray(b'w'));t('rfind',m.rfind,b'h',-5000)
t('move',m.move,0,6,5);print(m[:12]);t('move',m.move,0,5000,100);t('move',m.move,-1,0,1);t('move',m.move,0,0,-1);t('move',m.move,'x',0,1);t('move',m.move,2,0,5);print(m[:12])
t('flush',m.flush);t('flush',m.flush,0,4096);t('flush',m.flush,4096,100);t('flush',m.flush,1,1);t('flush',m.flush,0,99999);t('flush',m.flush,-1,5);t('flush',m.flush,0,-5);t('flush',m.flush,4096);t('flush',m.flush,8192)
t('madvise',m.madvise,mmap.MADV_NORMAL);t('madvise',m.madvise,mmap.MADV_RANDOM,0,10);t('madvise',m.madvise,999);t('madvise',m.madvise,0,99999);t('madvise',m.madvise,0,-1);t('madvise',m.madvise,0,0,-1);t('madvise',m.madvise,0,4096,10);t('madvise',m.madvise,0,5)
v=memoryview(m);print(v.readonly,v.format,v.itemsize,v.nbytes,v.obj is m,v.shape);t('close',m.close);t('resize',m.resize,10000);v[0]=90;print(m[0],m[:3],bytes(v[:3]));del v
t('resize',m.resize,10000);print(len(m),m.size(),os.fstat(fd).st_size);t('resize',m.resize,-1);t('resize',m.resize,0);t('resize',m.resize,'x');t('resize',m.resize,5000);print(len(m),os.fstat(fd).st_size,m[:5])
t('seekable',m.seekable);print(m.__enter__() is m);t('exit',m.__exit__,None,None,None);print(m.closed,repr(m))
for n,a in (('read',()),('close',()),('flush',()),('size',()),('tell',()),('seek',(0,)),('find',(b'x',)),('move',(0,0,0)),('resize',(1,)),('write',(b'',)),('read_byte',()),('write_byte',(1,)),('readline',()),('madvise',(0,)),('__len__',()),('__enter__',()),('seekable',()),('__getitem__',(0,)),('__setitem__',(0,1))): t(n,getattr(m,n),*a)
t('mv',memoryview,m)
R=M(fd,0,access=mmap.ACCESS_READ);print(str(R).replace(str(fd),'N'));t('w',R.write,b'x');t('wb',R.write_byte,1)
def s2(o,i,v): o[i]=v
t('set',s2,R,0,1);t('set',s2,R,slice(0,1),b'x');t('resize',R.resize,1);t('move',R.move,0,1,1);print(memoryview(R).readonly);t('flush',R.flush)
C=M(fd,0,access=mmap.ACCESS_COPY);C[0]=1;print(C[0],R[0],repr(C)[:30]);t('resize',C.resize,10);t('flush',C.flush)
W=M(fd,0,access=mmap.ACCESS_WRITE);W[0]=77;print(R[0],os.pread(fd,1,0));print(str(W)[:30])
P=M(fd,0,flags=mmap.MAP_PRIVATE);P[0]=5;print(R[0])
Q=M(fd,0,prot=mmap.PROT_READ);t('set',s2,Q,0,1);print(memoryview(Q).readonly,str(Q)[:40])
A=M(-1,10);print(A[:],repr(A));A.write(b'0123456789');t('w',A.write,b'x');A.seek(0);t('rl',A.readline);t('size',A.size);t('resize',A.resize,20);print(A[:]);A.close()
O=M(fd,4096,offset=4096) if os.fstat(fd).st_size>=8192 else None
K=M(fd,0,trackfd=False);t('size',K.size);t('resize',K.resize,100);t('closed fd',K.flush);K.close()
class S(M):
    def __init__(self,*a,**k): self.x=1
s3=S(-1,5);print(s3.x,type(s3).__name__,repr(s3)[:12]);import weakref,copy,pickle;wr=weakref.ref(s3);del s3;print(wr())
t('copy',copy.copy,R);t('pickle',pickle.dumps,R);print(bytes(R[:4]),R.find(b'zzzz'),b''.join([R[:2]]),bytearray(R)[:2],len(bytes(R)))
import struct,re;print(struct.unpack_from('4s',R,1),re.search(b'o',R) is not None)
print(mmap.error is OSError,mmap.mmap.__module__,mmap.PAGESIZE,sorted(x for x in dir(M) if not x.startswith('__')))
print(M.__hash__ is not None, issubclass(M,object), M.__flags__&(1<<8))
with M(-1,4) as z: z[:]=b'abcd';print(z.read())
print(z.closed);os.close(fd) if 0 else None
L=M(fd,0);f.close();t('sz',lambda:L.size()>0);print(L[0]);L.close();sys.stdout.flush()
