def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

class T:
    def __bytes__(self): return b"xyz"
class U:
    def __bytes__(self): return "xyz"
print(b"%d|%5d|%-5d|%05d|%+d|% d|%.3d" % (1, 2, 3, 4, 5, 6, 7))
print(b"%x|%X|%#x|%o|%#o|%i|%u|%li" % (255, 255, 255, 8, 8, 9, 10, 11))
print(b"%f|%.2f|%e|%G|%g|%8.3f|%-8.1f|" % (1.5, 2.345, 1e10, 1e-10, 1e20, 3.14159, 2))
print(b"%s|%b|%5b|%-5b|%.2b|%s" % (b"a", bytearray(b"b"), b"c", b"d", b"efg", memoryview(b"m")))
print(b"%a|%r|%.3a|%c|%c|%c|%5c|" % ("\xff", 1, "xyz", 97, b"b", bytearray(b"c"), b"d"))
print(b"%(k)s %(n)d %%" % {b"k": b"v", b"n": 3}, b"%s" % T(), b"%.2s" % T(), b"%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 1.005), b"%*d|" % (-4, 1))
print(b"100%%" % (), b"" % (), b"a" % {}, b"%d" % 10**30, b"%d" % 3.99, b"%x" % True, type(bytearray(b"%d") % 1).__name__)
for f, v in ((b"%d", "a"), (b"%s", "a"), (b"%s", 1), (b"%b", [1]), (b"%c", 256), (b"%c", "a"), (b"%c", b"ab"), (b"%c", 1.5), (b"%x", 1.5), (b"%y", 1), (b"%", 1), (b"%(a)d", 1), (b"%(a)d", {"a": 1}), (b"%d %d", 1), (b"%d", (1, 2)), (b"a", 1), (b"%*d", ("a", 1)), (b"%f", "a"), (b"%c", -1), (b"%(a", {}), (b"%5%", (1,)), (b"%99999999999999999999d", 1), (b"%s", U()), (b"%d", None), (b"%hhd", 3)):
    attempt(lambda: f % v)
