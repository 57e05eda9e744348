def run(code):
    b = bytearray(b"abcdef")
    d = {"b": b}
    try:
        exec(code, d)
        print(code, "=>", b)
    except Exception as e:
        print(code, "!", type(e).__name__, e)
for code in ("b.append(1)", "b[0:1]=b'xx'", "b[0:1]=b'x'", "b.clear()", "b.pop()", "del b[0]", "b+=b'x'", "b*=2", "b.resize(3)", "b.__init__(3)", "b.insert(0,1)", "b.remove(97)", "b.reverse()", "b.extend(b'')", "b.extend([])", "b+=b''", "b*=1", "b*=0", "del b[6:]", "b[6:]=b''", "m.release();b.append(1)", "del m;b.append(1)", "b[0]=1;b=bytes(m)", "del b[::2]"):
    run("m=memoryview(b);" + code)
