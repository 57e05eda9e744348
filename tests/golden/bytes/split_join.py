def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

print(b"a b  c".split(), b" a ".split(), b"".split(), b"a,b,,c".split(b","), b"a,b,c".split(b",", 1), b"a,b,c".rsplit(b",", 1), b" a b c ".rsplit(None, 1), b"a b c".split(None, 1), b"a,b".split(bytearray(b",")), b"abc".split(sep=b"b", maxsplit=-1))
print(b"a\nb\r\nc\rd\x0be".splitlines(), b"a\nb\n".splitlines(True), b"".splitlines(), b"\n".splitlines(keepends=1))
print(b"a-b-c".partition(b"-"), b"a-b-c".rpartition(b"-"), b"abc".partition(b"-"), b"abc".rpartition(b"-"), bytearray(b"a-b").partition(b"-"))
print(b",".join([b"a", b"b", b"c"]), b"".join([]), b",".join([bytearray(b"x"), memoryview(b"y")]), b"ab".join((b"1",)), b"-".join(iter([b"p", b"q"])), b",".join({b"k": 1}))
for f, args in ((b"a".split, ("a",)), (b"a".split, (b"",)), (b"a".split, (1,)), (b"a".split, (None, "a")), (b"a".partition, (b"",)), (b"a".partition, ("a",)), (b"a".join, ("ab",)), (b"a".join, ([b"a", 1],)), (b"a".join, (1,)), (b"a".splitlines, (1, 2)), (b"a".rsplit, (b"",)), (b"a".join, ([None],))):
    attempt(f, *args)
