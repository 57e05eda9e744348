def each(source):
    for line in source.strip().splitlines():
        try:
            print(line, "->", repr(eval(line, globals())))
        except Exception as e:
            print(line, "->", type(e).__name__ + ":", e)
each(r"""
b"Hello wOrld".capitalize(), b"aB".lower(), b"aB".upper(), b"aB1".swapcase(), b"hello world's x2y".title(), b"\xe9a".upper()
b"ab".center(5), b"ab".center(6, b"*"), b"ab".ljust(4) + b"|", b"ab".rjust(4, b"."), b"ab".center(5, bytearray(b"-")), b"-4".zfill(5), b"x".zfill(0)
b"ab".center(5, "*")
b"ab".center(5, b"**")
b"ab".ljust("x")
b"ab".zfill()
b"banana".count(b"a"), b"banana".count(97), b"banana".count(b""), b"banana".count(b"an", 2), b"banana".find(b"na"), b"banana".find(110), b"banana".rfind(b"a"), b"banana".index(b"b"), b"banana".rindex(97), b"banana".find(b"", 9)
b"a".count("a")
b"a".count(256)
b"a".find(-1)
b"a".find(None)
b"a".find(1.5)
b"a".index(b"z")
b"a".rindex(5)
b"a".find()
b"caf\xc3\xa9".decode(), b"\xe9".decode("latin-1"), b"\xff".decode("utf-8", "replace"), b"\xff".decode(errors="ignore"), b"".decode("ascii", "strict")
b"\xff".decode()
b"\x80".decode("ascii")
b"a\xff\xfe".decode("utf-8")
b"\xe2\x82".decode()
b"a".decode("nope")
b"a".decode(5)
b"abc".endswith(b"c"), b"abc".endswith((b"x", b"bc")), b"abc".startswith(b"a", 0, 1), b"abc".startswith(b"", 5), b"abc".startswith(bytearray(b"ab"))
b"a".startswith("a")
b"a".endswith((b"a", "b")), b"a".endswith((b"z", "b"))
b"a".endswith(5)
b"a\tb".expandtabs(4), b"abc".hex(), b"abcd".hex("-"), b"abcde".hex(":", 2), b"abcde".hex(":", -2), b"".hex(","), bytes.fromhex("61 6263\n64"), bytes.fromhex(""), bytes.fromhex(b"6162"), bytearray.fromhex("ff")
bytes.fromhex("6")
bytes.fromhex("zz")
bytes.fromhex("61 6")
bytes.fromhex(5)
b"a".hex("--")
b"a".hex("é")
b"a".hex(5)
b"a".hex(sep="")
b"a".hex(":", "x")
[f() for f in (b"a1".isalnum, b"a".isalpha, b"\x80".isascii, b"1".isdigit, b"a".islower, b" \n".isspace, b"Ab Cd".istitle, b"AB".isupper, b"".isascii, b"".isalpha)]
b",".join([b"a", bytearray(b"b"), memoryview(b"c")]), b"".join([]), b"-".join((b"x",))
b",".join([b"a", "b"])
b",".join(["b"])
b",".join([5])
b",".join(5)
b"  a ".strip(), b"xax".strip(b"x"), b"xax".lstrip(b"x"), b"xax".rstrip(b"xa"), b"\x0b a".lstrip(), b"a".strip(None)
b"a".strip("a")
b"a".strip(5)
b"a-b-c".partition(b"-"), b"a-b-c".rpartition(b"-"), b"ab".partition(b"-"), b"ab".rpartition(bytearray(b"-"))
b"a".partition(b"")
b"a".partition("a")
b"pre-x".removeprefix(b"pre-"), b"x-suf".removesuffix(b"-suf"), b"x".removeprefix(b"y")
b"x".removeprefix("x")
b"banana".replace(b"a", b"o"), b"banana".replace(b"a", b"", 2), b"ab".replace(b"", b"-"), b"ab".replace(b"a", bytearray(b"zz")), b"aaa".replace(b"a", b"b", count=1) if False else b""
b"a".replace("a", b"b")
b"a".replace(b"a", "b")
b"a".replace(b"a")
b"a".replace(b"a", b"b", "c")
b"a b  c".split(), b"a,b,c".split(b",", 1), b"a b c".rsplit(None, 1), b"a,,b".rsplit(b","), b" a ".split(b" "), b"a\nb\r\nc\x0bd".splitlines(), b"a\nb".splitlines(True), b"".split(), b"".splitlines()
b"a".split("")
b"a".split(b"")
b"a".split(5)
b"abc".translate(bytes(range(256))), b"abc".translate(None, b"b"), b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(bytes.maketrans(b"ab", b"xy"), delete=b"c")
b"a".translate(b"short")
b"a".translate("x" * 256)
b"a".translate(None, "a")
b"a".translate()
bytes.maketrans(b"a", b"bc")
bytes.maketrans("a", "b")
bytes.maketrans(b"a")
b"abc"[0], b"abc"[-1], b"abc"[::-1], b"abc"[1:2], b"a" + b"b", b"ab" * 2, 2 * b"x", 97 in b"a", b"b" in b"abc", b"" in b"", b"a" < b"b", b"a" == "a", b"a" == bytearray(b"a"), list(b"ab"), sorted(b"cab"), max(b"az"), sum(b"ab"), len(b"ab"), hash(b"a") == hash(b"a")
b"a"[1]
b"a"["x"]
b"a" + "b"
b"a" + 1
b"a" * b"b"
"a" in b"a"
256 in b"a"
b"a" < "b"
b"a" % 1
b"%s %d %x %b %a %r %c %c %5.1f|%-5s|%%" % (b"x", 5, 255, b"q", "é", "é", 65, b"z", 1.25, b"l")
b"%s" % "x"
b"%d" % "x"
b"%c" % 256
b"%c" % "a"
b"%b" % 5
b"%(a)s" % {b"a": b"v"}
b"%(a)s" % {"a": b"v"}
b"%z" % 1
b"%s %s" % b"a"
""")
