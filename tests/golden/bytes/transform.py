def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

b = b"  Hello\tWorld xyz 123  "
print(b.upper(), b.lower(), b.swapcase(), b.title(), b.capitalize(), b"hELLO wORLD".capitalize())
print(b.strip(), b.lstrip(), b.rstrip(), b"xxaxx".strip(b"x"), b"abcba".lstrip(b"ab"), b"abc".rstrip(bytearray(b"c")), b"a".strip(None))
print(b"a\tb".expandtabs(), b"a\tb\n\tc".expandtabs(4), b"\t".expandtabs(0), b"ab\tc".expandtabs(tabsize=3))
print(b"ab".center(7), b"ab".center(6, b"*"), b"ab".ljust(5, b"."), b"ab".rjust(5, bytearray(b"-")), b"-42".zfill(6), b"+1".zfill(4), b"x".zfill(3), b"ab".zfill(1))
print(b"aXbXc".replace(b"X", b"--"), b"aXbXc".replace(b"X", b"", 1), b"abc".replace(b"", b"-"), b"abc".replace(b"", b"-", 2), b"aaa".replace(b"aa", b"b"), b"a".replace(b"a", b"b", 0))
t = bytes.maketrans(b"abc", b"xyz")
print(len(t), b"aabbcc!".translate(t), b"abc".translate(None, b"b"), b"abcabc".translate(t, delete=b"a"), bytearray(b"abc").translate(t))
print(b"prefix-x".removeprefix(b"prefix-"), b"x.txt".removesuffix(b".txt"), b"x".removesuffix(b""))
for f, args in ((b"a".center, (3, "x")), (b"a".center, (3, b"xx")), (b"a".center, ("a",)), (b"a".ljust, (3, 1)), (b"a".rjust, (3, b"")), (b"a".zfill, ("a",)), (b"a".expandtabs, ("a",)), (b"a".replace, ("a", b"")), (b"a".replace, (b"a", 1)), (b"a".replace, (b"a",)), (b"a".strip, ("a",)), (b"a".translate, ("a",)), (b"a".translate, (b"a",)), (b"a".translate, ()), (bytes.maketrans, (b"a", b"bc")), (bytes.maketrans, (b"a",)), (bytes.maketrans, ("a", b"b")), (b"a".removeprefix, ("a",)), (b"a".lower, (1,)), (b"a".expandtabs, (2**40,))):
    attempt(f, *args)
