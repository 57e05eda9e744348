import marshal, io
def t(f):
    try: print(repr(f())[:60])
    except BaseException as e: print(type(e).__name__, e)
def g(): return 1234.5
a=[]; code=g.__code__.replace(co_consts=g.__code__.co_consts+(a,)); a.append(code)
s=slice([],None); s.start.append(s)
tt=([],); tt[0].append(tt)
d={}; d[1]=d
td=({},); td[0][None]=td
l=[]; l.append((l,(l,)))
ss=slice((s,),1)
for v in range(6):
    for o in (code,s,tt,d,td,l,ss): 
        if o is not code: t(lambda: marshal.dumps(o,v))
        else:
            try: marshal.dumps(o,v); print('ok')
            except BaseException as e: print(type(e).__name__, e)
x=marshal.loads(marshal.dumps(tt)); print(x[0][0] is x)
x=marshal.loads(marshal.dumps(td)); print(x[0][None] is x)
x=marshal.loads(marshal.dumps(l)); print(x[0][0] is x, x[0][1][0] is x)
for data in (b'\xa8\x01\x00\x00\x00[\x01\x00\x00\x00r\x00\x00\x00\x00', b'\xa8\x01\x00\x00\x00{Nr\x00\x00\x00\x000', b'\xfbr\x00\x00\x00\x00N0', b'\xfa[\x01\x00\x00\x00r\x00\x00\x00\x00NN',b'\xfaNNr\x00\x00\x00\x00', b'\xbe\x01\x00\x00\x00r\x00\x00\x00\x00',b'\xbc\x01\x00\x00\x00r\x00\x00\x00\x00', b'\xbe\x01\x00\x00\x00(\x01\x00\x00\x00r\x00\x00\x00\x00'):
    t(lambda: marshal.loads(data))
class R(io.BytesIO):
    def readinto(self,b):
        n=super().readinto(b); print('ri',len(b),type(b).__name__); return n+3 if n>3 else n
for v in (1.0,1j,b'0123456789','0123456789',(1,2),[b'abcdefgh'],{'a':2.5}, 2**70):
    t(lambda: marshal.load(R(marshal.dumps(v))))
class Q(io.BytesIO):
    def readinto(self,b): return 0
t(lambda: marshal.load(Q(marshal.dumps(1))))
class Q(io.BytesIO):
    def readinto(self,b): return None
t(lambda: marshal.load(Q(marshal.dumps(1))))
class Q(io.BytesIO):
    def read(self,b): return 'x'
t(lambda: marshal.load(Q(marshal.dumps(1))))
class Q:
    def read(self,b): return b''
t(lambda: marshal.load(Q()))
class Q(io.BytesIO):
    def readinto(self,b): return super().readinto(memoryview(b)[:2]) 
t(lambda: marshal.load(Q(marshal.dumps(1))))
t(lambda: marshal.load(io.BytesIO(b'')))
t(lambda: marshal.load(io.BytesIO(b'[\x02\0\0\0N')))
t(lambda: marshal.load(io.BytesIO(b'[\xff\xff\xff\xffN')))
t(lambda: marshal.load(io.BytesIO(b'?')))
# A loop through a code object is found by no collector.
a.clear()
