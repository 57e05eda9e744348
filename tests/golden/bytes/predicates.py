def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

for b in (b"", b"abc", b"ABC", b"Abc", b"a1", b"12", b" \t\n", b"Ab Cd", b"ab\xff", b"aB", b"1a", b"A1b", b"Title Case 2nd", b"_"):
    print(b, b.isalnum(), b.isalpha(), b.isascii(), b.isdigit(), b.islower(), b.isspace(), b.istitle(), b.isupper())
attempt(b"a".isalpha, 1)
