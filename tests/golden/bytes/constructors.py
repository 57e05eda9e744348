def each(source):
    for line in source.strip().splitlines():
        try:
            print(line, "->", repr(eval(line, globals())))
        except Exception as e:
            print(line, "->", type(e).__name__ + ":", e)
class B:
    def __init__(self, v): self.v = v
    def __bytes__(self): return self.v
class I:
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
class Sub(bytes): pass
each(r"""
bytes(), bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"x"), bytes(bytearray(b"y")), bytes(memoryview(b"z")), bytes(range(3)), bytes((65, True)), bytes(B(b"q")), bytes(I(2)), bytes([I(65)]), bytes("x", encoding="ascii", errors="strict"), bytes(source=b"s"), bytes(x for x in (1, 2)), bytes({1: 2}), bytes("€", "ascii", "ignore")
bytes("x")
bytes(5, "ascii")
bytes(b"x", "ascii")
bytes(b"x", errors="strict")
bytes(-1)
bytes(10**20)
bytes([256])
bytes([-1])
bytes(["a"])
bytes([1.5])
bytes(1.5)
bytes(None)
bytes(object())
bytes(B("str"))
bytes(B(bytearray(b"x")))
bytes("€", "ascii")
bytes("x", "nope")
bytes("x", 5)
bytes(encoding="ascii")
bytes(errors="strict")
bytes(1, 2, 3, 4)
bytes(foo=1)
bytes(I("x"))
bytes([I(300)])
Sub(b"abc"), type(Sub(b"a") + b"b").__name__, type(Sub(b"abc")[:]).__name__, Sub(b"a") == b"a", type(bytes(Sub(b"q"))).__name__, Sub(3)
b"'", b'"', b"'\"", b"\\", b"\n\r\t\x00\x7f\x80\xff", b"a\x20z", rb"\n", b"\101\x41", b"a" b"b"
repr(b"it's"), str(b"x"), f"{b'x'}", "%s" % b"x", b"x".__repr__(), b"x".__str__()
bytearray(), bytearray(3), bytearray(b"abc"), bytearray("é", "latin-1"), bytearray([1, 2]), bytearray(bytearray(b"q")), bytearray(source="x", encoding="ascii")
bytearray("x")
bytearray(-1)
bytearray([256])
bytearray(["a"])
bytearray(None)
bytearray(5, "ascii")
bytearray(10**20)
bytearray(object())
hash(bytearray())
{bytearray(b"x"): 1}
b"abc".__getitem__(0), b"a".__add__(b"b"), b"a".__contains__(97), b"a".__len__(), b"ab".__mul__(2), b"a".__eq__("a"), b"a".__getnewargs__(), b"a".__bytes__()
b"a".__add__("b")
b"a".nothing
memoryview(b"abc")[1], memoryview(b"abc").tolist(), bytes(memoryview(b"abc")[::2]), memoryview(b"ab") == b"ab"
memoryview("x")
memoryview()
memoryview(5)
int.from_bytes(b"\x01\x02"), int.from_bytes(b"\x01\x02", "little"), int.from_bytes(b"\xff", signed=True), (258).to_bytes(2), (258).to_bytes(4, "little"), (-1).to_bytes(2, signed=True), (5).to_bytes(), int.from_bytes([1, 2]), int.from_bytes(b"")
(256).to_bytes(1)
(-1).to_bytes(1)
(1).to_bytes(-1)
(1).to_bytes(1, "middle")
int.from_bytes(b"a", "x")
int.from_bytes("a")
int.from_bytes(5)
(1).to_bytes("x")
""")
