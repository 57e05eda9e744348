def each(source):
    for line in source.strip().splitlines():
        try:
            print(line, "->", repr(eval(line, globals())))
        except Exception as e:
            print(line, "->", type(e).__name__ + ":", e)
each("""
[m for m in dir(str) if m.startswith("is")]
[[c.isalnum(), c.isalpha(), c.isascii(), c.isdecimal(), c.isdigit(), c.isidentifier(), c.islower(), c.isnumeric(), c.isprintable(), c.isspace(), c.istitle(), c.isupper()] for c in ("", "a", "A", "1", "²", "½", "٣", "ǅ", " ", "\\n", "_", "é", "Ab", "aB", "A1", "1a", "日", "\\x85", "\\u200b", "ª", "Ⅷ")]
"a".isalpha(1)
"if".isidentifier(), "a-b".isidentifier(), "1a".isidentifier(), "ﬁ".isidentifier(), "℘".isidentifier()
",".join("abc"), "".join([]), "-".join(["x"]), "é".join(("a", "b")), ",".join({"a": 1}), ", ".join(str(i) for i in range(3))
",".join([1])
",".join(["a", 2])
",".join(["a", b"b"])
",".join(5)
",".join()
",".join(["a"], ["b"])
"x".ljust(4) + "|", "x".ljust(4, "-"), "x".rjust(4, "-"), "long".ljust(2), "x".rjust(0)
"x".ljust(4, "")
"x".rjust(4, "--")
"x".ljust(None)
"x".rjust(10**20)
"  x ".lstrip(), "  x ".rstrip(), "  x ".strip(), "xxaxx".strip("x"), "abcba".strip("ab"), "abc".lstrip(None), "\\u3000x\\u2028".strip(), "abc".strip(""), "é-é".strip("é")
"x".strip(5)
"x".lstrip("a", "b")
"x".rstrip(b"x")
"a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("-"), "abc".rpartition("-"), "-".partition("-"), "a--b".partition("--")
"a".partition("")
"a".rpartition("")
"a".partition(1)
"a".partition()
"prefix.x".removeprefix("prefix"), "x.suffix".removesuffix(".suffix"), "abc".removeprefix("bc"), "abc".removesuffix(""), "aa".removeprefix("a"), "a".removesuffix("a")
"a".removeprefix(1)
"a".removesuffix(("a",))
"banana".replace("a", "o"), "banana".replace("a", "o", 2), "banana".replace("", "-"), "banana".replace("", "-", 2), "banana".replace("na", ""), "aaa".replace("aa", "b"), "x".replace("y", "z"), "banana".replace("a", "b", count=1), "banana".replace("a", "b", 0), "banana".replace("a", "b", -5), "".replace("", "x")
"a".replace("a")
"a".replace("a", 1)
"a".replace("a", "b", "c")
"a".replace("a", "b", None)
"a".replace(1, "b")
"a".replace("a", new="b")
"a b  c".split(), "a b  c".split(" "), " a b ".split(), "a,b,c".split(",", 1), "a,b,c".split(",", maxsplit=0), "".split(), "".split(","), "a b c d".split(None, 2), "  a  b  ".split(maxsplit=1), "a<>b<>".split("<>"), "a\\x1cb\\u3000c".split(), "abc".split(sep="b")
"a,b,c".rsplit(",", 1), "a b c d".rsplit(None, 2), "  a  b  ".rsplit(maxsplit=1), "a,b".rsplit(","), "".rsplit("x"), "aXbXc".rsplit("X", maxsplit=-1)
"a".split("")
"a".split(5)
"a".split(",", "x")
"a".rsplit("")
"a".split(",", 1, 2)
"a".split(maxsplit=1.0)
"a".split(foo=1)
"a\\nb\\r\\nc\\rd\\x0be\\x1cf\\x85g\\u2028h".splitlines(), "a\\nb\\n".splitlines(True), "".splitlines(), "\\n".splitlines(), "\\r\\n\\n".splitlines(keepends=True), "a".splitlines(0)
"a".splitlines("x", "y")
"a".splitlines(keep=1)
"hello".translate({104: "J", 101: None, 108: 76}), "abc".translate({}), "abc".translate("xyz" * 40), "ab".translate({97: "long text", 98: ""}), "é".translate({233: 8364})
str.maketrans("abc", "xyz"), str.maketrans("ab", "xy", "c"), str.maketrans({"a": 1, 98: "b", "c": None}), "abcd".translate(str.maketrans("ab", "ba", "d"))
str.maketrans("ab", "x")
str.maketrans(5)
str.maketrans({"ab": 1})
str.maketrans({1.5: 1})
str.maketrans("a", 5)
str.maketrans("a", "b", 5)
str.maketrans("a", "b", "c", "d")
str.maketrans()
"a".translate(5)
"a".translate({97: 1114112})
"a".translate({97: 1.5})
"a".translate()
"42".zfill(5), "-42".zfill(5), "+4".zfill(4), "".zfill(3), "--1".zfill(5), "x".zfill(1), "é".zfill(3)
"1".zfill("2")
"1".zfill()
"abc"[0], "abc"[-1], "abc"[::-1], "abc"[1:], "abc"[5:], "abc"[-2:2], "abc"[::2], "日本語"[1]
"abc"[3]
"abc"["a"]
"abc"[1.0]
"abc"[None]
"abc"[1, 2]
"abc"[::0]
"a" + "b", "ab" * 3, 2 * "x", "x" * 0, "x" * -1, "a" in "abc", "" in "", "bc" not in "abc"
"a" + 1
"a" + b"b"
1 + "a"
"a" * 1.5
"a" * "b"
1 in "abc"
"a" * 10**20
"a" < "b", "a" < "B", "abc" < "abcd", "é" > "z", "\\U0001f600" > "\\uffff", "a" == b"a", "" < "a"
"a" < 1
len("日本"), min("hello"), max("hello"), sorted("hello"), list("abc"), tuple("ab"), hash("") == 0, "a".__len__(), "a".__contains__("a"), "a".__add__("b"), "ab".__getitem__(1), "a".__mul__(3), "a".__eq__(1), "a".__lt__("b"), "a".__getnewargs__()
"a".__add__(1)
"a".__contains__(1)
"a".__mul__("b")
""")
