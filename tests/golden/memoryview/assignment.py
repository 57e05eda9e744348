def run(code):
    b = bytearray(b"abcdefgh")
    M = memoryview(b)
    try:
        exec(code, {"b": b, "M": M, "memoryview": memoryview})
        print(code, "=>", b)
    except Exception as e:
        print(code, "!", type(e).__name__, e)
for code in ("M[0]=1", "M[-1]=255", "M[0]=300", "M[0]=-1", "M[0]='a'", "M[0]=1.5", "M[10]=1", "M['a']=1", "M[0:2]=b'xy'", "M[0:2]=b'xyz'", "M[0:2]='ab'", "M[0:2]=5", "del M[0]", "memoryview(b'a')[0]=1", "M[...]=b'abcdefgh'", "M[::2]=b'wxyz'", "M[::-1]=b'12345678'", "M[0,0]=1", "M[0,]=1", "M[:,:]=1",
  "x=M.cast('H');x[0]=70000", "x=M.cast('H');x[1]=0x4142", "x=M.cast('h');x[0]=-2", "x=M.cast('d');x[0]='a'", "x=M.cast('f');x[0]=1.5", "x=M.cast('c');x[0]=b'z'", "x=M.cast('c');x[0]=1", "x=M.cast('c');x[0]=b'zz'", "x=M.cast('?');x[0]=[1]", "x=M.cast('Q');x[0]=-1", "x=M.cast('Q');x[0]=2**64-1", "x=M.cast('q');x[0]=2**63", "x=M.cast('i');x[0]=-1", "x=M.cast('e');x[0]=1e10", "x=M.cast('e');x[0]=1.5", "x=M.cast('P');x[0]=-1", "x=M.cast('B',[2,4]);x[0]=1", "x=M.cast('B',[2,4]);x[1,3]=9", "x=M.cast('B',[2,4]);x[5,0]=9", "x=M.cast('B',[2,4]);x[0,5]=9", "x=M.cast('B',[2,4]);x[0:1]=b'a'", "M[0:4]=M[4:8]", "M[2:6]=M[0:4]", "M[0:2]=memoryview(b'ab').cast('b')", "M.toreadonly()[0]=1", "M.release();M[0]=1"):
    run(code)
