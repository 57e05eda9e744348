b = b"some bytes"
print(b[:] is b, b * 1 is b, b + b"" is b, b"" + b is b, b.strip() is b, b.replace(b"z", b"q") is b, b.ljust(3) is b, b.zfill(2) is b)
print(b.removeprefix(b"x") is b, b.translate(None) is b, b.partition(b"z")[0] is b, b.split(b"z")[0] is b, b"".join([b]) is b, b.expandtabs() is b)
print(b.center(1) is b, b.splitlines()[0] is b, bytes(b) is b, b.__bytes__() is b, len({id(b[1:2]), id(bytes([111]))}), len({id(b[0:0]), id(bytes())}))
class S(bytes): pass
s = S(b)
print(s[:] is s, type(s[:]).__name__, type(s + b"").__name__, type(s.strip()).__name__, type(s.__bytes__()).__name__, type(bytes(s)).__name__, s == b, hash(s) == hash(b))
