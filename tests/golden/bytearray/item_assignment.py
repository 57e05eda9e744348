def run(code):
    b = bytearray(b"abcdef")
    try:
        exec(code, {"b": b})
        print(code, "=>", b)
    except Exception as e:
        print(code, "!", type(e).__name__, e)
for code in ("b[0]=256", "b[0]='a'", "b[10]=1", "b[-1]=1", "b['a']=1", "b[1.5]=1", "b[0:2]=b'xyz'", "b[0:2]=[1,2,3]", "b[0:2]='a'", "b[0:2]=5", "b[0:2]=[300]", "b[::2]=b'xyz'", "b[::2]=b'x'", "b[::2]=[1,2,3]", "del b[0]", "del b[10]", "del b[1:3]", "del b[::2]", "del b[::-2]", "del b['a']", "b[5:2]=b'QQ'", "b[::0]=b''", "b[0:2]=b", "b[1:1]=iter([1,2])", "b[:]=b''", "b[::-1]=b'123456'", "b[2:]=b[:2]", "b[10:]=b'end'", "b[::3]=b''", "del b[:4]", "b[0:1]=bytearray(b'zz')", "b[1:2]=memoryview(b'mm')", "b[0:0]=(1,2)"):
    run(code)
