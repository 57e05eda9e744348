"""Slices of sequences: bounds, assignment, deletion, the order of destruction."""
import gc
a=[1,2,3]
for f in ("a[0:1]=5","a[::2]=5","a['x':]=1","a[1.5:]=[1]","a[::0]=[1]","a[::2]=[1]", "a[5:2]=[9,8]","a[1:1]=a","a[-100:100]=[]","a[:]=range(5)","a[1:3]=(x for x in 'abcdefgh')","del a[::-2]","del a[5:1]","del a[-2:]","a[3:1:-1]=[7,7]", "a[2:]=a","a[None:2]=()", "a[True:]=[1,2]","del a[10**30:]", "a[:10**30]=[1,2,3,4,5,6,7,8]","a[-10**30:2]=b'ab'","del a[1:100:3]","del a[100:-100:-1]"):
    try: exec(f)
    except Exception as e: print(f, type(e).__name__, e)
    print(f,a)
class D:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n,end=' ')
    def __repr__(s): return f'D{s.n}'
for f in ("a[1:4]=[0]","a[1:4]=[0,0,0]","a[::2]=[0,0,0]","del a[::2]","del a[::-2]","del a[1:5]","a[1:2]=[1]*5","a[4:0:-2]=[1,2]"):
    a=[D(i) for i in range(6)]
    exec(f); print(f,a)
    a=None; print()
for s in ("hello","h\U0001f600llo",(1,2,3,4,5),b'hello'):
    for i in (None,-100,-3,-1,0,1,2,5,100,10**30,True):
        for j in (None,-100,-3,-1,0,1,2,5,100,10**30):
            print(s[i:j],end=' ')
    print()
class I:
    def __index__(s): return 2
print("hello"[I():], [1,2,3][:I()])
class L(list):
    def __getitem__(s,k): return k
    def __setitem__(s,k,v): print(k,v)
l=L(); print(l[1:2]); l[1:2]=3
x=(1,2,3); print(x[:] is x, x[0:3] is x, [1][:]==[1])
a=list(range(1000)); a[0:0]=[1,2]; a[500:502]=[]; a[10:20]=range(100,200); print(sum(a),len(a), a.__sizeof__())
a=list(range(10)); a[2:4]=[1,2,3]; print(a.__sizeof__()); a[2:5]=[]; print(a.__sizeof__()); del a[::2]; print(a.__sizeof__(),a)
a=list(range(10))
def g():
    a.clear(); yield 1
a[2:5]=g(); print(a)
a=list(range(10))
def g():
    del a[4:]
    yield from (1,2,3)
a[1:6]=g(); print(a)
a=list(range(10))
def g():
    del a[4:]
    yield from (1,2,3,4,5)
try:
    a[0:10:2]=g(); print(a)
except Exception as e: print(e)
a=list(range(4))
def g():
    a.extend(range(4))
    yield from (1,2)
try:
    a[::2]=g(); print(a)
except Exception as e: print(e)
try:
    a[::2]=5; print(a)
except Exception as e: print(e)
