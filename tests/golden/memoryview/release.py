def run(code):
    b = bytearray(b"abc")
    M = memoryview(b)
    d = {"b": b, "M": M}
    try:
        exec(code, d)
        print(repr(code), "=>", d.get("r"))
    except Exception as e:
        print(repr(code), "!", type(e).__name__, e)
for op in ("M[0]", "len(M)", "M.tobytes()", "M.obj", "hash(M)", "r=M==M", "r=M==b", "M.cast('B')", "M.toreadonly()", "memoryview(M)", "M.hex()", "M.format", "iter(M)", "M.__enter__()", "M.nbytes", "M.count(1)", "M.release()", "r=repr(M)[:16]", "M.index(1)", "M.tolist()", "bytes(M)", "M[0]=1"):
    run("M.release();" + op)
for code in ("x=M[1:];M.release();r=x.tolist()", "x=memoryview(M);M.release();r=x[0]", "x=memoryview(M);x.release();M.release();b.append(1);r=b", "x=M[1:];M.release();b.append(1)", "it=iter(M);M.release();next(it)", "with M as q: r=q is M\nM[0]", "with memoryview(b) as q: q[0]=65\nM.release();b.append(66);r=b", "x=M.__buffer__(0);M.release()", "x=M.__buffer__(0);y=M.__buffer__(0);M.release()", "x=M.__buffer__(0);x.release();M.release();r=1"):
    run(code)
